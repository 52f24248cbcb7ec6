import Model
import Policies

extension ReminderKind {
  /// The end of each accepted certificate, report or test of a supplier.
  static let assurance = ReminderKind(
    .assurance,
    title: "Assurance",
    summary: "An accepted certificate, report or test of a supplier runs out.",
    search: .relationship { file, context, list in
      guard file.isSupplier(on: context.asOf) else { return }
      let proofs = AssuranceProofs(file, on: context.asOf)
      for kind in Proof.Kind.allCases { find(kind, proofs, file, context, &list) }
    }
  )

  private static func find(
    _ kind: Proof.Kind,
    _ proofs: AssuranceProofs,
    _ file: RelationshipFile,
    _ context: ReminderContext,
    _ list: inout DueList
  ) {
    guard let name = kind.assurance else { return }
    let chase = context.policy.obligations.certificateChase
    let lead = context.policy.days(chase, from: context.asOf)
    let limits = context.policy.attestationLimits(on: context.asOf)
    let isReport = kind == .soc1 || kind == .soc2
    let standing =
      isReport ? proofs.report(kind, limits: limits) : proofs.certificate(kind, leadDays: lead)
    guard let end = standing.validThrough else { return }
    let grace = isReport ? end.adding(days: limits.issueGraceDays) : nil
    var thing = DueThing(
      DueKey(.assurance, file.party.reminderSubject, part: kind.rawValue, due: .day(end)),
      name: file.party.name,
      what: "\(name) of \(file.party.label)",
      standing: words(standing, grace, context.asOf),
      decision: "get the next one",
      request: "Ask the supplier for the next one, look at it, and record your decision",
      otherwise: "nothing proves any more what it proved",
      owner: OwnerSearch(.contractManager, .relationshipManager, in: file)
    )
    thing.dueWords = "It holds through"
    thing.calendar = context.calendar()
    thing.tier = SupplierTier.of(file)
    if !isReport { thing.ladder = .daysFrom(lead) }
    list.add(thing)
  }

  private static func words(
    _ standing: AssuranceStanding,
    _ grace: CivilDay?,
    _ day: CivilDay
  ) -> String {
    if let gap = standing.gap, gap.judgement != .bridged {
      let days = "nothing covers \(gap.days.startsOn) to \(gap.days.endsOn)"
      return gap.judgement == .needsBridgeLetter ? "\(days), a bridge letter is needed" : days
    }
    switch standing.state {
    case .missing: return "none was accepted"
    case .valid: return "it holds"
    case .dueSoon:
      guard let grace, let end = standing.validThrough, end < day else { return "it ends soon" }
      return "it has ended, the next one is expected by \(grace)"
    case .invalid(let since): return "it has not held since \(since)"
    }
  }
}

extension Proof.Kind {
  /// What a proof of the kind is called that holds for some time; nil for other kinds.
  fileprivate var assurance: String? {
    switch self {
    case .iso27001: "Certificate ISO/IEC 27001"
    case .iso20000: "Certificate ISO/IEC 20000-1"
    case .iso22301: "Certificate ISO 22301"
    case .iso9001: "Certificate ISO 9001"
    case .soc1: "Report SOC 1"
    case .soc2: "Report SOC 2"
    case .insurance: "Insurance"
    case .penetrationTest: "Penetration test"
    case .continuityTest: "Continuity test"
    case .audit: "Audit"
    case .subSupplierControl: "Proof of control of sub-suppliers"
    case .serviceReport, .bridgeLetter, .financial, .subSupplierList, .minutes, .other: nil
    }
  }
}
