import Mail
import Model
import Policies
import Reminders

/// The mail by which a person is told of reminders: one, or several at once.
struct ReminderMail {
  let recipient: ReminderRecipient
  let reminders: [PlannedReminder]
  /// The number of the mail in the outbox.
  let number: Int64
  let identity: MailIdentity
  /// What the organisation is called.
  let organization: String

  /// By what an answer to one of the reminders is known, counted from 1.
  static func token(_ number: Int64, _ item: Int) -> String { "\(number).\(item)" }

  /// By what an answer to the mail is known: to its only reminder, or to all of them.
  private var token: String { reminders.count == 1 ? Self.token(number, 1) : "\(number)" }

  /// The mail, with its text as plain text and as HTML.
  func draft(to address: MailAddress, date: MessageDate) -> OwnDraft {
    var draft = OwnDraft(
      to: address,
      subject: subject,
      text: text,
      token: token,
      serial: "\(number)",
      date: date
    )
    draft.html = html
    return draft
  }

  var subject: String {
    guard let first = reminders.first else { return "Nothing is due" }
    if reminders.count == 1 { return heading(first) }
    return "\(reminders.count) reminders; first: \(heading(first))"
  }

  /// `Notice decision by 2026-02-20: Mail hosting`.
  private func heading(_ reminder: PlannedReminder) -> String {
    let title = ReminderKind.of(reminder.topic)?.title ?? reminder.topic.rawValue
    let name = reminder.name.isEmpty ? reminder.subject.reference : reminder.name
    return "\(title) by \(reminder.due): \(name)"
  }

  private var reason: String {
    let why =
      switch recipient.level {
      case .owner: "You answer for this."
      case .deputy: "You stand in for whoever answers for this."
      default: "This goes to you because nobody has taken note so far, or nobody answers for it."
      }
    return recipient.standingInFor.map { "\(why) You stand in for \($0), who is away." } ?? why
  }

  // MARK: Text

  private var text: String {
    var lines = ["\(recipient.person.name),", ""]
    for (index, reminder) in reminders.enumerated() {
      let number = reminders.count == 1 ? "" : "\(index + 1). "
      lines += ["\(number)\(heading(reminder))", "", reminder.message, ""]
      lines += answers(reminder, index + 1) + [""]
    }
    lines += [reason, "", "-- ", organization.isEmpty ? "Liaison" : "\(organization), by Liaison"]
    return lines.joined(separator: "\n") + "\n"
  }

  /// How to answer a reminder, by mail and by command.
  private func answers(_ reminder: PlannedReminder, _ item: Int) -> [String] {
    let words = Self.words(reminder).map { "  \($0)" }
    let how =
      reminders.count == 1
      ? "To answer, reply with one of these as the first line:"
      : "To answer, write one of these as the first line to \(address(item)):"
    return [how] + words + ["Or: liaison reminder acknowledge \(Self.quoted(reminder.key))"]
  }

  private func address(_ item: Int) -> String {
    identity.address(for: Self.token(number, item)).address
  }

  /// What may be answered.
  private static func words(_ reminder: PlannedReminder) -> [String] {
    let decided =
      reminder.topic == .noticeDecision
      ? ["decide renew", "decide renegotiate", "decide end"] : ["done"]
    return decided + ["snooze 2 weeks", "not me: name@example.org"]
  }

  /// A key as a word of the shell.
  private static func quoted(_ key: ReminderKey) -> String {
    "'" + key.description.replacing("'", with: "'\\''") + "'"
  }

  // MARK: HTML

  private var html: String {
    var parts = ["<p>\(Self.escaped(recipient.person.name)),</p>"]
    for (index, reminder) in reminders.enumerated() { parts.append(section(reminder, index + 1)) }
    let sender = organization.isEmpty ? "Liaison" : "\(organization), by Liaison"
    parts += ["<p>\(Self.escaped(reason))</p>", "<p>\(Self.escaped(sender))</p>"]
    return """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><title>\(Self.escaped(subject))</title></head>
      <body style="font-family:sans-serif;line-height:1.45;max-width:40em">
      \(parts.joined(separator: "\n"))
      </body></html>

      """
  }

  private func section(_ reminder: PlannedReminder, _ item: Int) -> String {
    let answers = Self.words(reminder).map { words in
      "<li><a href=\"\(Self.escaped(link(words, item)))\">\(Self.escaped(words))</a></li>"
    }
    return """
      <h2 style="font-size:1.1em">\(Self.escaped(heading(reminder)))</h2>
      <p>\(Self.escaped(reminder.message))</p>
      <p>To answer, send one of these as the first line:</p>
      <ul>\(answers.joined())</ul>
      <p>Or: <code>liaison reminder acknowledge \(Self.escaped(Self.quoted(reminder.key)))</code></p>
      """
  }

  /// A link that opens a mail with the answer in it (RFC 6068).
  private func link(_ words: String, _ item: Int) -> String {
    let body = words.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        String(UnicodeScalar(byte))
      default: "%" + String(UInt16(byte) + 256, radix: 16, uppercase: true).dropFirst()
      }
    }.joined()
    return "mailto:\(address(item).replacing("+", with: "%2B"))?body=\(body)"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
  }
}
