import Model
import Policies

extension Rule {
  /// SUP-08: lead suppliers prove that they control those who work for them.
  static let subSupplierControl = Rule(
    id: "SUP-08",
    title: "Lead suppliers prove that they control their sub-suppliers",
    clauses: [.of2005: "7.3", .of2011: "7.2"],
    predicate: """
      Others work for a lead supplier, and no proof that it controls them was accepted within the \
      interval.
      """,
    remediation: "Ask the lead supplier for reports or certificates that show it.",
    guidance: """
      Ask each lead supplier how it watches those who work for it, and judge what you get. Good \
      evidence is a proof of the kind subSupplierControl that somebody of ours accepted, anew in \
      each interval.
      """,
    thresholds: ["chain.verify", "dueSoon.lead", "upgrade.overdue"],
    records: ["supplyChain", "proof", "proofDecision"],
    evaluation: .relationship { file, context in
      let subs = SubSuppliers(file, context)
      let links = subs.all
      return links.isEmpty ? [] : [judge(file, links, subs.words(links), context)]
    }
  )

  private static func judge(
    _ file: RelationshipFile,
    _ links: [SupplyChainLink],
    _ words: String,
    _ context: RuleContext
  ) -> Judgement {
    let subject = Judgement.Subject.party(file.party)
    let what = "Proof that \(file.partyWords) controls \(words)"
    let last = accepted(file, context.asOf)
    let start =
      last?.day ?? links.compactMap(\.validFrom).min()
      ?? file.activeContracts
      .compactMap(\.terms.startsOn).min()
    guard let due = start?.adding(context.policy.suppliers.chainVerify) else {
      return .insufficientData(subject, "\(what): none, and nothing says since when it is needed.")
    }
    return DueJudgement(
      subject: subject,
      what: what,
      last: last.map { "last accepted \($0.day)" } ?? "never accepted",
      due: due
    )
    .judge(context).resting(on: last.map { [Judgement.Evidence($0.proof)] } ?? [])
  }

  /// The proof of control that was accepted last, with the day of that.
  private static func accepted(
    _ file: RelationshipFile,
    _ day: CivilDay
  ) -> (day: CivilDay, proof: Proof)? {
    let decisions = file.all(ProofDecision.self).filter { $0.decidedOn <= day }
    return file.all(Proof.self).filter { $0.kind == .subSupplierControl }.compactMap { proof in
      let last = decisions.filter { $0.proof == proof.id }
        .max { ($0.decidedOn, $0.reference) < ($1.decidedOn, $1.reference) }
      return last.flatMap { $0.isAccepted ? ($0.decidedOn, proof) : nil }
    }.max { ($0.0, $0.1.reference) < ($1.0, $1.1.reference) }
  }
}
