import Model
import Policies

extension Rule {
  /// INT-05: processes that others run are evaluated.
  static let processEvaluations = Rule(
    id: "INT-05",
    title: "Processes that other parties run are evaluated",
    clauses: [.of2011: "4.2", .of2018: "8.2.3.2"],
    predicate: """
      A party runs a process for us, and the last evaluation of it, or the first day of the party's \
      role, lies further back than the interval.
      """,
    remediation: "Evaluate how well the process works, and record the result.",
    guidance: """
      For each process that somebody else runs, look at its figures and results at least at the \
      interval of the policy, and judge whether it does what you need. Good evidence is an \
      evaluation that names the process, with its day and its result.
      """,
    thresholds: ["process.evaluate", "dueSoon.lead", "upgrade.overdue"],
    records: ["supply", "processEvaluation"],
    evaluation: .relationship { file, context in
      processes(file).map { name in judge(name, file, context).about(name) }
    }
  )

  /// The processes that the party runs, each once whatever its spelling, in order of name.
  private static func processes(_ file: RelationshipFile) -> [String] {
    var known: Set<String> = []
    return file.all(SupplyLink.self).compactMap(\.process).sorted().filter { name in
      known.insert(NameKey.normalized(name)).inserted
    }
  }

  private static func judge(
    _ name: String,
    _ file: RelationshipFile,
    _ context: RuleContext
  ) -> Judgement {
    let subject = Judgement.Subject.party(file.party)
    let what = "Evaluation of the process \(name) at \(file.party.label)"
    let evaluations = file.all(ProcessEvaluation.self).filter { evaluation in
      evaluation.result != nil && evaluation.evaluatedOn <= context.asOf
        && NameKey.normalized(evaluation.process) == NameKey.normalized(name)
    }
    let last = evaluations.max { ($0.evaluatedOn, $0.reference) < ($1.evaluatedOn, $1.reference) }
    let start =
      file.party.roles.compactMap(\.validFrom).min()
      ?? file.agreements.filter(\.isActive).compactMap(\.terms.startsOn).min()
    guard let base = last?.evaluatedOn ?? start,
      let due = base.adding(context.policy.suppliers.processEvaluate)
    else {
      return .insufficientData(
        subject,
        "\(what): there is none with a result, and nothing says since when the party runs it."
      )
    }
    let found = last.map { "last \($0.evaluatedOn)" } ?? "none with a result"
    return DueJudgement(subject: subject, what: what, last: found, due: due).judge(context)
      .resting(on: last.map { [Judgement.Evidence($0)] } ?? [])
  }
}
