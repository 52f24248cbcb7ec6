import Model
import Policies

extension Rule {
  /// INT-01: an agreement stands behind what services need of internal suppliers and customers.
  static let internalAgreements = Rule(
    id: "INT-01",
    title: "What services need of internal suppliers and customers is agreed",
    clauses: [.of2005: "6.1", .of2011: "6.1", .of2018: "8.3.4.2"],
    predicate: """
      A live service relies on an internal supplier or a customer, and no agreement with it is in \
      force that states activities, targets, other commitments and interfaces.
      """,
    remediation: "Write an agreement of one page with that party, or complete the one there is.",
    guidance: """
      Agree with everybody in your larger organisation, and with every customer that contributes, \
      what they do, how well, and where your processes meet. Good evidence is an agreement in force \
      with targets on record and the content items scope, requirements, targets and interfaces \
      checked.
      """,
    records: ["dependency", "component", "supply", "target", "interface"],
    evaluation: .relationship { file, context in
      guard file.isInternalSupplier(on: context.asOf) else { return [] }
      return InternalReliance.of(file.party, context).map { need in
        judge(need, file, context).about(need.service.reference)
      }
    }
  )

  private static func judge(
    _ need: InternalReliance,
    _ file: RelationshipFile,
    _ context: RuleContext
  ) -> Judgement {
    let subject = Judgement.Subject.party(file.party)
    let what = "Service \(need.service.label) relies on \(file.party.label)"
    let grade: Grade = need.isCritical ? .major : .minor
    let agreements = agreements(need, file, context)
    if let active = agreements.first(where: \.isActive) {
      return judge(active, what, grade, file, context)
    }
    if let open = agreements.first(where: { $0.standing.status == .unknown }) {
      return .insufficientData(
        subject,
        "\(what); whether agreement \(open.reference) is in force is not known."
      )
    }
    let ended = agreements.compactMap { agreement in
      agreement.standing.termEnd.flatMap { $0 < context.asOf ? ($0, agreement.reference) : nil }
    }.max { $0 < $1 }
    guard let ended else {
      return .fail(subject, grade, "\(what) without agreement as of \(context.asOf).")
    }
    let days = Count.days(ended.0.days(to: context.asOf))
    return .fail(
      subject,
      grade,
      due: ended.0,
      "\(what); agreement \(ended.1) ended \(ended.0), \(days) ago as of \(context.asOf)."
    )
  }

  /// The agreements named for what the service needs; without any those of the internal kinds.
  private static func agreements(
    _ need: InternalReliance,
    _ file: RelationshipFile,
    _ context: RuleContext
  ) -> [AgreementFile] {
    guard need.agreements.isEmpty else {
      return need.agreements.sorted().compactMap { id in
        file.agreements.first { $0.id == id } ?? context.graph.agreements[id]
      }
    }
    return file.agreements.filter { AgreementKind.internalKinds.contains($0.kind) }
  }

  private static func judge(
    _ agreement: AgreementFile,
    _ what: String,
    _ grade: Grade,
    _ file: RelationshipFile,
    _ context: RuleContext
  ) -> Judgement {
    let subject = Judgement.Subject.party(file.party)
    let content = InternalContent(agreement, file, on: context.asOf)
    guard content.missing.isEmpty else {
      let rest = content.unknown.isEmpty ? "" : "; not known: \(content.unknown.listed)"
      return .fail(
        subject,
        grade,
        "\(what); agreement \(agreement.reference) lacks \(content.missing.listed) as of "
          + "\(context.asOf)\(rest)."
      )
    }
    guard content.unknown.isEmpty else {
      return .insufficientData(
        subject,
        "\(what); whether agreement \(agreement.reference) states \(content.unknown.listed) is not "
          + "known."
      )
    }
    return .pass(subject, "\(what) under agreement \(agreement.reference).")
  }
}

/// What an internal agreement says of activities, commitments, targets and interfaces.
private struct InternalContent {
  /// What the check of its content did not find, in words.
  let missing: [String]
  /// What nobody checked, in words.
  let unknown: [String]

  init(_ agreement: AgreementFile, _ file: RelationshipFile, on day: CivilDay) {
    let measured = agreement.records[ServiceLevelTarget.self].contains {
      covers(day, from: $0.validFrom, through: $0.validThrough)
    }
    let meets = !file.all(ProcessInterface.self).isEmpty
    let items = [
      ("scope", "activities", false), ("requirements", "other commitments", false),
      ("targets", "targets", measured), ("interfaces", "interfaces", meets),
    ].filter { !$0.2 && !agreement.settles($0.0) }
    let missing = items.filter { item in
      agreement.contentItems.contains { $0.key == item.0 && $0.state == "missing" }
    }
    self.missing = missing.map(\.1)
    unknown = items.map(\.1).filter { !missing.map(\.1).contains($0) }
  }
}
