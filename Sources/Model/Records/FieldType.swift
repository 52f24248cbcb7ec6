/// What values a fact of a record has, and how they are written.
public enum FieldType: Sendable, Equatable {
  /// Text of one or more lines.
  case text
  /// A civil day, `YYYY-MM-DD`.
  case day
  /// A moment in UTC, `YYYY-MM-DDTHH:MM:SSZ`.
  case instant
  /// A whole number that is not negative.
  case count
  /// `true` or `false`; `yes` and `no` are read too.
  case flag
  /// An exact decimal number with a point, such as `99.95`.
  case decimal
  /// A length of time, such as `3m` or `10bd`.
  case duration
  /// An amount with its currency, such as `1200.00 EUR`.
  case money
  /// One word of a closed list.
  case choice([String])
  /// The reference of another record of that kind.
  case reference(String)

  /// The words of a closed list as a type.
  public static func choice<Words: CaseIterable & RawRepresentable>(_: Words.Type) -> FieldType
  where Words.RawValue == String {
    .choice(Words.allCases.map(\.rawValue))
  }

  /// What has to be written, for a message: `a day as YYYY-MM-DD`.
  public var expectation: String {
    switch self {
    case .text: "a text"
    case .day: "a day as YYYY-MM-DD"
    case .instant: "a moment as YYYY-MM-DDTHH:MM:SSZ"
    case .count: "a whole number such as 3"
    case .flag: "yes or no"
    case .decimal: "a number with a point such as 99.95"
    case .duration: "a length of time such as 12m, 30d or 10bd"
    case .money: "an amount with its currency such as 1200.00 EUR"
    case .choice(let words): "one of \(words.joined(separator: ", "))"
    case .reference(let kind):
      "the reference of \(kind == "agreement" || kind == "obligation" || kind == "improvement" ? "an" : "a") \(kind)"
    }
  }
}

/// A value of a fact, read and checked.
public enum FieldValue: Sendable, Hashable {
  /// Text, a word of a closed list, or a length of time.
  case text(String)
  /// A civil day.
  case day(CivilDay)
  /// A moment.
  case instant(Instant)
  /// A count, or 0 and 1 for a flag.
  case integer(Int64)
  /// An exact decimal number.
  case decimal(DecimalNumber)
  /// An amount.
  case money(Money)
  /// The reference of another record.
  case reference(String)
}

extension FieldType {
  /// Reads a value as people and files write it.
  ///
  /// - Returns: The value, or nil if the text is none of this type.
  public func value(_ text: String) -> FieldValue? {
    switch self {
    case .text: .text(text)
    case .day: CivilDay(text).map(FieldValue.day)
    case .instant: Instant(text).map(FieldValue.instant)
    case .count: Self.count(text)
    case .flag: Self.flag(text)
    case .decimal: DecimalNumber(text).map(FieldValue.decimal)
    case .duration: Period(text).map { .text($0.description) }
    case .money: Self.money(text)
    case .choice(let words): words.contains(text) ? .text(text) : nil
    case .reference: .reference(text)
    }
  }

  private static func count(_ text: String) -> FieldValue? {
    guard let number = Int64(text), number >= 0, !text.hasPrefix("+") else { return nil }
    return .integer(number)
  }

  private static func flag(_ text: String) -> FieldValue? {
    switch text.lowercased() {
    case "true", "yes": .integer(1)
    case "false", "no": .integer(0)
    default: nil
    }
  }

  private static func money(_ text: String) -> FieldValue? {
    let parts = text.split(separator: " ").map(String.init)
    guard parts.count == 2, let currency = Currency(parts[1]),
      let money = try? Money(parts[0], currency: currency)
    else { return nil }
    return .money(money)
  }

  /// A value as files and people write it; what ``value(_:)`` reads back.
  public func text(_ value: FieldValue) -> String {
    switch value {
    case .text(let text), .reference(let text): text
    case .day(let day): day.description
    case .instant(let instant): instant.description
    case .integer(let number): self == .flag ? (number == 0 ? "false" : "true") : "\(number)"
    case .decimal(let number): number.description
    case .money(let money): money.description
    }
  }
}
