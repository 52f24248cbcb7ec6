/// How one column of a table stands in the native format.
struct NativeColumn: Sendable {
  /// Where the value stands.
  enum Position: Sendable {
    case attribute, element
    /// The text of the record's own element.
    case content
  }

  /// What the value is, and how it is written.
  enum Kind: Sendable, Equatable {
    case text, integer
    /// 0 and 1 as `false` and `true`; not written if it is the default.
    case flag(default: Bool?)
    /// A blob in hexadecimal digits.
    case hexadecimal
    /// An id of the table, written as the reference of the row.
    case reference(String)
    /// An agreement's id, written as its reference, for a voided one with a number beside it.
    case agreement
    case scheme, source, batch, original
    /// Minor units, written with the decimals of the currency in the column.
    case amount(currency: String)
    /// A digest whose first four bytes are a scheme's number, written as the scheme's name.
    case digest
  }

  /// The attribute or element; for content the empty text.
  let name: String
  /// The column.
  let column: String
  let kind: Kind
  let position: Position

  static func attribute(_ name: String, _ kind: Kind = .text, column: String? = nil) -> Self {
    NativeColumn(name: name, column: column ?? name, kind: kind, position: .attribute)
  }

  static func element(_ name: String, _ kind: Kind = .text, column: String? = nil) -> Self {
    NativeColumn(name: name, column: column ?? name, kind: kind, position: .element)
  }

  static func content(_ column: String) -> Self {
    NativeColumn(name: "", column: column, kind: .text, position: .content)
  }

  /// What is left out of an export without provenance.
  var isProvenance: Bool {
    kind == .source || kind == .digest || column == "line" || column == "record"
  }

  /// The value to select, of a row named `t`.
  var expression: String {
    switch kind {
    case .text, .integer, .flag, .hexadecimal, .amount, .digest, .scheme, .agreement:
      "t.\(column)"
    case .reference(let table):
      "(SELECT reference FROM main.\(table) x WHERE x.id = t.\(column))"
    case .source: "(SELECT number FROM temp.nativeSource x WHERE x.id = t.\(column))"
    case .batch: "(SELECT number FROM temp.nativeBatch x WHERE x.id = t.\(column))"
    case .original: "(SELECT sha256 FROM main.original x WHERE x.id = t.\(column))"
    }
  }
}
