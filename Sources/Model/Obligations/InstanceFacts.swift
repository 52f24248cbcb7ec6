/// What happened about one instance of an obligation.
public struct InstanceFacts: Hashable, Sendable {
  /// A proof that arrived, and what was decided about it.
  public struct Submission: Hashable, Sendable {
    /// The judgement of a proof.
    public enum Decision: Hashable, Sendable {
      /// It proves what is owed.
      case accepted(on: CivilDay)
      /// It does not; a better one is due by a day if one was set.
      case rejected(on: CivilDay, resubmitBy: CivilDay?)

      /// The day of the decision.
      public var day: CivilDay {
        switch self {
        case .accepted(let day): day
        case .rejected(let day, _): day
        }
      }
    }

    /// The day on which it arrived.
    public let receivedOn: CivilDay
    /// What was decided; nil if nothing was yet.
    public let decision: Decision?

    /// Makes a submission.
    public init(receivedOn: CivilDay, decision: Decision? = nil) {
      self.receivedOn = receivedOn
      self.decision = decision
    }
  }

  /// The proofs that arrived, in any order.
  public var submissions: [Submission]
  /// The day from which on nothing is owed because we said so; nil if we did not.
  public var waivedOn: CivilDay?
  /// The day from which on nothing is owed because it fell away; nil if it did not.
  public var cancelledOn: CivilDay?

  /// Makes facts; without any nothing happened.
  public init(
    submissions: [Submission] = [],
    waivedOn: CivilDay? = nil,
    cancelledOn: CivilDay? = nil
  ) {
    self.submissions = submissions
    self.waivedOn = waivedOn
    self.cancelledOn = cancelledOn
  }

  /// What was to be seen at the end of a day: later arrivals and decisions are left out.
  func known(on day: CivilDay) -> Self {
    let seen = submissions.filter { $0.receivedOn <= day }.map { submission in
      let decision = submission.decision.flatMap { $0.day <= day ? $0 : nil }
      return Submission(receivedOn: submission.receivedOn, decision: decision)
    }
    return Self(
      submissions: seen,
      waivedOn: waivedOn.flatMap { $0 <= day ? $0 : nil },
      cancelledOn: cancelledOn.flatMap { $0 <= day ? $0 : nil }
    )
  }

  /// The proof that arrived last; of several of one day the one that was decided last, and before
  /// all one that waits for a decision.
  var lastSubmission: Submission? {
    submissions.max {
      ($0.receivedOn, $0.decision?.day ?? .last) < ($1.receivedOn, $1.decision?.day ?? .last)
    }
  }
}
