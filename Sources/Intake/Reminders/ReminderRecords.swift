import Model
import Reminders
import Storage

extension ReminderEntry {
  /// Reads an entry from its record; nil if its key is none that this program knows.
  init?(_ record: Reminder) {
    guard let key = ReminderKey(record.reference),
      let state = ReminderState(rawValue: record.state.rawValue),
      let level = ReminderLevel(rawValue: record.level.rawValue)
    else { return nil }
    self.init(
      key,
      sendOn: record.sendOn,
      state,
      at: record.at,
      level: level,
      attempts: Int(record.attempts)
    )
    by = record.by
    until = record.until
    to = record.handedTo
  }

  /// The record of the entry as it is to be stored.
  ///
  /// - Parameters:
  ///   - people: Our people, for the one to whom it was handed over.
  ///   - mail: The reference of the mail that it goes out with; nil leaves what is stored.
  ///   - note: What there is to say; nil for nothing.
  /// - Returns: The record.
  func record(
    _ people: [OrganizationFile.Person],
    mail: String? = nil,
    note: String? = nil
  ) -> NewRecord {
    var record = NewRecord(Reminder.type, reference: key.description, effectiveOn: nil)
    record.set("sendOn", .day(sendOn))
    record.set("state", .text(state.rawValue))
    record.set("at", .instant(at))
    record.set("by", by.map(FieldValue.text))
    record.set("until", until.map(FieldValue.day))
    let person = people.first { $0.id == to }
    record.set("handedTo", person.map { .reference($0.reference) })
    record.set("level", .text(level.rawValue))
    record.set("attempts", .integer(Int64(attempts)))
    if let mail { record.set("mail", .reference(mail)) }
    record.set("note", note.map(FieldValue.text))
    return record
  }
}

/// The reminders that a mail carries.
struct MailedReminders {
  private let reader: Reader

  init(_ reader: Reader) { self.reader = reader }

  /// What becomes of the reminders of a mail that went out, was given up, or came back.
  ///
  /// Only those count whose last mail it is: the one to the person who is asked.
  func records(
    of mail: OutboxMail,
    became state: OutboxMail.State,
    at now: Instant
  ) throws -> [NewRecord] {
    let isSent = state == .sent
    guard isSent || state == .givenUp || state == .bounced else { return [] }
    let people = try reader.organizationFile().people
    return try mail.keys.compactMap { key in
      guard let record = try reader.record(Reminder.self, key), record.mail == mail.id,
        var entry = ReminderEntry(record)
      else { return nil }
      do {
        if isSent { try entry.send(at: now) } else { try entry.bounce(at: now) }
      } catch {
        return nil
      }
      return entry.record(people)
    }
  }
}
