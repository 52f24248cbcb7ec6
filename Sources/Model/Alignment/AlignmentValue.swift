/// A value that is promised, carried or lacking.
public enum AlignmentValue: Hashable, Sendable {
  /// A percentage.
  case percentage(Percentage)
  /// A number with its unit; an empty unit for a bare number.
  case number(Fraction, unit: String)
  /// Real time in seconds.
  case elapsed(Int64)
  /// Calendar days.
  case days(Int)
  /// A last day; nil is without end.
  case lastDay(CivilDay?)
  /// An amount.
  case money(Money)

  /// The value for people: `99.84 %`, `5 min`, `30 days`, `no end`; percentages rounded down.
  public var text: String {
    switch self {
    case .percentage(let value): value.exactText
    case .number(let value, let unit): value.exactText() + (unit.isEmpty ? "" : " \(unit)")
    case .elapsed(let seconds): Self.text(seconds: seconds)
    case .days(let count): "\(count) \(count == 1 ? "day" : "days")"
    case .lastDay(let day): day?.description ?? "no end"
    case .money(let amount): amount.description
    }
  }

  /// The number for programs, without its unit: percentages in hundredths with up to 12 decimals,
  /// real time in seconds, amounts with all decimals; `none` for a last day without end.
  public var amount: String {
    switch self {
    case .percentage(let value): value.points.exactText(most: Fraction.mostDecimals)
    case .number(let value, _): value.exactText(most: Fraction.mostDecimals)
    case .elapsed(let seconds): "\(seconds)"
    case .days(let count): "\(count)"
    case .lastDay(let day): day?.description ?? "none"
    case .money(let amount): amount.amountText
    }
  }

  /// The unit of ``amount``: `%`, that of the target, `s`, `d`, `day`, or the currency.
  public var unit: String {
    switch self {
    case .percentage: "%"
    case .number(_, let unit): unit
    case .elapsed: "s"
    case .days: "d"
    case .lastDay: "day"
    case .money(let amount): amount.currency.code
    }
  }

  /// Hours, minutes and seconds, those that are not 0: `1 h 30 min`.
  private static func text(seconds: Int64) -> String {
    let units: [(Int64, String)] = [
      (seconds / 3_600, "h"), (seconds / 60 % 60, "min"), (seconds % 60, "s"),
    ]
    let parts = units.filter { $0.0 != 0 }.map { "\($0.0) \($0.1)" }
    return parts.isEmpty ? "0 min" : parts.joined(separator: " ")
  }
}

/// Whether what suppliers promise carries what a customer was promised.
public enum AlignmentVerdict: Hashable, Sendable {
  /// It does.
  case aligned
  /// It does not, and by how much; nil if that has no size, as where an end is missing.
  case gap(AlignmentValue?)
  /// It cannot be told; the reason is a sentence.
  case unknown(String)

  /// The verdict in one word, as in data: `aligned`, `gap` or `unknown`.
  public var word: String {
    switch self {
    case .aligned: "aligned"
    case .gap: "gap"
    case .unknown: "unknown"
    }
  }

  /// What a whole comes to: a gap if there is one, else unknown if something is; without anything
  /// unknown for the given reason.
  static func all(_ verdicts: [Self], orElse reason: String) -> Self {
    let gap = verdicts.first { $0.word == "gap" }
    return gap ?? verdicts.first { $0.word == "unknown" } ?? verdicts.first ?? .unknown(reason)
  }
}
