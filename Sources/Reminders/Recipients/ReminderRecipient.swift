public import Model

/// One of our people to whom a reminder goes, and why.
public struct ReminderRecipient: Hashable, Sendable {
  /// The person.
  public var person: OrganizationFile.Person
  /// As what the person gets it.
  public var level: ReminderLevel
  /// The name of the person who is away and for whom this one stands in; nil if nobody is away.
  public var standingInFor: String?

  /// Makes a recipient.
  public init(
    _ person: OrganizationFile.Person,
    _ level: ReminderLevel,
    standingInFor: String? = nil
  ) {
    self.person = person
    self.level = level
    self.standingInFor = standingInFor
  }
}

/// Why a reminder does not go to whom it should.
public enum RecipientGap: Hashable, Sendable {
  /// Nobody answers for the thing; the reminder goes higher.
  case noOwner
  /// There is nobody at all to whom it could go.
  case nobody

  /// The reason as a sentence.
  public var sentence: String {
    switch self {
    case .noOwner: "Nobody answers for it, so this goes higher."
    case .nobody: "There is nobody to whom this could go."
    }
  }
}
