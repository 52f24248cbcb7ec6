import Model
import Policies

/// A term of an agreement about whose end something is still to be decided.
struct NoticeTerm {
  /// The agreement, as it stands in that term.
  private let agreement: AgreementFile
  private let tier: Tier?
  private let deadline: CivilDay
  /// The latest decision about the term that was made in time, or nil.
  private let decision: Decision?

  private var standing: AgreementStanding { agreement.standing }

  /// More terms than any horizon reaches whose length is a day.
  private static let most = 4_000

  /// The terms that are open on the day, the one that runs first: the latest whose deadline was
  /// missed, and those whose last day to send notice is near.
  static func open(
    _ agreement: AgreementFile,
    _ file: RelationshipFile,
    _ context: ReminderContext
  ) -> [NoticeTerm] {
    let tier = SupplierTier.of(file, agreement)
    var term = agreement
    var missed: NoticeTerm?
    var open: [NoticeTerm] = []
    for _ in 0..<most {
      guard let deadline = term.standing.noticeDeadline else { break }
      if (term.standing.dispatchBy ?? deadline) > context.horizon { break }
      let isMissed = deadline < context.asOf
      let found = NoticeTerm(
        agreement: term,
        tier: tier,
        deadline: deadline,
        decision: term.termDecision(until: min(deadline, context.asOf))
      )
      if isMissed {
        missed = found.isSettled(context) ? nil : found
      } else if !found.isDecided {
        open.append(found)
      }
      guard let next = next(after: term, tier, context) else { break }
      term = next
    }
    return [missed].compactMap { $0 } + open
  }

  /// The agreement as it will stand in the term after the one that runs; nil if there is none.
  private static func next(
    after term: AgreementFile,
    _ tier: Tier?,
    _ context: ReminderContext
  ) -> AgreementFile? {
    guard term.terms.renewal == .automatic, let end = term.standing.termEnd, end < .last else {
      return nil
    }
    var next = term
    next.standing = term.terms.standing(
      on: end.adding(days: 1),
      calendar: context.calendar(term),
      defaults: context.policy.dateDefaults(for: tier)
    )
    return next.standing.termEnd == end ? nil : next
  }

  /// Whether it was decided that the agreement goes on.
  private var isDecided: Bool { decision.map { !$0.isEnding } ?? false }

  /// Whether it was decided that it goes on, or, after the deadline, how it goes on.
  private func isSettled(_ context: ReminderContext) -> Bool {
    isDecided
      || agreement.termDecision(until: context.asOf).map { $0.decidedOn > deadline } ?? false
  }

  // MARK: Words

  func thing(_ file: RelationshipFile, _ context: ReminderContext) -> DueThing {
    let due = standing.dispatchBy ?? deadline
    let isEnding = decision != nil
    var thing = DueThing(
      DueKey(
        .noticeDecision,
        agreement.reminderSubject,
        part: isEnding ? "notice" : "",
        due: .day(due)
      ),
      name: agreement.reminderName,
      what: agreement.words(file.party),
      standing: words,
      decision: isEnding ? "send the notice" : choice,
      request: request(context),
      otherwise: otherwise,
      owner: OwnerSearch(.contractManager, .relationshipManager, in: file, agreement)
    )
    thing.dueWords = standing.dispatchBy == nil ? "Notice must arrive by" : "Notice must be sent by"
    thing.calendar = context.calendar(agreement)
    thing.tier = tier
    return thing
  }

  private var choice: String {
    agreement.terms.renewal == .option
      ? "renew, renegotiate or let it end" : "renew, renegotiate or end"
  }

  /// The term, the deadline and the cost, as far as they are known.
  private var words: String {
    let term = standing.currentTerm.map { "term \($0.startsOn) to \($0.endsOn)" }
    let bound = standing.boundUntil.map { "bound until \($0)" }
    let safe = standing.safeNoticeOn.map { "deadline \(deadline), safe day \($0)" }
    let cost = agreement.annualValue.map { "\($0) a year" }
    return [term, bound, safe ?? "deadline \(deadline), no calendar gives the safe day", cost]
      .compactMap { $0 }.joined(separator: ", ")
  }

  private func request(_ context: ReminderContext) -> String {
    if deadline < context.asOf { return "Record how it goes on, and what is to be improved" }
    if let decision {
      return "Ending it was decided on \(decision.decidedOn): send the notice"
    }
    let request = "Decide whether to \(choice)"
    guard let dispatchBy = standing.dispatchBy, dispatchBy < context.asOf else { return request }
    return "\(request) now, and send a notice by the fastest way that can be proved"
  }

  private var otherwise: String {
    let cost = agreement.annualValue.map { ", at \($0) a year" } ?? ", at a cost not recorded"
    switch agreement.terms.renewal {
    case .automatic:
      return standing.boundUntilIfMissed.map { "it is renewed until \($0)\(cost)" }
        ?? "it is renewed for a time not known\(cost)"
    case .option: return "the option to renew it lapses"
    case .some(.none), nil: return "it may go on or end; whether it renews is not recorded"
    }
  }
}
