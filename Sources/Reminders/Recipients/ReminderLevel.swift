/// How high a reminder goes.
///
/// The raw values are those of the JSON of `remind`.
public enum ReminderLevel: String, Sendable, CaseIterable, Comparable {
  /// Who answers for the thing.
  case owner
  /// Who stands in for the owner.
  case deputy
  /// The owner's lead, for complaints the service manager.
  case lead
  /// For complaints: the relationship manager with the service manager.
  case managers
  /// The head of service management.
  case head
  /// Top management.
  case top

  /// Whether the left one is lower.
  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  /// The next higher level to which a reminder goes that did not arrive; nil above the top.
  public var next: Self? {
    switch self {
    case .owner: .deputy
    case .deputy: .lead
    case .lead, .managers: .head
    case .head: .top
    case .top: nil
    }
  }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
