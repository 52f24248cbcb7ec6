import Model
import Policies

extension Rule {
  /// SLM-01: services are agreed with those who use them.
  static let serviceAcceptances = Rule(
    id: "SLM-01",
    title: "Services are agreed with the customers who use them",
    clauses: [.of2005: "6.1", .of2011: "6.1", .of2018: "8.3.3"],
    predicate: """
      A live service has users at a customer, and nothing shows that it was agreed with that \
      customer.
      """,
    remediation: "File the mail, the minutes or the contract in which the service was agreed.",
    guidance: """
      Agree each service with each customer who uses it; the form is free: a contract, a mail, \
      minutes, accepted terms. Good evidence is an acceptance with its day and the place where it \
      is written, or an SLA in force with that customer that covers the service.
      """,
    records: ["serviceAcceptance", "userGroup"],
    evaluation: .services { graph, context in
      graph.services.filter { $0.isLive(on: context.asOf) }.flatMap { service in
        judge(service, graph, context)
      }
    }
  )

  private static func judge(
    _ service: ServiceGraph.Service,
    _ graph: ServiceGraph,
    _ context: RuleContext
  ) -> [Judgement] {
    let acceptances = graph.records[ServiceAcceptance.self].filter {
      $0.service == service.id && $0.agreedOn <= context.asOf
    }
    let users = graph.records[UserGroup.self].filter { $0.service == service.id }.map(\.party)
    let customers = Set(users + acceptances.map(\.party)).compactMap { graph.parties[$0] }
    guard !customers.isEmpty else {
      return [.notApplicable(.service(service), "Service \(service.label) has no known users.")]
    }
    return customers.sorted { $0.reference < $1.reference }.map { party in
      judge(service, party, acceptances.filter { $0.party == party.id }, graph, context)
        .about(party.reference)
    }
  }

  private static func judge(
    _ service: ServiceGraph.Service,
    _ party: ServiceGraph.Party,
    _ acceptances: [ServiceAcceptance],
    _ graph: ServiceGraph,
    _ context: RuleContext
  ) -> Judgement {
    let subject = Judgement.Subject.service(service)
    let what = "Service \(service.label) for \(party.label)"
    if let written = acceptances.last(where: { $0.evidence != nil }) {
      return .pass(subject, "\(what): agreed on \(written.agreedOn).")
        .resting(on: [Judgement.Evidence(written)])
    }
    let agreement = graph.agreements(covering: service).first { agreement in
      agreement.kind == .sla && agreement.isActive
        && agreement.members.contains { $0.party == party.id }
    }
    if let agreement { return .pass(subject, "\(what): covered by SLA \(agreement.reference).") }
    guard let bare = acceptances.last else {
      return .fail(
        subject,
        .minor,
        "\(what): no evidence that it was agreed, as of \(context.asOf)."
      )
    }
    return .insufficientData(
      subject,
      "\(what): agreed on \(bare.agreedOn), but it is not said where that is written."
    ).resting(on: [Judgement.Evidence(bare)])
  }
}
