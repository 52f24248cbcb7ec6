import Model
import Policies

extension Rule {
  /// SUP-06: it is written down how our processes and those of a supplier meet.
  static let interfaces = Rule(
    id: "SUP-06",
    title: "Interfaces with each supplier are defined and confirmed",
    clauses: [.of2005: "7.3", .of2011: "7.2", .of2018: "8.3.4.1"],
    predicate: """
      No interface with a supplier is written down, or one was agreed or confirmed longer ago than \
      the policy allows.
      """,
    remediation: """
      Document whom to ask on both sides for incidents, changes, problems, security and billing, \
      and have it confirmed.
      """,
    guidance: """
      For each process that crosses the border to a supplier write down what goes in, what comes \
      out and whom to ask on both sides. Good evidence is an interface for each process with the \
      day on which both sides agreed or confirmed it.
      """,
    thresholds: ["interfaces.confirm", "dueSoon.lead", "upgrade.overdue"],
    records: ["interface"],
    evaluation: .relationship { file, context in
      file.isSupplier(on: context.asOf) ? [judge(file, context)] : []
    }
  )

  private static func judge(_ file: RelationshipFile, _ context: RuleContext) -> Judgement {
    let subject = Judgement.Subject.party(file.party)
    let what = "Interfaces with \(file.partyWords)"
    guard let oldest = latest(file, context.asOf).first else {
      return .fail(subject, .minor, "\(what) are not defined as of \(context.asOf).")
    }
    guard let due = oldest.agreedOn.adding(context.policy.suppliers.interfacesConfirm) else {
      return .insufficientData(subject, "\(what): when they are due is not known.")
    }
    return DueJudgement(
      subject: subject,
      what: what,
      last: "\(oldest.process) last confirmed \(oldest.agreedOn)",
      due: due
    )
    .judge(context).resting(on: [Judgement.Evidence(oldest)])
  }

  /// The latest entry of each process, the one confirmed longest ago first.
  private static func latest(
    _ file: RelationshipFile,
    _ day: CivilDay
  ) -> [ProcessInterface] {
    let agreed = file.all(ProcessInterface.self).filter { $0.agreedOn <= day }
    let byProcess = Dictionary(agreed.map { ($0.process, $0) }) { first, second in
      first.agreedOn < second.agreedOn ? second : first
    }
    return byProcess.values.sorted { ($0.agreedOn, $0.reference) < ($1.agreedOn, $1.reference) }
  }
}
