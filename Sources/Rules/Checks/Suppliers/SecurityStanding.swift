import Model
import Policies

/// Judges whether a supplier that handles data of ours has agreed to controls and proves them.
struct SecurityStanding {
  private let file: RelationshipFile
  private let context: RuleContext
  private let subject: Judgement.Subject
  private let terms: [SecurityTerms]
  /// The data by its class, the most sensitive one; nil if nothing says it.
  private let data: SecurityTerms.DataClass?

  init(_ file: RelationshipFile, _ context: RuleContext) {
    self.file = file
    self.context = context
    subject = .party(file.party)
    terms = file.all(SecurityTerms.self)
    let parts = context.graph.records[Component.self].filter { $0.operatedBy == file.party.id }
    let classes =
      terms.map(\.dataClass)
      + parts.compactMap(\.dataClass).compactMap { SecurityTerms.DataClass(rawValue: $0.rawValue) }
    let order = SecurityTerms.DataClass.allCases
    data = classes.max { (order.firstIndex(of: $0) ?? 0) < (order.firstIndex(of: $1) ?? 0) }
  }

  func judge() -> Judgement {
    let handles = file.all(SupplyChainLink.self).contains {
      $0.supplier == file.party.id && $0.handlesData == true
        && covers(context.asOf, from: $0.validFrom, through: $0.validThrough)
    }
    guard let data, data != .none || handles else {
      if handles { return judge("data of ours", .minor) }
      if data == nil {
        return .insufficientData(
          subject,
          "Supplier \(file.partyWords): nothing says whether it handles data of ours."
        )
      }
      return .notApplicable(subject, "Supplier \(file.partyWords) handles no data of ours.")
    }
    let grave = data == .personal || data == .critical
    return judge(data == .none ? "data of ours" : "\(data.rawValue) data", grave ? .major : .minor)
  }

  private func judge(_ data: String, _ grade: Grade) -> Judgement {
    let what = "Supplier \(file.partyWords) handles \(data)"
    let agreed = terms.first { terms in
      terms.dataClass != .none && terms.agreedOn.map { $0 <= context.asOf } ?? false
    }
    guard let agreed else {
      return .fail(subject, grade, "\(what); no security terms are agreed as of \(context.asOf).")
    }
    return judgeProof(what, grade).resting(on: [Judgement.Evidence(agreed)])
  }

  private func judgeProof(_ what: String, _ grade: Grade) -> Judgement {
    let day = context.asOf
    let proofs = AssuranceProofs(file, on: day)
    let lead = context.days(context.policy.obligations.certificateChase)
    let certificate = proofs.certificate(.iso27001, leadDays: lead)
    let report = proofs.report(.soc2, limits: context.policy.attestationLimits(on: day))
    let best = rank(report) < rank(certificate) ? report : certificate
    let end = best.validThrough
    switch best.state {
    case .valid:
      return .pass(subject, due: end, "\(what); its assurance holds\(through(end)).")
    case .dueSoon:
      return .dueSoon(
        subject,
        due: end,
        "\(what); its assurance \((end ?? day) < day ? "ended" : "ends") \(end ?? day), the next "
          + "one is to be asked for."
      )
    case .invalid(let since):
      return .fail(
        subject,
        grade,
        due: since.adding(days: -1),
        "\(what); it has had no valid assurance since \(since), "
          + "\(Count.days(since.days(to: day))) as of \(day).\(gap(best))"
      )
    case .missing:
      return .fail(
        subject,
        grade,
        "\(what); no certificate or report was accepted as of \(day)."
      )
    }
  }

  private func through(_ end: CivilDay?) -> String { end.map { " through \($0)" } ?? "" }

  private func gap(_ standing: AssuranceStanding) -> String {
    guard let gap = standing.gap else { return "" }
    return " Nothing covers \(gap.days.startsOn) to \(gap.days.endsOn)."
  }

  /// The better state first.
  private func rank(_ standing: AssuranceStanding) -> Int {
    switch standing.state {
    case .valid: 0
    case .dueSoon: 1
    case .invalid: 2
    case .missing: 3
    }
  }
}
