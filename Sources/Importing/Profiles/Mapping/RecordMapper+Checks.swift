import Model

extension RecordMapper {
  /// Looks whether the dates of a draft are in order, and mends what the profile says.
  @inline(__always)
  func judge(_ draft: inout Draft, _ record: CSVRecord) {
    if compiled.profile.checks.recomputesEnd { recomputeEnd(&draft, record) }
    guard let end = draft.number(.endsOn) else { return }
    if let start = draft.number(.startsOn), end < start {
      noteReversed(start: start, end: end, record)
    }
    if let latest = draft.number(.latestPossibleEnd), latest < end {
      noteLatest(latest, end: end, record)
      draft.set(.latestPossibleEnd, number: end)
    }
  }

  private func noteReversed(start: Int64, end: Int64, _ record: CSVRecord) {
    let header = label(of: .endsOn)
    note(
      "dates.reversed",
      .warning,
      record,
      column: column(of: .endsOn),
      label: header,
      value: iso(end),
      message: "The end \(iso(end)) lies before the start \(iso(start)).",
      remedy: "Correct one of the two days in the source."
    )
  }

  private func noteLatest(_ latest: Int64, end: Int64, _ record: CSVRecord) {
    note(
      "dates.latestBeforeEnd",
      .warning,
      record,
      column: column(of: .latestPossibleEnd),
      label: label(of: .latestPossibleEnd),
      value: iso(latest),
      message: "The latest possible end \(iso(latest)) lies before the end \(iso(end)); "
        + "the later day is taken for both.",
      remedy: "Correct one of the two days in the source."
    )
  }

  /// Computes the end from start and initial term, and compares it with the one given.
  private func recomputeEnd(_ draft: inout Draft, _ record: CSVRecord) {
    guard let start = draft.number(.startsOn), let text = draft.text(.initialTerm),
      let term = Period(text), !term.isZero,
      let first = CivilDay(exactly: start), let last = Term.end(startingOn: first, length: term)
    else { return }
    let computed = Int64(last.number)
    defer { draft.set(.endsOn, number: computed) }
    guard let given = draft.number(.endsOn), given != computed else { return }
    let isConvention = given == computed + 1
    note(
      isConvention ? "end.dayAfter" : "end.differs",
      isConvention ? .note : .warning,
      record,
      column: column(of: .endsOn),
      label: label(of: .endsOn),
      value: iso(given),
      message: "The end \(iso(given)) is not \(iso(computed)), the last day of \(text) from "
        + "\(iso(start)); the computed day is taken.",
      remedy: isConvention
        ? "Nothing needs to be done: the exporter states the day after the last one."
        : "Look whether the agreement was renewed, or correct its duration."
    )
  }

  private func iso(_ day: Int64) -> String {
    CivilDay(exactly: day)?.description ?? String(day)
  }

  private func label(of target: Field) -> String? {
    compiled.fields.first { $0.target == target }?.reader.label
  }

  private func column(of target: Field) -> Int? {
    compiled.fields.first { $0.target == target }?.reader.column
  }
}
