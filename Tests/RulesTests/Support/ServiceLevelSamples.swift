import Model
import TestSupport
import Testing

@testable import Rules

/// Files, graphs and runs for tests of rules about service levels and internal suppliers.
enum ServiceLevelSamples {
  /// A customer with an SLA in force since 2024-01-01 that lacks records.
  static func file(
    _ kind: AgreementKind = .sla,
    on day: String,
    role: String = "customer",
    endsOn: String? = nil,
    _ change: (inout AgreementFile) throws -> Void = { _ in }
  ) throws -> RelationshipFile {
    var file = RelationshipFile(party: RuleSamples.party(role))
    var agreement = try RuleSamples.agreement(kind, "A-1", endsOn: endsOn, on: day)
    try change(&agreement)
    file.agreements = [agreement]
    return file
  }

  /// A graph with the live service S-1, the customer P-1 and an SLA or none.
  static func graph(_ agreement: AgreementFile? = nil) -> ServiceGraph {
    var graph = ServiceGraph()
    graph.services = [ServiceGraph.Service(id: 3, reference: "S-1", name: "Mail")]
    graph.parties[7] = ServiceGraph.Party(
      id: 7,
      reference: "P-1",
      name: "Acme",
      roles: ["customer"]
    )
    if var agreement {
      agreement.services = ["S-1"]
      graph.agreements[agreement.id] = agreement
    }
    return graph
  }

  /// A monthly availability target of at least 99.9 %.
  static func target(_ changes: [String: String] = [:]) throws -> ServiceLevelTarget {
    var facts = [
      "agreement": "1", "title": "Availability", "metric": "availability",
      "comparison": "atLeast", "value": "99.9", "unit": "%", "window": "month",
    ]
    facts.merge(changes) { $1 }
    return try .sample("T-1", id: 11, facts)
  }

  /// A value of the target for a month such as `2025-01`.
  static func measurement(
    _ month: String,
    id: Int64 = 1,
    _ facts: [String: String] = ["value": "99.95"]
  ) throws -> Measurement {
    let first = try RuleSamples.day(month + "-01")
    var all = [
      "target": "11", "periodStart": first.description, "periodEnd": first.endOfMonth.description,
    ]
    all.merge(facts) { $1 }
    return try .sample("M-\(month)", id: id, all)
  }
}

extension Rule {
  /// The judgements about a graph.
  func judge(_ graph: ServiceGraph, _ context: RuleContext) -> [Judgement] {
    guard case .services(let evaluate) = evaluation else { return [] }
    return evaluate(graph, context)
  }

  /// Expects that a waiver through the day of the context hides the finding, and that one that ran
  /// out the day before is named in it.
  func expectWaivers(
    _ kind: String,
    _ subject: String,
    _ file: RelationshipFile?,
    _ context: RuleContext,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    var waived = context
    waived.organization.records.add(
      try Waiver.sample(
        id,
        kind,
        subject,
        from: "2024-01-01",
        until: context.asOf.description
      )
    )
    let outcome = run(file, waived)
    #expect(outcome.findings.isEmpty, sourceLocation: location)
    #expect(outcome.summary[.waived, default: 0] > 0, sourceLocation: location)
    let before = context.asOf.adding(days: -1)
    var expired = context
    expired.organization.records.add(
      try Waiver.sample(id, kind, subject, from: "2024-01-01", until: before.description)
    )
    let message = run(file, expired).findings.first?.judgement.message ?? ""
    #expect(
      message.hasSuffix("The waiver by Ada ran out on \(before)."),
      sourceLocation: location
    )
  }
}
