import Intake
import Model
import Reporting
import Storage

/// Mails as tables and as data.
struct MailTable {
  private let reader: Reader
  private let judged: JudgedReader?

  /// Makes tables; with a judged reader they say by when somebody is to decide.
  init(_ reader: Reader, _ judged: JudgedReader? = nil) {
    self.reader = reader
    self.judged = judged
  }

  func listing(_ title: String, _ mails: [MailMessage]) throws -> Listing {
    let columns = judged == nil ? Self.columns : Self.columns + [Self.due]
    return Listing(title, CountNoun("mail", "mails"), columns, try mails.map(row))
  }

  private static let data = Set(OutputFormat.allCases).subtracting([.table, .markdown, .html])
  private static let people: Set<OutputFormat> = [.table, .markdown, .html]

  private static let due = Column("decideBy", "Decide by", .instant, importance: .high)

  private static let columns = [
    Column("id", "Mail", importance: .essential, overflow: .whole),
    Column("receivedAt", "Received", .instant, importance: .high),
    Column("sha256", "SHA-256", formats: .data), Column("messageId", "Message id", formats: .data),
    Column("from", "From", importance: .high, formats: [.table, .markdown, .html]),
    Column("subject", "Subject", importance: .essential, overflow: .wrap),
    Column("date", "Sent", .instant, formats: .data), Column("class", "Class", importance: .low),
    Column(
      "sender",
      "Sender",
      .record([
        Column("address", "Address"), Column("name", "Name"), Column("party", "Party"),
        Column("trust", "Trust"),
      ]),
      formats: .data
    ),
    Column(
      "thread",
      "Thread",
      .record([Column("kind", "Kind"), Column("reference", "Reference")]),
      formats: .data
    ),
    Column("belongsTo", "Belongs to", formats: [.table, .markdown, .html]),
    Column(
      "recipients",
      "Recipients",
      .list(
        of: .record([
          Column("address", "Address"), Column("status", "Status"), Column("reply", "Reply"),
          Column("dead", "Dead", .flag),
        ])
      ),
      formats: .data
    ),
    Column("state", "State", importance: .high),
    Column("proposal", "Proposal", importance: .high), Column("note", "Note", formats: .data),
    Column(
      "attachments",
      "Files",
      .list(
        of: .record([
          Column("name", "Name"), Column("mediaType", "Media type"),
          Column("sha256", "SHA-256"), Column("bytes", "Bytes", .integer),
          Column("register", "May be a register", .flag),
        ])
      ),
      formats: .data
    ),
    Column("duplicateOf", "Repeats", formats: .data),
  ]

  private func row(_ mail: MailMessage) throws -> Row {
    let content = try MailContent(of: mail, reader)
    let thread = try thread(mail)
    let party = try mail.party.flatMap { try reader.party($0)?.reference }
    let first = try mail.duplicateOf.flatMap { try reader.record(MailMessage.self, number: $0) }
    var cells: [Cell] = [
      .text(mail.reference), Cell(mail.receivedAt), .text(mail.sha256), Cell(mail.messageId),
      Cell(mail.senderName ?? mail.sender), Cell(mail.subject), Cell(mail.sentAt),
      Cell(mail.messageClass?.rawValue),
      .record([
        Cell(mail.sender), Cell(mail.senderName), Cell(party), Cell(mail.trust?.rawValue),
      ]),
      thread.map { .record([.text($0.kind), .text($0.reference)]) } ?? .empty,
      Cell(thread?.reference), .list(content.recipients.map(Self.cell)),
      .text(mail.state.rawValue), Cell(mail.proposal?.rawValue), Cell(mail.note),
      .list(content.files.map(Self.cell)), Cell(first?.reference),
    ]
    guard let judged else { return Row(cells) }
    let due = mail.state == .quarantined ? nil : judged.triageDue(mail)
    cells.append(Cell(due))
    return Row(cells, mark: due.map { $0 < judged.now } ?? false ? .alert : .normal)
  }

  private func thread(_ mail: MailMessage) throws -> (kind: String, reference: String)? {
    if let number = mail.complaint,
      let complaint = try reader.record(Complaint.self, number: number)
    {
      return ("complaint", complaint.reference)
    }
    guard let about = mail.about else { return nil }
    if about.hasPrefix("mail-") { return ("outbox", about) }
    return (about.contains("/") ? "reminder" : "complaint", about)
  }

  private static func cell(_ recipient: MailContent.Recipient) -> Cell {
    .record([
      Cell(recipient.address), Cell(recipient.status), Cell(recipient.reply),
      .flag(recipient.isDead),
    ])
  }

  private static func cell(_ file: MailContent.File) -> Cell {
    .record([
      .text(file.name), .text(file.mediaType), .text(file.sha256), .integer(Int64(file.byteCount)),
      .flag(file.isRegister),
    ])
  }
}
