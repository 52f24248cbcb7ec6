import Model
import Policies
import Storage

extension Report<JudgedReader> {
  /// The figures of complaints of each month, with numerators and denominators.
  static let complaints = Report(
    id: "complaints",
    title: "Complaints",
    summary: "The figures of complaints month by month, each with its numerator and denominator.",
    noun: CountNoun("figure", "figures"),
    emptySentence: "No complaint is on record.",
    columns: [
      Column("period", "Month", importance: .essential, overflow: .whole),
      Column("figure", "Figure", importance: .essential, overflow: .whole),
      Column("value", "Value", importance: .essential, alignment: .right, overflow: .whole),
      Column("numerator", "Cases", .integer, importance: .high),
      Column("denominator", "Of", .integer, importance: .high),
      Column("state", "State", importance: .medium),
      Column("key", "Key", formats: .data),
    ],
    notes: [
      "Times count in the month in which they were due, so that late ones cannot vanish. Where nothing "
        + "is counted there is no share: no cases is neither 0 % nor 100 %. Complaints whose clocks "
        + "are not known, for want of a severity or a calendar, are left out of the figures and named "
        + "by `liaison check --rule BRM-12`."
    ],
    rows: { judged, filter, write in
      let cases = try ComplaintCases(judged, filter)
      for month in cases.months {
        for row in try cases.rows(month) { try write(row) }
      }
    }
  )
  .pictured(
    "How old open complaints are at the end of the last month, and the oldest of each month."
  )
}

/// The complaints of the store with their clocks.
private struct ComplaintCases {
  private var cases: [ComplaintCase] = []
  private let judged: JudgedReader
  private let filter: ReportFilter

  init(_ judged: JudgedReader, _ filter: ReportFilter) throws {
    self.judged = judged
    self.filter = filter
    let organization = try judged.reader.organizationFile()
    try judged.reader.forEachRelationship { file in
      guard filter.fits(file.party) else { return }
      take(file.records, nil, organization)
      for agreement in file.agreements { take(agreement.records, agreement.calendar, organization) }
    }
    if filter.party == nil { take(organization.records, nil, organization) }
  }

  private mutating func take(
    _ shelf: RecordShelf,
    _ calendar: BusinessCalendar?,
    _ organization: OrganizationFile
  ) {
    let calendars = [calendar, organization.calendar].compactMap { $0 }
    for file in ComplaintFile.all(in: shelf, at: judged.now, calendars: calendars) {
      guard let history = Self.history(file), let calendar = file.calendar,
        let targets = judged.policy.targets(for: file.complaint),
        let clocks = try? ComplaintClocks(
          of: history,
          targets: targets,
          at: judged.now,
          calendar: calendar,
          pauseCap: Int(judged.policy.complaints.pauseCap.count),
          warningMillionths: judged.policy.complaints.warning.millionths
        )
      else { continue }
      cases.append(ComplaintCase(file.complaint, clocks: clocks))
    }
  }

  /// The states with the way of closing; without it where the two contradict each other.
  private static func history(_ file: ComplaintFile) -> ComplaintHistory? {
    let events =
      file.steps.compactMap { ComplaintEvent($0, closing: file.complaint.closureKind) }
      + file.escalations.map { ComplaintEvent($0) }
    let whole = try? ComplaintHistory(receivedAt: file.complaint.receivedAt, events: events)
    return whole ?? (try? file.history.get())
  }

  /// The last days of the months from the first complaint, or the window, through the day.
  var months: [CivilDay] {
    let first = cases.map { judged.zone.day(at: $0.clocks.history.receivedAt) }.min()
    guard let first = filter.from.map({ CivilDay(number: $0) }) ?? first else { return [] }
    let last = min(filter.through.map { CivilDay(number: $0) } ?? judged.day, judged.day)
    var months: [CivilDay] = []
    var end = first.endOfMonth
    while end.adding(days: 1 - Int(end.day)) <= last {
      months.append(min(end, last))
      end = end.adding(days: 1).endOfMonth
    }
    return months
  }

  /// The figures of the month that ends on a day.
  func rows(_ last: CivilDay) throws -> [Row] {
    let first = last.adding(days: 1 - Int(last.day))
    let scope = ComplaintFigures.Scope(from: first, through: last, zone: judged.zone)
    let figures: ComplaintFigures
    do {
      figures = try ComplaintFigures(of: cases, in: scope)
    } catch {
      throw StoreError.refused("the calendar of complaints is not known: \(error.sentence)")
    }
    return ComplaintFigureRows(month: String(last.description.prefix(7)), figures: figures).rows
  }
}
