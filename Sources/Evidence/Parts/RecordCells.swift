import Model
import Reporting
import Storage

/// The facts of records of a kind as columns and cells.
enum RecordCells {
  static func columns(of type: RecordType) -> [Column] {
    type.fields.map { Column($0.name, title($0.name), kind($0.type)) }
  }

  /// The name of a fact in words, such as `Held on`.
  private static func title(_ name: String) -> String {
    let words = name.reduce(into: "") { text, character in
      if character.isUppercase { text += " " }
      text += character.lowercased()
    }
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  static func cells(of record: RecordText, _ type: RecordType) -> [Cell] {
    zip(type.fields, record.values).map { field, value in
      value.map { cell($0, field.type) } ?? .empty
    }
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

  private static func cell(_ value: FieldValue, _ type: FieldType) -> Cell {
    switch value {
    case .day(let day): Cell(day)
    case .instant(let instant): Cell(instant)
    case .integer(let number): type == .flag ? .flag(number != 0) : .integer(number)
    case .money(let money): .money(minor: money.minorUnits, currency: money.currency.code)
    case .text, .decimal, .reference: .text(type.text(value))
    }
  }
}
