/// The record that a reminder is about, by kind and reference.
public struct ReminderSubject: Hashable, Sendable, Comparable {
  /// What sort of record; the raw values are the names of the kinds of records.
  public enum Kind: String, Sendable, CaseIterable {
    case agreement, complaint, creditRule, dispute, exitPlan, improvement, obligation, organization
    case party, risk, target, waiver
  }

  /// The sort.
  public var kind: Kind
  /// Its reference; empty for the organisation.
  public var reference: String

  /// Makes a subject.
  public init(_ kind: Kind, _ reference: String) {
    self.kind = kind
    self.reference = reference
  }

  /// Whether the left one comes first: by kind, then by reference.
  public static func < (left: Self, right: Self) -> Bool {
    (left.kind.rawValue, left.reference) < (right.kind.rawValue, right.reference)
  }
}
