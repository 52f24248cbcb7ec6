/// The kinds of records that a draft can describe.
public enum RecordKind: UInt8, Sendable, CaseIterable {
  /// An agreement, or one row of it (see ``Draft/amendment``).
  case agreement
  /// A party: a customer, a supplier, a unit.
  case party
  /// A person at a party.
  case contact
  /// One of our own people.
  case person
  /// Who of us answers for a party or an agreement.
  case assignment
  /// A service of ours.
  case service
}
