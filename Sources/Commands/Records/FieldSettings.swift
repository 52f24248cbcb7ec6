import ArgumentParser
import Importing
import Model
import Storage

/// Fields with their values as they are written after `--set`: `field=value`.
///
/// Days are `YYYY-MM-DD`; periods `30d`, `5bd`, `6w`, `3m`, `2q`, `1y`; flags `yes` or `no`;
/// amounts a number with a point and their currency, `1200.00 EUR`. Nothing after `=` takes the
/// value away.
enum FieldSettings {
  /// The fields that an agreement has.
  static let agreementFields = Field.allCases.filter {
    $0.rawValue <= Field.annualValueCurrency.rawValue
  }

  /// Reads the settings.
  ///
  /// - Throws: A `ValidationError` that says what is wrong and what is possible.
  static func read(_ texts: [String], of fields: [Field]) throws -> [Field: RecordValue] {
    var values: [Field: RecordValue] = [:]
    for text in texts {
      let (field, value) = try split(text, fields)
      try set(field, value, in: &values)
    }
    return values
  }

  private static func split(_ text: String, _ fields: [Field]) throws -> (Field, String) {
    guard let mark = text.firstIndex(of: "=") else {
      throw ValidationError("\(text) sets nothing; write field=value, such as title=Cleaning.")
    }
    let name = text[..<mark]
    guard let field = fields.first(where: { $0.profileName == name }) else {
      let names = fields.map(\.profileName).joined(separator: ", ")
      throw ValidationError("There is no field \(name); there are \(names).")
    }
    return (field, String(text[text.index(after: mark)...]))
  }

  private static func set(
    _ field: Field,
    _ text: String,
    in values: inout [Field: RecordValue]
  ) throws {
    guard !text.isEmpty else {
      values[field] = .empty
      if let currency = currencies[field] { values[currency] = .empty }
      return
    }
    if field.isDay {
      values[field] = .day(try day(field, text))
    } else if let currency = currencies[field] {
      let money = try money(field, text)
      values[field] = .number(money.minorUnits)
      values[currency] = .text(money.currency.code)
    } else if field == .openEnded {
      values[field] = .number(try flag(field, text))
    } else if field.isNumber {
      values[field] = .number(try count(field, text))
    } else {
      values[field] = .text(text)
    }
  }

  private static let currencies: [Field: Field] = [
    .value: .valueCurrency, .annualValue: .annualValueCurrency,
  ]

  private static func day(_ field: Field, _ text: String) throws -> CivilDay {
    guard let day = CivilDay(text) else {
      throw ValidationError("\(text) is no day for \(field); write YYYY-MM-DD.")
    }
    return day
  }

  private static func money(_ field: Field, _ text: String) throws -> Money {
    let parts = text.split(separator: " ").map(String.init)
    if parts.count == 2, let currency = Currency(parts[1]),
      let money = try? Money(parts[0], currency: currency)
    {
      return money
    }
    throw ValidationError(
      "\(text) is no amount for \(field); write it with its currency: \(field)=\"1200.00 EUR\"."
    )
  }

  private static func flag(_ field: Field, _ text: String) throws -> Int64 {
    switch text.lowercased() {
    case "yes", "true", "1": 1
    case "no", "false", "0": 0
    default: throw ValidationError("\(text) is no answer for \(field); write yes or no.")
    }
  }

  private static func count(_ field: Field, _ text: String) throws -> Int64 {
    guard let number = Int64(text) else {
      throw ValidationError("\(text) is no number for \(field); write one such as 2.")
    }
    return number
  }
}

/// The fields that a command sets.
struct SettingOptions: ParsableArguments {
  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("A field and its value; repeat it for more.", valueName: "field=value")
  )
  var settings: [String] = []
}

/// What changed, as people read it.
enum ChangeText {
  static func sentence(_ subject: String, _ changes: [PlanItem.Change]) -> String {
    guard !changes.isEmpty else { return "Nothing to change: \(subject) has these values already." }
    let lines = changes.map {
      "  \($0.field) \($0.before ?? "nothing") → \($0.after ?? "nothing")"
    }
    return (["Changed \(subject):"] + lines).joined(separator: "\n")
  }
}
