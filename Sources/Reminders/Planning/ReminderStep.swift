/// One step of a ladder: an announcement that is made once.
public enum ReminderStep: Hashable, Sendable, CustomStringConvertible {
  /// So many calendar days from the due day, negative before it.
  case offset(Int)
  /// The warning of a clock, at 80 % of its time.
  case warning
  /// The limit of a clock.
  case breach
  /// A complaint comes to a level because the time of the one below is over, 2 to 4.
  case level(Int)

  /// `-30d`, `0d`, `+7d`, `warning`, `breach` or `level3`.
  public var description: String {
    switch self {
    case .offset(let days): days > 0 ? "+\(days)d" : "\(days)d"
    case .warning: "warning"
    case .breach: "breach"
    case .level(let level): "level\(level)"
    }
  }

  /// Reads what ``description`` writes; nil for any other form.
  public init?(_ text: String) {
    let step: Self? =
      switch text {
      case "warning": .warning
      case "breach": .breach
      case _ where text.hasPrefix("level"): Int(text.dropFirst(5)).map { .level($0) }
      case _ where text.hasSuffix("d"): Int(text.dropLast()).map { .offset($0) }
      default: nil
      }
    guard let step, step.description == text else { return nil }
    self = step
  }
}
