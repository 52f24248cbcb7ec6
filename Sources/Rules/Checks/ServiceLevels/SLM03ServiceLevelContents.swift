import Model
import Policies

extension Rule {
  /// SLM-03: SLAs say what they must.
  static let serviceLevelContents = Rule(
    id: "SLM-03",
    title: "SLAs hold targets, workload limits and exceptions",
    clauses: [.of2005: "6.1", .of2011: "6.1", .of2018: "8.3.3"],
    predicate: """
      An SLA in force has no target that holds on the day, no workload limit, or no statement on \
      exceptions.
      """,
    remediation: "Complete the SLA by a change, and record what it says.",
    guidance: """
      State in each SLA the targets, the volumes for which they hold, and what is excepted; that \
      nothing is excepted is a valid statement. Good evidence is a target and a workload limit on \
      record, and the content items targets, workload and exceptions checked.
      """,
    records: ["target", "workloadLimit"],
    evaluation: .relationship { file, context in
      file.agreements.filter { $0.kind == .sla && $0.isActive }.map { agreement in
        judge(agreement, ServiceLevelContent(agreement, on: context.asOf), file, context)
      }
    }
  )

  private static func judge(
    _ agreement: AgreementFile,
    _ content: ServiceLevelContent,
    _ file: RelationshipFile,
    _ context: RuleContext
  ) -> Judgement {
    let subject = Judgement.Subject.agreement(agreement)
    let what = agreement.label(with: file.party)
    let unknown = content.words(.unknown)
    guard content.words(.absent).isEmpty else {
      let rest = unknown.isEmpty ? "" : "; not known: \(unknown.listed)"
      return .fail(
        subject,
        content.targets == .absent ? .major : .minor,
        "\(what) lacks \(content.words(.absent).listed) as of \(context.asOf)\(rest)."
      )
    }
    guard unknown.isEmpty else {
      return .insufficientData(
        subject,
        "\(what): \(unknown.listed) not recorded as of \(context.asOf)."
      )
    }
    return .pass(subject, "\(what) holds targets, workload limits and exceptions.")
  }
}

/// What an SLA says of targets, workload and exceptions, by its records and its content items.
struct ServiceLevelContent {
  /// Whether something is said.
  enum Standing {
    case present, absent, unknown
  }

  let targets, workload, exceptions: Standing

  init(_ agreement: AgreementFile, on day: CivilDay) {
    let hold = agreement.records[ServiceLevelTarget.self].contains {
      covers(day, from: $0.validFrom, through: $0.validThrough)
    }
    // A target that the SLA states and nobody recorded cannot be measured, so it is not known.
    targets = hold ? .present : agreement.states("targets") ? .unknown : .absent
    let limited = !agreement.records[WorkloadLimit.self].isEmpty
    workload = limited || agreement.settles("workload") ? .present : .absent
    exceptions = agreement.settles("exceptions") ? .present : Self.exceptions(agreement)
  }

  private static func exceptions(_ agreement: AgreementFile) -> Standing {
    agreement.contentItems.contains { $0.key == "exceptions" && $0.state == "missing" }
      ? .absent : .unknown
  }

  /// What stands so, in words.
  func words(_ standing: Standing) -> [String] {
    [(targets, "targets"), (workload, "workload limits"), (exceptions, "exceptions")]
      .filter { $0.0 == standing }.map(\.1)
  }
}

extension AgreementFile {
  /// Whether the check of its content found the item in it or in a document that it names.
  func states(_ key: String) -> Bool {
    contentItems.contains { $0.key == key && ["present", "reference"].contains($0.state) }
  }

  /// Whether the check of its content found the item, or that it does not apply.
  func settles(_ key: String) -> Bool {
    states(key) || contentItems.contains { $0.key == key && $0.state == "notApplicable" }
  }
}
