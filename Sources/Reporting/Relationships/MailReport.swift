public import Model
import Policies
import Storage

extension Report<JudgedReader> {
  /// What came in by mail in each month, and what still waits.
  static let mail = Report(
    id: "mail",
    title: "Mail",
    summary: "Mails that came in, month by month: what they were, what became of them, what waits.",
    noun: CountNoun("month", "months"),
    emptySentence: "No mail came in.",
    columns: [
      Column("period", "Month", importance: .essential, overflow: .whole),
      Column("received", "Received", .integer, importance: .essential),
      Column("human", "People", .integer, importance: .high),
      Column("automatic", "Programs", .integer, importance: .medium),
      Column("bounced", "Bounces", .integer, importance: .medium),
      Column("lists", "Lists", .integer, importance: .low),
      Column("repeated", "Repeated", .integer, importance: .low),
      Column("decided", "Decided", .integer, importance: .high),
      Column("inTarget", "In target", .integer, importance: .high),
      Column("waiting", "Waiting", .integer, importance: .essential),
      Column("overdue", "Overdue", .integer, importance: .essential),
      Column("oldestWaiting", "Oldest", .instant, importance: .medium),
      Column("quarantined", "Set aside", .integer, importance: .low),
    ],
    notes: [
      "A mail counts in the month in which it reached us. In target is what a person decided about "
        + "within the time that the policy gives (intake.triage), on the organisation’s calendar; "
        + "overdue is what waits longer. Without a calendar both are left empty."
    ],
    rows: { judged, filter, write in
      let months = try MailMonths(judged, filter)
      for row in try months.rows() { try write(row) }
    }
  )
}

extension JudgedReader {
  /// By when a person is to decide about a mail; nil if the calendar does not say.
  public func triageDue(_ mail: MailMessage) -> Instant? {
    guard let calendar = reader.calendar else { return nil }
    return try? calendar.due(from: mail.receivedAt, target: policy.complaints.triage)
  }
}

/// The mails by the months in which they reached us.
private struct MailMonths {
  private let judged: JudgedReader
  private var months: [String: [MailMessage]] = [:]

  init(_ judged: JudgedReader, _ filter: ReportFilter) throws {
    self.judged = judged
    let wanted = try Self.party(filter, judged.reader)
    for mail in try judged.reader.records(MailMessage.self) {
      let day = judged.zone.day(at: mail.receivedAt)
      guard filter.fits(day), wanted.map({ $0 == mail.party }) ?? true else { continue }
      months[String(day.description.prefix(7)), default: []].append(mail)
    }
  }

  /// The number of the party that is asked for; one that nobody has for a party that is not there.
  private static func party(_ filter: ReportFilter, _ reader: Reader) throws -> Int64? {
    guard let wanted = filter.party else { return nil }
    return try reader.party(wanted)?.id ?? -1
  }

  func rows() throws -> [Row] { months.sorted { $0.key < $1.key }.map { row($0.key, $0.value) } }

  private func row(_ month: String, _ mails: [MailMessage]) -> Row {
    let fresh = mails.filter { $0.state != .duplicate }
    func count(_ classes: MailMessage.Class...) -> Cell {
      Cell(fresh.count { $0.messageClass.map(classes.contains) ?? false })
    }
    let waiting = fresh.filter { $0.state == .waiting || $0.state == .arrived }
    let decided = fresh.filter { $0.state == .accepted || $0.state == .discarded }
    let hasCalendar = judged.reader.calendar != nil
    let overdue = waiting.count { isLate($0, at: judged.now) }
    return Row(
      [
        .text(month), Cell(mails.count), count(.human),
        count(.absence, .automaticAcknowledgement, .readReceipt, .ownLoop, .abuseReport),
        count(.permanentBounce, .temporaryBounce, .deliveryReport), count(.list),
        Cell(mails.count - fresh.count), Cell(decided.count),
        hasCalendar ? Cell(decided.count { !isLate($0, at: $0.at) }) : .empty,
        Cell(waiting.count), hasCalendar ? Cell(overdue) : .empty,
        Cell(waiting.map(\.receivedAt).min()), Cell(fresh.count { $0.state == .quarantined }),
      ],
      mark: overdue > 0 ? .alert : .normal
    )
  }

  private func isLate(_ mail: MailMessage, at instant: Instant) -> Bool {
    judged.triageDue(mail).map { $0 < instant } ?? false
  }
}
