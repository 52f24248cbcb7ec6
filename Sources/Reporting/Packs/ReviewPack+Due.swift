import Model
import Policies
import Reminders
import Storage

extension ReviewPack {
  // MARK: What falls due

  var deadlines: Document.Section {
    let topics: Set<ReminderTopic> = [
      .contractReview, .serviceReview, .serviceLevelReview, .performanceReview, .noticeDecision,
      .termEnd, .assurance, .survey, .exitPlan, .alignment, .creditClaim,
    ]
    return .table(
      key: "deadlines",
      title: "Next deadlines",
      [
        Column("subject", "About", importance: .low, overflow: .whole),
        Column("topic", "Kind", formats: .data),
        Column("what", "What", importance: .essential, minimumWidth: 20),
        Column("standing", "So far", importance: .medium),
        Column("dueOn", "Due", .day, importance: .essential),
        Column("days", "Days", .integer, importance: .high),
      ],
      due(topics, through: day.addingMonths(12)).map { due in
        Row(
          [
            .text(due.thing.key.subject.reference), .text(due.thing.key.topic.rawValue),
            .text(due.thing.what), Cell(due.thing.standing.isEmpty ? nil : due.thing.standing),
            Cell(due.day), Cell(day.days(to: due.day)),
          ],
          mark: mark(due.day)
        )
      },
      emptySentence: "Nothing falls due within a year."
    )
  }

  var obligations: Document.Section {
    .table(
      key: "obligations",
      title: "Obligations overdue or due",
      [
        Column("obligation", "Obligation", importance: .essential, overflow: .whole),
        Column("title", "What is owed", importance: .essential, minimumWidth: 18),
        Column("dueOn", "Due", .day, importance: .essential),
        Column("days", "Days", .integer, importance: .high),
        Column("state", "State", importance: .high, overflow: .whole),
      ],
      due([.obligation], through: day.adding(days: Self.nearDays)).map { due in
        Row(
          [
            .text(due.thing.key.subject.reference), .text(due.thing.name), Cell(due.day),
            Cell(day.days(to: due.day)), .text(due.day < day ? "overdue" : "due"),
          ],
          mark: mark(due.day)
        )
      },
      emptySentence: "No obligation is overdue or due within \(Self.nearDays) days."
    )
  }

  /// What falls due by a day, the earliest first.
  private func due(
    _ topics: Set<ReminderTopic>,
    through last: CivilDay
  ) -> [(thing: DueThing, day: CivilDay)] {
    let things = judged.planner(topics, organization).due(in: file).things.map {
      (thing: $0, day: $0.key.due.day(in: judged.zone))
    }
    return things.filter { $0.day <= last }.sorted {
      ($0.day, $0.thing.key.description) < ($1.day, $1.thing.key.description)
    }
  }

  /// How something is shown that is due on a day.
  func mark(_ due: CivilDay?) -> Row.Mark {
    guard let due else { return .normal }
    if due < day { return .alert }
    return day.days(to: due) <= 30 ? .warning : .normal
  }

  // MARK: What was agreed to be done

  var actions: Document.Section {
    let reviews = Dictionary(
      uniqueKeysWithValues: file.all(Review.self).map { ($0.id, $0.reference) }
    )
    let open = file.all(Action.self).filter { $0.doneOn.map { $0 > day } ?? true }
    return .table(
      key: "actions",
      title: "Open actions",
      [
        Column("reference", "Reference", importance: .essential, overflow: .whole),
        Column("title", "What is to be done", importance: .essential),
        Column("review", "Of review", importance: .medium, overflow: .whole),
        Column("owner", "Owner", importance: .high),
        Column("dueOn", "Due", .day, importance: .essential),
        Column("days", "Days", .integer, importance: .medium),
      ],
      inOrder(open.map { ($0.dueOn, $0.reference, $0) }).map { action in
        Row(
          [
            .text(action.reference), .text(action.title),
            Cell(action.review.flatMap { reviews[$0] }), Cell(action.owner), Cell(action.dueOn),
            Cell(action.dueOn.map { day.days(to: $0) }),
          ],
          mark: mark(action.dueOn)
        )
      },
      emptySentence: "No open actions."
    )
  }

  var improvements: Document.Section {
    let open = file.all(Improvement.self).filter {
      ($0.doneOn.map { $0 > day } ?? true) && $0.state != .done && $0.state != .rejected
    }
    return .table(
      key: "improvements",
      title: "Open improvements",
      [
        Column("reference", "Reference", importance: .essential, overflow: .whole),
        Column("title", "What is improved", importance: .essential),
        Column("owner", "Owner", importance: .high),
        Column("state", "State", importance: .medium, overflow: .whole),
        Column("dueOn", "Due", .day, importance: .essential),
        Column("days", "Days", .integer, importance: .medium),
      ],
      inOrder(open.map { ($0.replannedOn ?? $0.dueOn, $0.reference, $0) }).map { improvement in
        let due = improvement.replannedOn ?? improvement.dueOn
        return Row(
          [
            .text(improvement.reference), .text(improvement.title), Cell(improvement.owner),
            .text(improvement.state?.rawValue ?? "open"), Cell(due),
            Cell(due.map { day.days(to: $0) }),
          ],
          mark: mark(due)
        )
      },
      emptySentence: "No open improvements."
    )
  }

  /// Records by day, those without one last, then by reference.
  private func inOrder<Kind>(_ records: [(CivilDay?, String, Kind)]) -> [Kind] {
    records.sorted { ($0.0 ?? .last, $0.1) < ($1.0 ?? .last, $1.1) }.map { $0.2 }
  }

  // MARK: What may happen

  var risks: Document.Section {
    .table(
      key: "risks",
      title: "Open risks and their acceptance",
      [
        Column("reference", "Reference", importance: .essential, overflow: .whole),
        Column("title", "What may happen", importance: .essential),
        Column("owner", "Owner", importance: .medium),
        Column("acceptedBy", "Accepted by", importance: .medium),
        Column("expiresOn", "Until", .day, importance: .essential),
        Column("state", "State", importance: .high, overflow: .whole),
      ],
      file.all(Risk.self).filter { $0.state != .closed }.map { risk in
        let acceptance = file.all(RiskAcceptance.self)
          .filter { $0.risk == risk.id && $0.acceptedOn <= day }
          .max { ($0.expiresOn, $0.reference) < ($1.expiresOn, $1.reference) }
        let state = state(of: acceptance)
        return Row(
          [
            .text(risk.reference), .text(risk.title), Cell(risk.owner),
            Cell(acceptance?.acceptedBy), Cell(acceptance?.expiresOn), .text(state),
          ],
          mark: state == "accepted" ? .normal : state == "runs out" ? .warning : .alert
        )
      },
      emptySentence: "No open risks."
    )
  }

  private func state(of acceptance: RiskAcceptance?) -> String {
    guard let last = acceptance?.expiresOn else { return "not accepted" }
    if last < day { return "ran out" }
    return day.days(to: last) <= Self.nearDays ? "runs out" : "accepted"
  }
}
