import Model
import Policies

extension Rule {
  /// SUP-01: it is known what each supplier provides.
  static let supplies = Rule(
    id: "SUP-01",
    title: "What each supplier provides or runs is written down",
    clauses: [.of2005: "7.3", .of2011: "7.2", .of2018: "8.2.3.1"],
    predicate: """
      A supplier is linked to no service, component or process, or a service needs a party that the \
      register does not have as a supplier.
      """,
    remediation: "Complete the map of who provides what.",
    guidance: """
      For each supplier write down the services it contributes to, the components it provides and \
      the processes it runs for us. Good evidence is a link for each of these, and a party in the \
      register with a role for everybody on whom a service depends.
      """,
    records: ["supply", "dependency"],
    evaluation: .relationship { file, context in
      if file.isSupplier(on: context.asOf) { return [judge(file)] }
      return unknown(file, context)
    }
  )

  private static func judge(_ file: RelationshipFile) -> Judgement {
    let subject = Judgement.Subject.party(file.party)
    let links = file.all(SupplyLink.self)
    let stated = links.filter { $0.service != nil || $0.component != nil || $0.process != nil }
    if let first = stated.first {
      return .pass(subject, "Supplier \(file.partyWords): what it provides is stated.")
        .resting(on: [Judgement.Evidence(first)])
    }
    guard let empty = links.first else {
      return .fail(
        subject,
        .minor,
        "Supplier \(file.partyWords): it is not stated which service, component or process it "
          + "provides."
      )
    }
    return .insufficientData(
      subject,
      "Supplier \(file.partyWords): supply \(empty.reference) names no service, component or "
        + "process."
    ).resting(on: [Judgement.Evidence(empty)])
  }

  /// A party that services need though it plays no part that could deliver.
  private static func unknown(
    _ file: RelationshipFile,
    _ context: RuleContext
  ) -> [Judgement] {
    let roles: [PartyRole] = [
      .internalSupplier, .customerActingAsSupplier, .subSupplier, .ownEntity, .branch,
    ]
    guard !roles.contains(where: { file.party.plays($0.rawValue, on: context.asOf) }),
      let need = file.all(Dependency.self).first
    else { return [] }
    let judgement = Judgement.fail(
      .party(file.party),
      .minor,
      "Dependency \(need.reference) needs \(file.partyWords), which is no supplier in the register "
        + "as of \(context.asOf)."
    )
    return [judgement.about(need.reference).resting(on: [Judgement.Evidence(need)])]
  }
}
