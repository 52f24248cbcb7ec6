import Model
import Policies

extension Rule {
  /// SUP-17: we run a part of each service ourselves.
  static let ownShare = Rule(
    id: "SUP-17",
    title: "Not everything of a service is run by others",
    clauses: [.of2011: "4.2", .of2018: "8.2.3.1"],
    predicate: """
      All components of a live service are run by other parties, or their shares of a service \
      without components reach the whole.
      """,
    remediation: "Draw the scope anew, and name what stays with us.",
    guidance: """
      You answer for a service whoever runs its parts, and cannot show that for a service of which \
      nothing is yours. List the components of each service and who runs them. Good evidence is a \
      component that we run ourselves, or shares of others that leave something to us, with the \
      person who stays accountable.
      """,
    records: ["component", "supply"],
    evaluation: .services { graph, context in
      // Which processes there are in all is not recorded, so only services are judged.
      graph.services.filter { $0.isLive(on: context.asOf) }.map { judge($0, graph, context) }
    }
  )

  private static func judge(
    _ service: ServiceGraph.Service,
    _ graph: ServiceGraph,
    _ context: RuleContext
  ) -> Judgement {
    let subject = Judgement.Subject.service(service)
    let what = "Service \(service.label)"
    let components = graph.records[Component.self].filter { $0.service == service.id }
    if let own = components.first(where: { isOurs($0.operatedBy, graph) }) {
      return .pass(subject, "\(what): component \(own.reference) is run by ourselves.")
        .resting(on: [Judgement.Evidence(own)])
    }
    if !components.isEmpty {
      return .fail(
        subject,
        .major,
        "\(what): nothing is operated by us; others run \(Count.of(components.count, "component")) "
          + "of it, that is all, as of \(context.asOf)."
      ).resting(on: components.map { Judgement.Evidence($0) })
    }
    return judgeShares(subject, what, service, graph, context)
  }

  private static func judgeShares(
    _ subject: Judgement.Subject,
    _ what: String,
    _ service: ServiceGraph.Service,
    _ graph: ServiceGraph,
    _ context: RuleContext
  ) -> Judgement {
    let links = graph.records[SupplyLink.self].filter {
      $0.service == service.id && !isOurs($0.party, graph)
    }
    let shares = links.compactMap(\.share).map { Fraction($0) }
    let sum = shares.reduce(.zero, +)
    let text = sum.exactText()
    if sum >= 100 {
      return .fail(
        subject,
        .major,
        "\(what): nothing is operated by us; others have \(text) % of it as of \(context.asOf)."
      ).resting(on: links.map { Judgement.Evidence($0) })
    }
    guard !links.isEmpty, shares.count == links.count else {
      return .insufficientData(
        subject,
        "\(what): neither its components nor the shares of others are recorded."
      )
    }
    return .pass(subject, "\(what): others have \(text) % of it.")
  }

  /// Whether it is ourselves or one of our units.
  private static func isOurs(_ party: Int64?, _ graph: ServiceGraph) -> Bool {
    guard let party else { return true }
    let roles = graph.parties[party]?.roles ?? []
    return roles.contains(PartyRole.ownEntity.rawValue) || roles.contains(PartyRole.branch.rawValue)
  }
}
