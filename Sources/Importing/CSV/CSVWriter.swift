/// Writes rows of CSV as RFC 4180 has them.
///
/// A field is put in quotes if it holds the delimiter, the quote, the escape, CR or LF, starts
/// or ends with a space or tab, or starts a row with `#`; a row that would look blank has its
/// first field in quotes. So ``CSVReader`` reads back the same fields, also if it trims, passes
/// over blank rows and takes `#` for the start of a comment.
public struct CSVWriter: Sendable {
  /// One field of a row.
  public enum Field: Sendable, Equatable {
    /// A text, which gets the guard against spreadsheet formulas if it is on.
    case text(String)
    /// A number in digits, which never gets the guard.
    case number(String)
  }

  /// The byte between two fields; a comma.
  public var delimiter = UInt8(ascii: ",")
  /// The byte around fields; a double quote.
  public var quote = UInt8(ascii: "\"")
  /// The byte before a quote in quotes; nil (the default) if quotes are doubled.
  public var escape: UInt8?
  /// The bytes after each row; CRLF.
  public var lineEnd: [UInt8] = [0x0D, 0x0A]
  /// Whether every field is put in quotes; false by default.
  public var quotesAll = false
  /// Whether text that a spreadsheet would take for a formula gets a leading apostrophe.
  ///
  /// That is text that starts with `=`, `+`, `-`, `@`, tab or CR, also after apostrophes. False
  /// by default; ``CSVDialect/formulaGuard`` takes it off again.
  public var formulaGuard = false

  /// Makes a writer with the defaults.
  public init() {}

  /// Adds a row of fields, with its line end.
  public func append(_ row: [Field], to bytes: inout [UInt8]) {
    let isBlank = row.allSatisfy { Self.isBlank($0) }
    for (index, field) in row.enumerated() {
      if index > 0 { bytes.append(delimiter) }
      let isFirst = index == 0
      switch field {
      case .text(let text):
        append(Array(text.utf8), isText: true, isFirst, isForced: isFirst && isBlank, to: &bytes)
      case .number(let digits):
        append(Array(digits.utf8), isText: false, isFirst, isForced: false, to: &bytes)
      }
    }
    bytes += lineEnd
  }

  /// Adds a row of texts, with its line end.
  public func append(_ row: [String], to bytes: inout [UInt8]) {
    append(row.map { Field.text($0) }, to: &bytes)
  }

  private static func isBlank(_ field: Field) -> Bool {
    switch field {
    case .text(let text), .number(let text): text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }
  }

  private func append(
    _ content: [UInt8],
    isText: Bool,
    _ isFirst: Bool,
    isForced: Bool,
    to bytes: inout [UInt8]
  ) {
    let isGuarded = isText && formulaGuard && FormulaGuard.isNeeded(content)
    let content = isGuarded ? [FormulaGuard.mark] + content : content
    let isComment = isFirst && content.first == UInt8(ascii: "#")
    guard quotesAll || isForced || isComment || needsQuotes(content) else {
      bytes += content
      return
    }
    bytes.append(quote)
    for byte in content {
      if byte == quote || byte == escape { bytes.append(escape ?? quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  private func needsQuotes(_ content: [UInt8]) -> Bool {
    let isBlank = { (byte: UInt8?) in byte == 0x20 || byte == 0x09 }
    if isBlank(content.first) || isBlank(content.last) { return true }
    return content.contains {
      $0 == delimiter || $0 == quote || $0 == escape || $0 == 0x0A || $0 == 0x0D
    }
  }
}
