import Model
import Policies

extension Rule {
  /// SUP-07: it is known who works for a supplier.
  static let supplyChains = Rule(
    id: "SUP-07",
    title: "Lead and sub-contracted suppliers and their roles are documented",
    clauses: [.of2005: "7.3", .of2011: "7.2"],
    predicate: """
      A contract deals with sub-contracting and nobody is listed behind it, the list contradicts \
      itself, or it was confirmed longer ago than the policy allows.
      """,
    remediation: "Ask the lead supplier who works for it, and record the ranks.",
    guidance: """
      List behind each contract who signs with us and who works for whom, with rank, role and \
      first day; a list of the lead supplier alone says that nobody else takes part. Good evidence \
      is a confirmation by the lead supplier for each place of the chain. The edition of 2018 does \
      not ask for it; where DORA applies to the supplier it is needed all the same.
      """,
    thresholds: ["chain.confirm", "dueSoon.lead", "upgrade.overdue"],
    records: ["supplyChain", "tierAssessment"],
    evaluation: .relationship { file, context in
      // Template B_05.02 of Commission Implementing Regulation (EU) 2024/2956.
      let isLaw = SupplierTier.latest(file)?.underDora == true
      return file.contracts.map { judge($0, file, context).required(elsewhere: isLaw) }
    }
  )

  private static func judge(
    _ contract: AgreementFile,
    _ file: RelationshipFile,
    _ context: RuleContext
  ) -> Judgement {
    let subject = Judgement.Subject.agreement(contract)
    guard contract.isActive else {
      return .notApplicable(subject, "Contract \(contract.reference) is not in force.")
    }
    let chain = SubSuppliers(file, context)
    let links = chain.links(contract)
    let what = "Sub-suppliers behind \(contract.reference) with \(file.party.name)"
    if links.isEmpty { return judgeEmpty(contract, what, context.asOf) }
    let evidence = links.map { Judgement.Evidence($0) }
    let defects = chain.defects(links)
    if !defects.isEmpty {
      let sentences = defects.map(\.sentence).joined(separator: " ")
      return .fail(subject, .minor, "\(what): the chain contradicts itself. \(sentences)")
        .resting(on: evidence)
    }
    return judgeAge(links, chain, subject, what, context).resting(on: evidence)
  }

  /// Judges a contract behind which nobody is listed by what it says of sub-contracting.
  private static func judgeEmpty(
    _ contract: AgreementFile,
    _ what: String,
    _ day: CivilDay
  ) -> Judgement {
    let subject = Judgement.Subject.agreement(contract)
    let item = contract.contentItems.first { $0.key == "subcontracting" }
    switch item?.state {
    case "present", "reference":
      return .fail(
        subject,
        .minor,
        "\(what) are unknown: the contract deals with sub-contracting and nobody is listed as of "
          + "\(day)."
      )
    case "notApplicable":
      return .notApplicable(
        subject,
        "Sub-contracting does not concern contract \(contract.reference)."
      )
    default:
      return .insufficientData(
        subject,
        "\(what): nobody is listed, and whether the contract allows any is not known."
      )
    }
  }

  private static func judgeAge(
    _ links: [SupplyChainLink],
    _ chain: SubSuppliers,
    _ subject: Judgement.Subject,
    _ what: String,
    _ context: RuleContext
  ) -> Judgement {
    let days = links.compactMap(chain.known)
    guard days.count == links.count, let oldest = days.min(),
      let due = oldest.adding(context.policy.suppliers.chainConfirm)
    else { return .insufficientData(subject, "\(what): when they were confirmed is not known.") }
    return DueJudgement(subject: subject, what: what, last: "last confirmed \(oldest)", due: due)
      .judge(context)
  }
}
