import Model
import Policies

extension Rule {
  /// SLM-02: each service has an SLA.
  static let serviceLevelAgreements = Rule(
    id: "SLM-02",
    title: "Each live service has an SLA in force",
    clauses: [.of2005: "6.1", .of2011: "6.1", .of2018: "8.3.3"],
    predicate: "No SLA that covers a live service is in force on the day.",
    remediation: "Agree on an SLA for the service, or extend the one that ended.",
    guidance: """
      Cover each service of the catalogue by at least one SLA, one for several services where that \
      is easier. Good evidence is an SLA with its first and last day that names the services it \
      covers.
      """,
    evaluation: .services { graph, context in
      graph.services.filter { $0.isLive(on: context.asOf) }.map { service in
        judge(service, graph.agreements(covering: service).filter { $0.kind == .sla }, context)
      }
    }
  )

  private static func judge(
    _ service: ServiceGraph.Service,
    _ agreements: [AgreementFile],
    _ context: RuleContext
  ) -> Judgement {
    let subject = Judgement.Subject.service(service)
    let what = "Service \(service.label)"
    if let active = agreements.first(where: \.isActive) {
      return .pass(subject, "\(what) is covered by SLA \(active.reference).")
    }
    if let open = agreements.first(where: { $0.standing.status == .unknown }) {
      return .insufficientData(
        subject,
        "\(what): whether SLA \(open.reference) is in force is not known."
      )
    }
    return fail(service, what, agreements, context.asOf)
  }

  private static func fail(
    _ service: ServiceGraph.Service,
    _ what: String,
    _ agreements: [AgreementFile],
    _ day: CivilDay
  ) -> Judgement {
    let subject = Judgement.Subject.service(service)
    let over = agreements.compactMap { agreement in
      agreement.standing.termEnd.flatMap { $0 < day ? (end: $0, agreement.reference) : nil }
    }
    let last = over.max { ($0.end, $0.1) < ($1.end, $1.1) }
    // An SLA that ended before the service went live leaves the service bare from its first day on.
    let since = [last?.end.adding(days: 1), service.liveFrom].compactMap { $0 }.max()
    guard let since else {
      return .fail(subject, .major, "\(what) has no SLA in force as of \(day).")
    }
    let reason = last.map { "; SLA \($0.1) ended \($0.end)" } ?? ""
    return .fail(
      subject,
      .major,
      due: since,
      "\(what) has had no SLA since \(since) (\(Count.days(since.days(to: day)))), as of \(day)"
        + "\(reason)."
    )
  }
}
