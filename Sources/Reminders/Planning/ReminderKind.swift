public import Model
public import Policies

/// A kind of reminder: what falls due, and who is told.
///
/// A kind is a pure function of a file and a context; the same input gives the same things in the
/// same order.
public struct ReminderKind: Sendable {
  /// How a kind goes higher.
  public enum Escalation: Sendable {
    /// After the due day, as long as nobody takes note: to the deputy, the lead, the head.
    case afterDue
    /// By the time that is left: to the lead, then to the head of service, before the due day.
    case renewal
    /// By the levels of a complaint.
    case complaint
  }

  /// What a kind looks at.
  enum Search: Sendable {
    /// Each party with its agreements.
    case relationship(@Sendable (RelationshipFile, ReminderContext, inout DueList) -> Void)
    /// Each party with its agreements, and the organisation for what belongs to none of them.
    case everywhere(
      @Sendable (RelationshipFile, ReminderContext, inout DueList) -> Void,
      @Sendable (OrganizationFile, ReminderContext, inout DueList) -> Void
    )
  }

  /// What falls due.
  public let topic: ReminderTopic
  /// What it is called, in a few words.
  public let title: String
  /// What falls due and when, in a sentence.
  public let summary: String
  /// How it goes higher.
  public let escalation: Escalation
  private let search: Search

  init(
    _ topic: ReminderTopic,
    title: String,
    summary: String,
    escalation: Escalation = .afterDue,
    search: Search
  ) {
    self.topic = topic
    self.title = title
    self.summary = summary
    self.escalation = escalation
    self.search = search
  }

  /// Adds what falls due with a party.
  public func find(in file: RelationshipFile, _ context: ReminderContext, into list: inout DueList)
  {
    switch search {
    case .relationship(let find), .everywhere(let find, _): find(file, context, &list)
    }
  }

  /// Adds what falls due for the organisation.
  public func find(
    in organization: OrganizationFile,
    _ context: ReminderContext,
    into list: inout DueList
  ) {
    if case .everywhere(_, let find) = search { find(organization, context, &list) }
  }
}

extension ReminderKind {
  /// All kinds, in the order in which they are looked for.
  public static let all: [ReminderKind] = [
    contractReview, serviceReview, serviceLevelReview, performanceReview, noticeDecision, termEnd,
    obligation, assurance, complaintClock, complaintUpdate, disputeStep, improvement, survey,
    exitPlan, alignment, creditClaim, acceptance,
  ]

  private static let byTopic = Dictionary(uniqueKeysWithValues: all.map { ($0.topic, $0) })

  /// The kind of a topic; each topic has one.
  public static func of(_ topic: ReminderTopic) -> ReminderKind? { byTopic[topic] }
}
