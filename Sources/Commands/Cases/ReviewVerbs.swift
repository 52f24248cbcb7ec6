import ArgumentParser
import Model
import Storage

/// `liaison review hold REFERENCE`.
struct ReviewHold: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hold",
    abstract: "Say that a planned review was held, who was there, and what came out.",
    discussion: """
      A review counts as held with somebody of ours, for a service review somebody of
      theirs too, a result, and minutes; see `liaison review minutes`.

        liaison review hold review-1 --on 2026-05-04 --result "Goes on." \\
          --ours "A. Muster" --theirs "B. Kunde"
      """
  )

  @Argument(help: "The review's reference.")
  var reference: String

  @Option(help: "The day on which it was held (default: today).")
  var on: DayArgument?

  @Option(help: "What came out, in one sentence.")
  var result: String

  @Option(help: "Somebody of ours who was there; repeat it for more.")
  var ours: [String] = []

  @Option(help: "Somebody of theirs who was there; repeat it for more.")
  var theirs: [String] = []

  @Option(help: "When the next one is planned.")
  var next: DayArgument?

  @OptionGroup var storeOptions: StoreOptions

  func run() throws {
    try storeOptions.change("review hold") { store, write, today in
      let day = on?.day ?? today
      if let held = try Review.find(reference, in: store).heldOn {
        throw CommandError(
          message: "Review \(reference) was held on \(held) and cannot be held again. Plan "
            + "another one, or correct it with `liaison review change`.",
          code: 64
        )
      }
      var review = NewRecord(Review.type, reference: reference, effectiveOn: day)
      review.set("heldOn", .day(day))
      review.set("result", .text(result))
      if let next { review.set("nextOn", .day(next.day)) }
      let people =
        ours.map { attendance($0, "ours", day) } + theirs.map { attendance($0, "theirs", day) }
      try store.putRecords([review] + people, today: today, write)
      return "Review \(reference) was held on \(day)."
    }
  }

  private func attendance(_ name: String, _ side: String, _ day: CivilDay) -> NewRecord {
    var record = NewRecord(Attendance.type, reference: nil, effectiveOn: day)
    record.set("review", .reference(reference))
    record.set("name", .text(name))
    record.set("side", .text(side))
    return record
  }
}

/// `liaison review minutes REFERENCE`.
struct ReviewMinutes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "minutes",
    abstract: "Say that the minutes of a review were issued.",
    discussion: "  liaison review minutes review-1 --on 2026-05-08 --approved-by \"B. Kunde\""
  )

  @Argument(help: "The review's reference.")
  var reference: String

  @Option(help: "The day on which they were issued (default: today).")
  var on: DayArgument?

  @Option(help: "Who approved them.")
  var approvedBy: String?

  @OptionGroup var storeOptions: StoreOptions

  func run() throws {
    try storeOptions.change("review minutes") { store, write, today in
      let day = on?.day ?? today
      guard let held = try Review.find(reference, in: store).heldOn, held <= day else {
        throw CommandError(
          message: "Review \(reference) was not held by \(day), so it has no minutes yet. Say "
            + "first that it was held: liaison review hold \(reference).",
          code: 64
        )
      }
      var review = NewRecord(Review.type, reference: reference, effectiveOn: day)
      review.set("minutesIssuedOn", .day(day))
      if let approvedBy { review.set("approvedBy", .text(approvedBy)) }
      return ChangeText.sentence(
        "review \(reference)",
        try store.changeRecord(review, today: today, write)
      )
    }
  }
}
