import Model
import TestSupport
import Testing

@testable import Rules

/// Complaints for tests of rules.
enum ComplaintSamples {
  /// What happened to a complaint, or to whom it was handed: `kind` and moment.
  typealias Steps = [(kind: String, at: String)]

  /// The first steps of the complaint K-1, all in time.
  static let opening: Steps = [
    ("receipt", "2026-03-02T09:00:05Z"), ("triaged", "2026-03-02T10:00:00Z"),
    ("acknowledged", "2026-03-02T14:00:00Z"), ("assessing", "2026-03-02T14:30:00Z"),
    ("investigating", "2026-03-03T10:00:00Z"),
  ]

  /// The facts of the major complaint K-1, which came on Monday 2026-03-02 at 10:00 in Berlin.
  static let facts = [
    "receivedAt": "2026-03-02T09:00:00Z", "party": "7", "complainant": "Bea", "channel": "mail",
    "service": "3", "description": "Slow.", "severity": "major", "isFormal": "yes",
  ]

  /// The shelf with the complaint K-1, other facts taken over and empty ones left out.
  static func shelf(
    _ steps: Steps = [],
    _ more: [String: String] = [:],
    escalations: [[String: String]] = []
  ) throws -> RecordShelf {
    var shelf = RecordShelf()
    let facts = facts.merging(more) { $1 }.filter { !$0.value.isEmpty }
    shelf.add(try Complaint.sample("K-1", facts))
    for (index, step) in steps.enumerated() {
      shelf.add(
        try ComplaintStep.sample(
          "S-\(index + 10)",
          ["complaint": "1", "kind": step.kind, "at": step.at]
        )
      )
    }
    for (index, facts) in escalations.enumerated() {
      let all = facts.merging(["complaint": "1", "reason": "Late."]) { $1 }
      shelf.add(try Escalation.sample("E-\(index + 1)", all))
    }
    return shelf
  }

  /// The customer P-1 (Acme) with the complaint K-1.
  static func file(
    on day: String,
    _ steps: Steps = [],
    _ more: [String: String] = [:],
    escalations: [[String: String]] = []
  ) throws -> RelationshipFile {
    var file = try CustomerSamples.file(on: day)
    file.records = try shelf(steps, more, escalations: escalations)
    return file
  }

  /// The only judgement about the complaint, at an instant if one is given.
  static func judge(
    _ rule: Rule,
    _ file: RelationshipFile,
    on day: String,
    at instant: String? = nil,
    _ change: (inout RuleContext) -> Void = { _ in }
  ) throws -> Judgement {
    let now = instant.flatMap { Instant($0) }
    return try CustomerSamples.judge(rule, file, on: day) { context in
      if let now { context.now = now }
      change(&context)
    }
  }
}

extension Rule {
  /// The judgements about the organisation.
  func judge(_ context: RuleContext) -> [Judgement] {
    switch evaluation {
    case .organization(let evaluate), .everywhere(_, let evaluate):
      evaluate(context.organization, context)
    case .relationship, .services: []
    }
  }
}
