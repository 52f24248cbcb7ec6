import Model
import Policies

extension ReminderKind {
  /// The warning and the limit of each clock of an open complaint, and the levels that it comes to.
  static let complaintClock = ReminderKind(
    .complaintClock,
    title: "Complaint clock",
    summary: """
      A clock of a complaint has used up most of its time or is past its limit, or the complaint \
      comes to a higher level.
      """,
    escalation: .complaint,
    search: .complaints(.complaintClock) { item, context, list in
      for clock in ComplaintClock.allCases where clock != .update && clock != .consent {
        // While we wait for the complainant the limit moves on.
        if clock.isPausable, item.clocks.history.state == .waitingComplainant { continue }
        for run in try item.clocks.standings(clock) where run.stoppedAt == nil {
          list.add(item.thing(run, context))
        }
      }
      for step in try item.levels(context) { list.add(item.thing(step, context)) }
    }
  )
}

extension OpenComplaint {
  /// A clock that runs.
  func thing(_ run: ClockStanding, _ context: ReminderContext) -> DueThing {
    var thing = DueThing(
      DueKey(.complaintClock, subject, part: run.clock.rawValue, due: .instant(run.dueAt)),
      name: name,
      what: "\(run.clock.deed.noun) for complaint \(complaint.reference)\(customer)",
      standing: "received \(context.zone.text(item.complaint.receivedAt))",
      decision: run.clock.deed.decision,
      request: run.clock.deed.request,
      otherwise: run.clock == .respond ? "it goes up a level" : "its time is over",
      owner: owner
    )
    thing.ladder = .clock(warnsAt: run.warnsAt)
    thing.calendar = item.calendar
    return thing
  }

  /// A level that it comes to.
  func thing(_ step: EscalationLadder.Step, _ context: ReminderContext) -> DueThing {
    var thing = DueThing(
      DueKey(.complaintClock, subject, part: "level\(step.level)", due: .instant(step.at)),
      name: name,
      what: "Complaint \(complaint.reference)\(customer) comes to level \(step.level)",
      standing: step.reason.words,
      decision: "take it over",
      request: "Take it over, and tell the complainant who has it now",
      otherwise: step.level < EscalationLadder.highest
        ? "it goes up a level" : "only the way outside is left",
      owner: owner
    )
    thing.ladder = .level(step.level)
    thing.calendar = item.calendar
    return thing
  }

  /// The levels from the second on that it has come to or comes to by itself, except the one that
  /// the limit of the decision brings, which its clock announces.
  func levels(_ context: ReminderContext) throws -> [EscalationLadder.Step] {
    guard !clocks.history.state.isDecided else { return [] }
    var times = EscalationLadder.Times()
    times.level2 = context.policy.complaints.escalationLevel2
    times.level3 = context.policy.complaints.escalationLevel3
    let ladder = try clocks.escalation(times: times)
    return (ladder.steps + [ladder.next].compactMap { $0 }).filter {
      $0.level >= 2 && $0.reason != .respondBreached
    }
  }
}

extension ComplaintClock {
  /// What the clock waits for.
  fileprivate var deed: (noun: String, decision: String, request: String) {
    switch self {
    case .receipt: ("Receipt", "send the receipt", "Send the receipt")
    case .acknowledge:
      ("Acknowledgement", "acknowledge it", "Tell the complainant the number and who handles it")
    case .assess: ("Assessment", "assess it", "Save the initial assessment")
    case .respond: ("Response", "respond", "Send the decision, if only an interim one")
    case .resolve: ("Solution", "solve it", "Finish what was promised, and ask to close")
    case .update: ("Update", "write to the complainant", "Tell the complainant how things stand")
    case .consent: ("Consent", "ask again", "Ask the complainant again whether it can be closed")
    }
  }
}

extension EscalationLadder.Reason {
  /// The reason in words.
  fileprivate var words: String {
    switch self {
    case .respondWarning: "most of the time for the decision has passed"
    case .respondBreached: "the time for the decision is over"
    case .decisionRejected: "the complainant rejected the decision"
    case .complainantAsked: "the complainant asked for it"
    case .riskFound: "safety, security, personal data or the press is at risk"
    case .timeOver: "the time at the level below is over"
    case .byHand: "it was handed on"
    }
  }
}
