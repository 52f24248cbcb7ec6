import Model
import Reporting
import Storage

/// Records of a kind as tables and pages, and their fields as help.
enum RecordTable {
  /// A table of records.
  static func listing(_ type: RecordType, _ rows: [Row]) -> Listing {
    let title = type.pluralWords.prefix(1).uppercased() + type.pluralWords.dropFirst()
    return Listing(title, CountNoun(type.words, type.pluralWords), columns(type), rows)
  }

  private static func columns(_ type: RecordType) -> [Column] {
    [Column("reference", "Reference", importance: .essential, overflow: .whole)]
      + factColumns(type)
  }

  /// The columns of the facts alone.
  static func factColumns(_ type: RecordType) -> [Column] {
    type.fields.map { field in
      Column(
        field.name,
        title(field),
        kind(field.type),
        importance: field.isRequired ? .high : .low
      )
    }
  }

  /// A field's name as the title of a column: `heldOn` becomes `Held on`.
  static func title(_ field: RecordField) -> String {
    var text = ""
    for character in field.name {
      if character.isUppercase, !text.isEmpty { text += " " }
      text += text.isEmpty ? character.uppercased() : character.lowercased()
    }
    return text
  }

  private static func kind(_ type: FieldType) -> Column.Kind {
    switch type {
    case .day: .day
    case .instant: .instant
    case .count: .integer
    case .flag: .flag
    case .money: .money
    case .text, .decimal, .duration, .choice, .reference: .text
    }
  }

  /// A record as a row.
  static func row(_ record: RecordText, _ type: RecordType) -> Row {
    Row([.text(record.reference)] + facts(record, type))
  }

  /// The facts as cells, in the order of the kind.
  static func facts(_ record: RecordText, _ type: RecordType) -> [Cell] {
    zip(record.values, type.fields).map { cell($0, $1.type) }
  }

  private static func cell(_ value: FieldValue?, _ type: FieldType) -> Cell {
    switch value {
    case .integer(let number)? where type == .flag: .flag(number != 0)
    case nil: .empty
    case .text(let text)?, .reference(let text)?: .text(text)
    case .day(let day)?: Cell(day)
    case .instant(let instant)?: Cell(instant)
    case .integer(let number)?: .integer(number)
    case .decimal(let number)?: .text(number.description)
    case .money(let money)?:
      .money(minor: money.minorUnits, currency: money.currency.code)
    }
  }

  /// All about one record.
  static func document(_ record: RecordText, _ type: RecordType) -> Document {
    page(record, type, columns(type), [.text(record.reference)] + facts(record, type))
  }

  /// A page about one record: its cells, since when they hold, and where they come from.
  static func page(
    _ record: RecordText,
    _ type: RecordType,
    _ columns: [Column],
    _ cells: [Cell]
  ) -> Document {
    let title = type.words.prefix(1).uppercased() + type.words.dropFirst()
    let place = record.source.map { source in
      "\(source.file)\(source.line.map { ":\($0)" } ?? "")"
    }
    return Document(
      title: "\(title) \(record.reference)",
      sections: [
        .fields(
          columns + [Column("effectiveOn", "Holds from", .day), Column("source", "Source")],
          Row(cells + [Cell(CivilDay(record.effectiveOn)), Cell(place)])
        )
      ]
    )
  }

  /// Whether a record has the values.
  static func fits(
    _ record: RecordText,
    _ type: RecordType,
    _ wanted: [String: FieldValue?]
  ) -> Bool {
    zip(type.fields, record.values).allSatisfy { field, value in
      guard let want = wanted[field.name] else { return true }
      return want == value
    }
  }

  /// What a kind's fields are, for its help.
  static func fieldHelp(_ type: RecordType) -> String {
    type.fields.map { field in
      wrapped(
        "\(field.name)\(field.isRequired ? " (needed)" : ""): \(field.summary); "
          + field.type.expectation
      )
    }.joined(separator: "\n")
  }

  /// A text in lines of at most 78 characters.
  private static func wrapped(_ text: String) -> String {
    var lines = [""]
    for word in text.split(separator: " ") {
      let line = lines[lines.count - 1]
      if line.count + word.count + 1 > 78 {
        lines.append(String(word))
      } else {
        lines[lines.count - 1] = line.isEmpty ? String(word) : "\(line) \(word)"
      }
    }
    return lines.joined(separator: "\n")
  }

  /// Arguments with which a record of the kind can be entered.
  static func example(_ type: RecordType) -> [String] {
    let needed = type.fields.filter(\.isRequired).prefix(3)
    let shown = needed.isEmpty ? type.fields.prefix(1) : needed
    return shown.map { "--set \($0.name)=\(example($0.type))" }
  }

  /// An example of the help, indented, in lines of at most 80 characters.
  static func lines(_ parts: [String]) -> String {
    let text = "  " + parts.joined(separator: " ")
    return text.count <= 80 ? text : "  " + parts.joined(separator: " \\\n    ")
  }

  private static func example(_ type: FieldType) -> String {
    switch type {
    case .text: "Text"
    case .day: "2026-03-01"
    case .instant: "2026-03-01T09:00:00Z"
    case .count: "3"
    case .flag: "yes"
    case .decimal: "99.95"
    case .duration: "12m"
    case .money: "\"1200.00 EUR\""
    case .choice(let words): words[0]
    case .reference(let kind): "\(kind)-1"
    }
  }
}
