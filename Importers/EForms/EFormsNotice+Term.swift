import Importing
import Model

extension EFormsNotice {
  /// Sets start, end, duration and renewals from the lots with the ids.
  ///
  /// Over several lots the contract runs from the earliest start to the latest end.
  func addTerm(lots ids: [String], to record: inout NoticeRecord) {
    let projects = ids.compactMap { lots[$0]?.first("ProcurementProject") }
    let periods = projects.flatMap { $0.all("PlannedPeriod") }
    addDays(periods.compactMap { $0.text("StartDate") }, .startsOn, first: true, to: &record)
    addDays(periods.compactMap { $0.text("EndDate") }, .endsOn, first: false, to: &record)
    if periods.contains(where: { $0.text("DescriptionCode") == "UNLIMITED" }) {
      record.draft.set(.openEnded, number: 1)
    }
    if record.draft.number(.endsOn) == nil {
      addDuration(periods.compactMap { $0.first("DurationMeasure") }, .initialTerm, to: &record)
    }
    addRenewal(projects.flatMap { $0.all("ContractExtension") }, to: &record)
  }

  private func addDays(
    _ texts: [String],
    _ field: Field,
    first: Bool,
    to record: inout NoticeRecord
  ) {
    let name = "PlannedPeriod/\(first ? "StartDate" : "EndDate")"
    let days = Set(texts).sorted().compactMap { record.set(field, day: $0, from: name) }
    guard let chosen = first ? days.min() : days.max() else { return }
    record.draft.set(field, number: Int64(chosen.number))
  }

  private func addDuration(
    _ measures: [XMLTree],
    _ field: Field,
    to record: inout NoticeRecord
  ) {
    let texts = Set(measures.map { "\($0.text) \($0.attributes["unitCode"] ?? "")" }).sorted()
    guard let text = texts.first else { return }
    guard texts.count == 1, let period = Self.period(measures[0]) else {
      return record.report(
        "eforms.duration",
        .warning,
        field: "DurationMeasure",
        value: texts.joined(separator: ", "),
        message: "The lots of the contract do not give one duration: \(text).",
        remedy: "Enter the duration by hand."
      )
    }
    record.set(field, text: period.description)
  }

  /// A duration with the units of the code list `duration-unit`.
  private static func period(_ measure: XMLTree) -> Period? {
    let units: [String: Period.Unit] = [
      "DAY": .day, "WEEK": .week, "MONTH": .month, "YEAR": .year,
    ]
    guard let unit = units[measure.attributes["unitCode"] ?? ""], let count = Int(measure.text)
    else { return nil }
    return Period(count, unit)
  }

  private func addRenewal(_ extensions: [XMLTree], to record: inout NoticeRecord) {
    let counts = extensions.compactMap { $0.text("MaximumNumberNumeric") }.compactMap { Int64($0) }
    if let most = counts.max() {
      record.draft.set(.renewal, text: most > 0 ? "option" : "none")
      record.draft.set(.maxRenewals, number: most)
    }
    let periods = extensions.flatMap { $0.all("Renewal", "Period") }
    addDuration(periods.compactMap { $0.first("DurationMeasure") }, .renewalTerm, to: &record)
    let ends = periods.compactMap { $0.text("EndDate") }
    if let last = ends.max() {
      record.set(.latestPossibleEnd, day: last, from: "Renewal/Period/EndDate")
    }
    let notes =
      (extensions.flatMap { $0.all("OptionsDescription") }
      + periods.flatMap { $0.all("Description") }).compactMap(\.nonEmptyText).withoutRepeats
    let all = [record.draft.text(.note)].compactMap { $0 } + notes
    record.set(.note, text: all.joined(separator: "\n"))
  }
}
