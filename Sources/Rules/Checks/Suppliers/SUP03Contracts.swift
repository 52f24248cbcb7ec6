import Model
import Policies

extension Rule {
  /// SUP-03: there is a contract for what services need.
  static let contractsInForce = Rule(
    id: "SUP-03",
    title: "A contract in force stands behind what services need",
    clauses: [.of2005: "7.3", .of2011: "7.2", .of2018: "8.3.4.1"],
    predicate: """
      A live service depends on a supplier with which no contract is in force, for instance because \
      it ended and is still used.
      """,
    remediation: "Extend or renew the contract, or leave the supplier.",
    guidance: """
      Have a written contract with each supplier before a service depends on it, and decide on its \
      end in time. Good evidence is the signed contract with its first and last day, named by what \
      the service needs.
      """,
    records: ["dependency", "component", "supply"],
    evaluation: .relationship { file, context in
      guard file.party.plays("supplier", on: context.asOf) || !file.contracts.isEmpty else {
        return []
      }
      return file.services(dependingOn: context).map { judge($0, file, context) }
    }
  )

  private static func judge(
    _ use: ServiceUse,
    _ file: RelationshipFile,
    _ context: RuleContext
  ) -> Judgement {
    let subject = Judgement.Subject.party(file.party)
    let contracts = contracts(use, file, context)
    let open = open(contracts, isNamed: use.agreements.contains { $0 != nil })
    let unknown = open.filter { $0.standing.status == .unknown }
    let what = "Service \(use.words) depends on \(file.partyWords)"
    let judgement: Judgement =
      if open.isEmpty, let active = contracts.first(where: \.isActive) {
        .pass(subject, "\(what) under contract \(active.reference).")
      } else if let first = unknown.first, unknown.count == open.count {
        .insufficientData(
          subject,
          "\(what); whether contract \(first.reference) is in force is not known."
        )
      } else {
        fail(subject, what, open, context.asOf)
      }
    return judgement.about(use.service.reference)
  }

  /// The contracts that should be in force and are not, or of which that is not known.
  ///
  /// Each one that is named must be; of others one is enough, and those that may be come alone.
  private static func open(_ contracts: [AgreementFile], isNamed: Bool) -> [AgreementFile] {
    let open = contracts.filter { !$0.isActive }
    if isNamed { return open }
    if open.count < contracts.count { return [] }
    let unknown = open.filter { $0.standing.status == .unknown }
    return unknown.isEmpty ? open : unknown
  }

  /// The agreements that are named for what the service needs; without any all contracts.
  private static func contracts(
    _ use: ServiceUse,
    _ file: RelationshipFile,
    _ context: RuleContext
  ) -> [AgreementFile] {
    let named = Set(use.agreements.compactMap { $0 })
    guard !named.isEmpty else { return file.contracts }
    return named.sorted().compactMap { id in
      file.agreements.first { $0.id == id } ?? context.graph.agreements[id]
    }
  }

  private static func fail(
    _ subject: Judgement.Subject,
    _ what: String,
    _ contracts: [AgreementFile],
    _ day: CivilDay
  ) -> Judgement {
    let over = contracts.compactMap { contract in
      contract.standing.termEnd.flatMap { $0 < day ? (end: $0, contract) : nil }
    }
    if let last = over.max(by: { ($0.end, $0.1.reference) < ($1.end, $1.1.reference) }) {
      let ago = Count.days(last.end.days(to: day))
      return .fail(
        subject,
        .major,
        due: last.end,
        "\(what); contract \(last.1.reference) ended \(last.end) and is still used \(ago) later, "
          + "as of \(day)."
      )
    }
    guard let first = contracts.first else {
      return .fail(subject, .major, "\(what), with which there is no contract as of \(day).")
    }
    return .fail(
      subject,
      .major,
      "\(what); contract \(first.reference) is not in force as of \(day)."
    )
  }
}
