import Model
import TestSupport
import Testing

@testable import Rules

/// Files of a supplier `P-1`, Acme, with a contract `C-1` that has the number 1.
enum SupplierSamples {
  /// A supplier with one contract, open-ended from 2024-01-01 unless said otherwise.
  static func file(
    on day: String,
    tier: String? = nil,
    startsOn: String? = "2024-01-01",
    endsOn: String? = nil,
    _ change: (inout AgreementFile) throws -> Void = { _ in }
  ) throws -> RelationshipFile {
    var file = RelationshipFile(party: RuleSamples.party(tier: tier))
    var contract = try RuleSamples.agreement(startsOn: startsOn, endsOn: endsOn, on: day)
    try change(&contract)
    file.agreements = [contract]
    return file
  }

  /// A graph of one live service `S-1`, Mail, and the party `P-1`.
  static func graph() -> ServiceGraph {
    var graph = ServiceGraph()
    graph.services = [ServiceGraph.Service(id: 3, reference: "S-1", name: "Mail")]
    graph.parties[7] = ServiceGraph.Party(
      id: 7,
      reference: "P-1",
      name: "Acme",
      roles: ["supplier"]
    )
    return graph
  }
}

extension Rule {
  /// The only judgement about a file.
  func only(
    _ file: RelationshipFile,
    _ context: RuleContext,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Judgement {
    let judgements = judge(file, context)
    #expect(judgements.count == 1, sourceLocation: sourceLocation)
    return try #require(judgements.first, sourceLocation: sourceLocation)
  }

  /// Checks that a waiver silences the only failure through its last day and not after it.
  ///
  /// The failure must be about `P-1` or `C-1`.
  func expectWaivable(
    _ file: RelationshipFile?,
    _ context: RuleContext,
    _ kind: String = "agreement",
    _ subject: String = "C-1",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let last = context.asOf
    func waived(until day: CivilDay) throws -> CheckOutcome {
      var context = context
      context.organization.records.add(
        try Waiver.sample(id, kind, subject, from: "2020-01-01", until: day.description)
      )
      return run(file, context)
    }
    let during = try waived(until: last)
    #expect(during.summary[.waived] == 1, sourceLocation: sourceLocation)
    #expect(during.findings.isEmpty, sourceLocation: sourceLocation)
    let before = last.adding(days: -1)
    let finding = try waived(until: before).findings.first?.judgement
    #expect(finding?.result == .fail, sourceLocation: sourceLocation)
    #expect(
      finding?.message.hasSuffix(" The waiver by Ada ran out on \(before).") == true,
      sourceLocation: sourceLocation
    )
  }
}
