public import Mail
public import Model
public import Storage

/// Takes an answer to a reminder that came by mail.
///
/// Only what the person asked says, or whoever stands in or above, with a confirmed sender, is
/// recorded; everything else becomes a proposal for a person. What a machine wrote says nothing.
public struct ReminderAnswering {
  /// A mail that answers one of ours.
  public struct Answer: Sendable {
    /// By what our mail is known, from its address or id.
    public var token: String
    /// What the sender wrote, without quotes.
    public var text: String
    /// The address of the sender.
    public var from: String
    /// Whether it is confirmed that the sender wrote it.
    public var isConfirmed: Bool
    /// What sort of mail it is.
    public var messageClass: MessageClass
    /// When it came.
    public var receivedAt: Instant
    /// The id of the mail, to be named in the confirmation.
    public var messageID: MessageID?
    /// The mail as it came, to be kept as evidence.
    public var raw: [UInt8]

    /// Makes an answer.
    public init(
      token: String,
      text: String,
      from: String,
      isConfirmed: Bool,
      messageClass: MessageClass,
      receivedAt: Instant,
      messageID: MessageID?,
      raw: [UInt8]
    ) {
      self.token = token
      self.text = text
      self.from = from
      self.isConfirmed = isConfirmed
      self.messageClass = messageClass
      self.receivedAt = receivedAt
      self.messageID = messageID
      self.raw = raw
    }
  }

  /// What came of an answer.
  public enum Outcome: Sendable, Hashable {
    /// It was recorded for the reminder of that key, and is confirmed by a mail.
    case recorded(key: String, ReminderChange)
    /// A person has to decide; the reminder's key if it is known, and why.
    case proposed(key: String?, ReminderChange?, reason: String)
    /// A machine wrote it, or it answers no reminder.
    case ignored(reason: String)
  }

  private let identity: MailIdentity

  /// Makes the taking of answers; confirmations go out under the identity.
  public init(_ identity: MailIdentity) { self.identity = identity }

  /// Takes an answer: what is to be recorded with the mail as evidence and a confirmation, or why
  /// nothing is.
  ///
  /// - Parameters:
  ///   - answer: The answer.
  ///   - reader: The store on the day on which the answer came.
  /// - Returns: The outcome, and what is to be written for it.
  /// - Throws: `StoreError`; a `Problem` if the confirmation cannot be written.
  public func take(_ answer: Answer, _ reader: Reader) throws -> DecidedChange<Outcome> {
    guard answer.messageClass == .human else {
      let reason = "A machine wrote it: \(answer.messageClass.rawValue)."
      return DecidedChange(.ignored(reason: reason), records: [])
    }
    let reading = try AnsweredReminder(answer, reader.asOf.day, reader)
    guard case .recorded(let key, let change) = reading.outcome, let person = reading.person
    else { return DecidedChange(reading.outcome, records: []) }
    do {
      let records = try change.records(key, by: person.name, at: answer.receivedAt, reader)
      let confirmation = try confirmation(answer, change, key, person, reader)
      let written = confirmation.record(at: answer.receivedAt, on: reader.asOf.day)
      return DecidedChange(
        reading.outcome,
        records: records + [written],
        originals: [answer.raw, confirmation.mail.bytes]
      )
    } catch StoreError.notAllowed(let reason) {
      return DecidedChange(.proposed(key: key, change, reason: reason), records: [])
    } catch StoreError.unknown(let kind, let reference) {
      let reason = "There is no \(kind) \(reference)."
      return DecidedChange(.proposed(key: key, change, reason: reason), records: [])
    }
  }

  /// One mail that says what was recorded; nobody answers it, for it has no way back.
  private func confirmation(
    _ answer: Answer,
    _ change: ReminderChange,
    _ key: String,
    _ person: OrganizationFile.Person,
    _ reader: Reader
  ) throws -> OutboxEntry {
    let number = try reader.nextNumber(of: OutboxMail.type)
    let parts = answer.from.split(separator: "@", omittingEmptySubsequences: false)
    let to = MailAddress(
      displayName: person.name,
      localPart: parts.dropLast().joined(separator: "@"),
      domain: parts.last.map(String.init) ?? ""
    )
    let minutes = reader.organization.zone.offset(at: answer.receivedAt) / 60
    var draft = OwnDraft(
      to: to,
      subject: "Recorded: \(change.sentence)",
      text: "\(person.name),\n\n\(change.sentence)\n\nReminder: \(key)\n",
      token: answer.token,
      serial: "\(number)",
      date: MessageDate(seconds: answer.receivedAt.seconds, offsetMinutes: Int(minutes))
    )
    draft.answers = answer.messageID
    return OutboxEntry(
      number: number,
      mail: try identity.write(draft),
      sender: nil,
      recipient: answer.from,
      subject: draft.subject,
      about: []
    )
  }
}

/// Finds what an answer says, about which reminder, and whether its sender may say it.
private struct AnsweredReminder {
  private(set) var outcome: ReminderAnswering.Outcome
  private(set) var person: OrganizationFile.Person?

  init(_ answer: ReminderAnswering.Answer, _ day: CivilDay, _ reader: Reader) throws {
    let parts = answer.token.split(separator: ".")
    guard let number = parts.first.flatMap({ Int64($0) }),
      let mail = try reader.record(OutboxMail.self, OutboxEntry.reference(number)),
      !mail.keys.isEmpty
    else {
      outcome = .ignored(reason: "It answers none of our reminders.")
      return
    }
    let item = parts.count > 1 ? Int(parts[1]) : (mail.keys.count == 1 ? 1 : nil)
    guard let item, mail.keys.indices.contains(item - 1) else {
      let count = mail.keys.count
      outcome = .proposed(key: nil, nil, reason: "It answers a mail of \(count) reminders at once.")
      return
    }
    let key = mail.keys[item - 1]
    let people = try reader.organizationFile().people
    let change = ReminderAnswer(answer.text).flatMap { Self.change($0, day, people) }
    guard let change else {
      outcome = .proposed(key: key, nil, reason: "It says nothing that can be recorded by itself.")
      return
    }
    let permitted = Self.permitted(mail, people, on: day)
    let sender = people.first { Self.same($0.email, answer.from) }
    guard let sender, permitted.contains(sender.id) else {
      let reason = "\(answer.from) is not the person asked, nor who stands in or above."
      outcome = .proposed(key: key, change, reason: reason)
      return
    }
    guard answer.isConfirmed else {
      let reason = "It is not confirmed that \(answer.from) wrote it."
      outcome = .proposed(key: key, change, reason: reason)
      return
    }
    person = sender
    outcome = .recorded(key: key, change)
  }

  private static func same(_ left: String?, _ right: String) -> Bool {
    left?.lowercased() == right.lowercased()
  }

  /// Those asked, their leads, and who stands in for them on the day.
  private static func permitted(
    _ mail: OutboxMail,
    _ people: [OrganizationFile.Person],
    on day: CivilDay
  ) -> Set<Int64> {
    let asked = people.filter { person in mail.addresses.contains { same(person.email, $0) } }
    let others = asked.flatMap { [$0.lead, $0.absence(on: day)?.deputy] }
    return Set(asked.map(\.id) + others.compactMap { $0 })
  }

  private static func change(
    _ answer: ReminderAnswer,
    _ today: CivilDay,
    _ people: [OrganizationFile.Person]
  ) -> ReminderChange? {
    switch answer {
    case .done(let day):
      guard day.map({ $0 <= today }) ?? true else { return nil }
      return .done(day ?? today)
    case .decide(.renew): return .decide(.renew)
    case .decide(.renegotiate): return .decide(.renegotiate)
    case .decide(.end): return .decide(.end)
    case .snooze(let pause): return until(pause, today).map { .snooze($0) }
    case .handOver(let address):
      return people.first { same($0.email, address) }.map { .handOver($0.reference) }
    }
  }

  private static func until(_ pause: ReminderAnswer.Pause, _ today: CivilDay) -> CivilDay? {
    switch pause {
    case .until(let day): return day > today ? day : nil
    case .days(let number): return today.adding(days: number)
    case .months(let number): return Period("\(number)m").flatMap { today.adding($0) }
    }
  }
}
