import Model
import Policies
import Reminders
import Storage

extension Report<JudgedReader> {
  /// Reviews that were planned and held, and when the next ones are due.
  static let reviews = Report(
    id: "reviews",
    title: "Reviews",
    summary: "Reviews that were planned and held, and when the next ones are due.",
    noun: CountNoun("line", "lines"),
    emptySentence: "No review was planned or held, and none is due.",
    columns: [
      Column("party", "Party", formats: .data),
      Column("subject", "About", importance: .essential, overflow: .whole),
      Column("name", "Name", importance: .high),
      Column("kind", "Kind", importance: .high, overflow: .whole),
      Column("state", "State", importance: .essential, overflow: .whole),
      Column("plannedOn", "Planned", .day, importance: .low),
      Column("heldOn", "Held", .day, importance: .high),
      Column("dueOn", "Due", .day, importance: .essential),
      Column("days", "Days", .integer, importance: .medium),
      Column("result", "Result", importance: .medium),
      Column("missing", "What it lacks", .list(of: .text), importance: .medium),
      Column("review", "Review", importance: .low),
    ],
    notes: [
      "A review counts as held with a day, somebody of ours, for a service review somebody of "
        + "theirs, a result and minutes; else it is incomplete. Days are those from the day of the "
        + "report to the due day, below zero once that is past."
    ],
    rows: { judged, filter, write in
      let planner = judged.planner(topics, try judged.reader.organizationFile())
      try judged.reader.forEachRelationship { file in
        guard filter.fits(file.party) else { return }
        for row in ReviewRows(file: file, day: judged.day).held + due(planner, file, judged.day) {
          if filter.fits(row.moment), filter.fits(status: row.state) { try write(row.row) }
        }
      }
    }
  )

  private static let topics: Set<ReminderTopic> = [
    .contractReview, .serviceReview, .serviceLevelReview, .performanceReview, .exitPlan,
  ]

  /// When the next review of each kind is due.
  private static func due(
    _ planner: ReminderPlanner,
    _ file: RelationshipFile,
    _ day: CivilDay
  ) -> [ReviewRows.Line] {
    planner.due(in: file).things.map { thing in
      let due = thing.key.due.day(in: planner.context.zone)
      let state = due < day ? "overdue" : "due"
      return ReviewRows.Line(
        state: state,
        moment: due,
        row: Row(
          [
            .text(file.party.reference), .text(thing.key.subject.reference), .text(thing.name),
            .text(thing.key.topic.rawValue), .text(state), .empty, .empty, Cell(due),
            Cell(day.days(to: due)), .text(thing.standing), .list([]), .empty,
          ],
          mark: due < day ? .alert : .normal
        )
      )
    }
  }
}

/// The reviews of a party and its agreements that are on record.
struct ReviewRows {
  /// A line with what filters look at.
  struct Line {
    let state: String
    let moment: CivilDay?
    let row: Row
  }

  let file: RelationshipFile
  let day: CivilDay

  var held: [Line] {
    let party = (file.records, file.party.reference, file.party.name)
    let parts = [party] + file.agreements.map { ($0.records, $0.reference, $0.title ?? "") }
    return parts.flatMap { shelf, reference, name in
      shelf[Review.self].map { line($0, shelf, reference, name) }
    }
  }

  private func line(
    _ review: Review,
    _ shelf: RecordShelf,
    _ reference: String,
    _ name: String
  ) -> Line {
    let missing = HeldReviews.missing(review, shelf, day)
    let state = state(review, isWhole: missing.isEmpty)
    let isHeld = review.heldOn.map { $0 <= day } ?? false
    let row = Row(
      [
        .text(file.party.reference), .text(reference), .text(name), .text(review.kind.rawValue),
        .text(state), Cell(review.plannedOn), Cell(review.heldOn), .empty, .empty,
        Cell(review.result), .list(isHeld ? missing.map(Cell.text) : []), .text(review.reference),
      ],
      mark: state == "held" || state == "planned" ? .normal : .warning
    )
    return Line(state: state, moment: review.heldOn ?? review.plannedOn, row: row)
  }

  private func state(_ review: Review, isWhole: Bool) -> String {
    if let held = review.heldOn, held <= day { return isWhole ? "held" : "incomplete" }
    return review.plannedOn.map { $0 < day } ?? false ? "notHeld" : "planned"
  }
}
