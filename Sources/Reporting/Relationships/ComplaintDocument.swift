public import Model
import Policies
import Storage

/// All about one complaint: its facts, how its clocks stand, and what happened when.
public struct ComplaintDocument {
  private let judged: JudgedReader
  private let complaint: Complaint
  private let steps: [ComplaintStep]
  private let escalations: [Escalation]
  private let mails: [MailMessage]

  /// Reads what there is about a complaint.
  ///
  /// - Throws: `StoreError`.
  public init(_ complaint: Complaint, _ judged: JudgedReader) throws {
    let reader = judged.reader
    self.judged = judged
    self.complaint = complaint
    steps = try reader.records(ComplaintStep.self, having: "complaint", complaint.id)
      .sorted { ($0.at, $0.id) < ($1.at, $1.id) }
    escalations = try reader.records(Escalation.self, having: "complaint", complaint.id)
    mails = try reader.records(MailMessage.self, having: "complaint", complaint.id)
  }

  /// The sections that follow the facts: clocks and timeline.
  ///
  /// - Throws: `StoreError`.
  public func sections() throws -> [Document.Section] {
    [
      .table(
        key: "clocks",
        title: "Clocks",
        Self.clockColumns,
        try clocks(),
        emptySentence: "The clocks are not known, for want of a severity or a calendar."
      ),
      .table(
        key: "timeline",
        title: "Timeline",
        Self.timeColumns,
        timeline(),
        emptySentence: "Nothing happened yet."
      ),
    ]
  }

  // MARK: Clocks

  private static let clockColumns = [
    Column("clock", "Clock", importance: .essential), Column("target", "Target"),
    Column("startedAt", "Since", .instant, importance: .medium),
    Column("dueAt", "Limit", .instant, importance: .essential),
    Column("stoppedAt", "Stopped", .instant, importance: .high),
    Column("state", "State", importance: .essential),
    Column("lateSeconds", "Late, in seconds", .integer, formats: .data),
  ]

  private func clocks() throws -> [Row] {
    let reader = judged.reader
    let events = steps.compactMap { ComplaintEvent($0, closing: complaint.closureKind) }
    guard let targets = judged.policy.targets(for: complaint),
      let calendar = try reader.calendar(complaint.calendar),
      let history = try? ComplaintHistory(receivedAt: complaint.receivedAt, events: events),
      let clocks = try? ComplaintClocks(
        of: history,
        targets: targets,
        at: judged.now,
        calendar: calendar,
        pauseCap: Int(judged.policy.complaints.pauseCap.count),
        warningMillionths: judged.policy.complaints.warning.millionths
      )
    else { return [] }
    return ComplaintClock.allCases.flatMap { (try? clocks.standings($0)) ?? [] }.map(Self.row)
  }

  private static func row(_ standing: ClockStanding) -> Row {
    Row([
      .text(standing.clock.rawValue), .text(standing.target.description),
      Cell(standing.startedAt), Cell(standing.dueAt), Cell(standing.stoppedAt),
      .text(standing.state.rawValue), .integer(standing.lateSeconds),
    ])
  }

  // MARK: Timeline

  private static let timeColumns = [
    Column("at", "When", .instant, importance: .essential),
    Column("what", "What", importance: .essential), Column("by", "By", importance: .high),
    Column("note", "Note", importance: .high, overflow: .wrap),
    Column("mail", "Mail", importance: .medium, overflow: .whole),
  ]

  private func timeline() -> [Row] {
    let references = Dictionary(
      mails.compactMap { mail in mail.messageId.map { ($0, mail.reference) } }
    ) { first, _ in first }
    let told = Set(steps.compactMap(\.messageId))
    // Of one second, what came in stands before what was done about it.
    var events = mails.filter { !told.contains($0.messageId ?? "") }.map { mail in
      Event(
        at: mail.receivedAt,
        what: "mail",
        by: mail.senderName ?? mail.sender,
        note: mail.subject,
        mail: mail.reference
      )
    }
    events += steps.map { step in
      Event(
        at: step.at,
        what: ComplaintState(rawValue: step.kind.rawValue)?.words ?? step.kind.rawValue,
        by: step.by,
        note: step.note,
        mail: step.messageId.flatMap { references[$0] }
      )
    }
    events += escalations.map { escalation in
      Event(at: escalation.raisedAt, what: "level \(escalation.level)", note: escalation.reason)
    }
    return events.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
      .map(\.element.row)
  }

  private struct Event {
    var at: Instant
    var what: String
    var by: String?
    var note: String?
    var mail: String?

    var row: Row { Row([Cell(at), .text(what), Cell(by), Cell(note), Cell(mail)]) }
  }
}
