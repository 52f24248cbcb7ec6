import Mail
public import Model
public import Reminders
public import Storage

/// Carries a plan out: writes the ledger, and the mails into the outbox, in one change.
public struct ReminderDelivery {
  /// What was done.
  public struct Result: Sendable, Equatable {
    /// How many mails were written.
    public var mails = 0
    /// How many reminders they carry.
    public var reminders = 0
    /// How many entries were cancelled or replaced by a later step.
    public var cancelled = 0
    /// How many another run had taken in the meantime.
    public var taken = 0
    /// Reminders that go to nobody with an address, with the reason.
    public var undeliverable: [String] = []
  }

  private let context: ReminderContext
  private let identity: MailIdentity
  private let writtenAt: Instant
  private let isDigest: Bool

  /// Makes a delivery.
  ///
  /// - Parameters:
  ///   - context: The day for which is told.
  ///   - identity: Who the program is in mails.
  ///   - writtenAt: The present instant, from which the outbox counts.
  ///   - isDigest: Whether a person gets one mail of all reminders, and not one of each.
  public init(
    _ context: ReminderContext,
    _ identity: MailIdentity,
    writtenAt: Instant,
    isDigest: Bool = true
  ) {
    self.context = context
    self.identity = identity
    self.writtenAt = writtenAt
    self.isDigest = isDigest
  }

  /// Writes what is still as it was when the plan was made; what another run took is left to it.
  ///
  /// - Returns: What was done.
  /// - Throws: `StoreError`; a `Problem` for a mail that cannot be written.
  public func carryOut(_ plan: ReminderPlan, _ store: Store, _ request: WriteRequest) throws
    -> Result
  {
    try store.decide(on: context.asOf, request) { reader in
      var writing = ReminderWriting(
        context,
        identity,
        writtenAt: writtenAt,
        number: try reader.nextNumber(of: OutboxMail.type)
      )
      for item in plan.items {
        let now = try reader.record(Reminder.self, item.action.key.description)
        guard now.flatMap(ReminderEntry.init) == item.before else {
          writing.result.taken += 1
          continue
        }
        try writing.take(item)
      }
      try writing.writeMails(isDigest: isDigest)
      return DecidedChange(
        writing.result,
        records: writing.mails + writing.entries,
        originals: writing.originals
      )
    }
  }
}

/// Collects the records of a delivery.
private struct ReminderWriting {
  private let context: ReminderContext
  private let identity: MailIdentity
  private let writtenAt: Instant
  private var number: Int64
  private var pending: [(reminder: PlannedReminder, entry: ReminderEntry)] = []
  /// The number of the mail to the person asked, by key.
  private var mailOf: [ReminderKey: Int64] = [:]
  var result = ReminderDelivery.Result()
  var mails: [NewRecord] = []
  var entries: [NewRecord] = []
  var originals: [[UInt8]] = []

  init(
    _ context: ReminderContext,
    _ identity: MailIdentity,
    writtenAt: Instant,
    number: Int64
  ) {
    self.context = context
    self.writtenAt = writtenAt
    self.identity = identity
    self.number = number
  }

  private var people: [OrganizationFile.Person] { context.organization.people }

  mutating func take(_ item: ReminderPlan.Item) throws {
    let entry: ReminderEntry
    do {
      entry = try item.action.entry(after: item.before, at: context.now)
    } catch {
      throw StoreError.notAllowed(error.sentence)
    }
    guard let reminder = item.action.sent else {
      result.cancelled += 1
      return entries.append(entry.record(people))
    }
    pending.append((reminder, entry))
  }

  /// Writes a mail for each person, or for each person and reminder, and the entries with it.
  mutating func writeMails(isDigest: Bool) throws {
    var letters: [(recipient: ReminderRecipient, reminders: [PlannedReminder])] = []
    for (reminder, _) in pending {
      for recipient in reminder.recipients where recipient.person.email?.isEmpty == false {
        let place = letters.firstIndex {
          isDigest && $0.recipient.person.id == recipient.person.id
        }
        if let place {
          letters[place].reminders.append(reminder)
        } else {
          letters.append((recipient, [reminder]))
        }
      }
    }
    for letter in letters { try write(letter.recipient, letter.reminders.sorted(by: isFirst)) }
    for (reminder, entry) in pending { finish(reminder, entry) }
  }

  /// Whether the left one is to be read first: what is next to come, then what is over, the latest
  /// first; of the same day by the key.
  private func isFirst(_ left: PlannedReminder, _ right: PlannedReminder) -> Bool {
    let places = [left, right].map { reminder in
      let days = context.asOf.days(to: reminder.due.day(in: context.zone))
      return (days < 0 ? 1 : 0, abs(days), reminder.key.description)
    }
    return places[0] < places[1]
  }

  private mutating func write(_ recipient: ReminderRecipient, _ reminders: [PlannedReminder]) throws
  {
    let address = recipient.person.email ?? ""
    guard let envelope = try? MailEnvelope(sender: identity.mailbox.address, recipients: [address])
    else { return }
    let mail = ReminderMail(
      recipient: recipient,
      reminders: reminders,
      number: number,
      identity: identity,
      organization: context.organization.name
    )
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    let to = MailAddress(
      displayName: recipient.person.name,
      localPart: parts.dropLast().joined(separator: "@"),
      domain: parts.last.map(String.init) ?? ""
    )
    let minutes = context.zone.offset(at: writtenAt) / 60
    let date = MessageDate(seconds: writtenAt.seconds, offsetMinutes: Int(minutes))
    let written = try identity.write(mail.draft(to: to, date: date))
    let entry = OutboxEntry(
      number: number,
      mail: written,
      sender: envelope.sender,
      recipient: address,
      subject: mail.subject,
      about: reminders.map(\.key.description)
    )
    mails.append(entry.record(at: writtenAt, on: context.asOf))
    originals.append(written.bytes)
    for reminder in reminders where mailOf[reminder.key] == nil { mailOf[reminder.key] = number }
    number += 1
    result.mails += 1
  }

  /// The entry of a reminder: on its way, or not delivered if nobody has an address.
  private mutating func finish(_ reminder: PlannedReminder, _ entry: ReminderEntry) {
    guard let mail = mailOf[reminder.key] else {
      var entry = entry
      // What is queued may always become what was not delivered.
      try? entry.bounce(at: context.now)
      let reason = Self.reason(reminder)
      result.undeliverable.append("\(reminder.key): \(reason)")
      return entries.append(entry.record(people, note: reason))
    }
    result.reminders += 1
    entries.append(entry.record(people, mail: OutboxEntry.reference(mail)))
  }

  private static func reason(_ reminder: PlannedReminder) -> String {
    let names = reminder.recipients.map(\.person.name).joined(separator: ", ")
    return names.isEmpty
      ? "There is nobody to whom this could go."
      : "No electronic mail address is known of \(names)."
  }
}
