import Model
import Policies

extension Rule {
  /// SLM-04: agreements are signed by all who take part.
  static let agreementSignatures = Rule(
    id: "SLM-04",
    title: "Agreements are signed by all parties to them",
    clauses: [.of2005: "6.1"],
    predicate: "A party to an agreement in force has not signed it.",
    remediation: "Get the signature, or the assent by mail, and record who gave it and when.",
    guidance: """
      Have SLAs, agreements with internal suppliers and contracts accepted by everybody who takes \
      part; assent by mail is enough. Good evidence is a signature for each party with day and \
      name, or the day of the last signature.
      """,
    records: ["signature"],
    evaluation: .relationship { file, context in
      file.agreements.filter(\.isActive).map { judge($0, file, context) }
    }
  )

  private static func judge(
    _ agreement: AgreementFile,
    _ file: RelationshipFile,
    _ context: RuleContext
  ) -> Judgement {
    let subject = Judgement.Subject.agreement(agreement)
    let what = agreement.label(with: file.party)
    let signatures = agreement.records[Signature.self]
    if signatures.isEmpty, let day = agreement.terms.signedOn, day <= context.asOf {
      return .pass(subject, "\(what): signed, the last signature on \(day).")
    }
    guard !agreement.members.isEmpty else {
      return .insufficientData(subject, "\(what): it is not known who takes part in it.")
    }
    let signed = signatures.filter { $0.signedOn.map { $0 <= context.asOf } ?? false }
    let undated = signatures.filter { $0.signedOn == nil }
    let open = agreement.parties { party in
      !signed.contains { $0.party == party } && undated.contains { $0.party == party }
    }
    let missing = agreement.parties { party in
      !signed.contains { $0.party == party } && !undated.contains { $0.party == party }
    }
    guard missing.isEmpty else {
      return .fail(
        subject,
        .minor,
        "\(what): not signed by \(missing.listed) as of \(context.asOf)."
      ).resting(on: signed.map { Judgement.Evidence($0) })
    }
    guard !open.isEmpty else {
      return .pass(subject, "\(what): signed by all parties to it.")
        .resting(on: signed.map { Judgement.Evidence($0) })
    }
    return .insufficientData(subject, "\(what): it is not known when \(open.listed) signed.")
      .resting(on: undated.map { Judgement.Evidence($0) })
  }
}

extension AgreementFile {
  /// The references of the parties to it whose number passes the test, each once, in their order.
  fileprivate func parties(_ passes: (Int64) -> Bool) -> [String] {
    members.filter { passes($0.party) }.reduce(into: []) { found, member in
      if !found.contains(member.reference) { found.append(member.reference) }
    }
  }
}
