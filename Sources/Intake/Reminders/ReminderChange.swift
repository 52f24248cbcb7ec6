public import Model
import Policies
import Reminders
public import Storage

/// What somebody says to a reminder, by command or by mail.
public enum ReminderChange: Sendable, Hashable {
  /// It is done, on that day.
  case done(CivilDay)
  /// What is decided about the agreement.
  case decide(Decision.Kind)
  /// Somebody has taken note; more may be said later.
  case acknowledge
  /// It is put off until that day.
  case snooze(CivilDay)
  /// It is another person's from now on; the reference of one of our people.
  case handOver(String)

  /// What was recorded, as a sentence.
  public var sentence: String {
    switch self {
    case .done(let day): "Recorded as done on \(day)."
    case .decide(let kind): "Recorded the decision: \(kind.rawValue)."
    case .acknowledge: "Recorded that you have taken note."
    case .snooze(let day): "Put off until \(day)."
    case .handOver(let person): "Handed over to \(person)."
    }
  }

  /// Records it: the entry of the reminder, and the review or decision that it is about.
  ///
  /// - Parameters:
  ///   - key: The reminder.
  ///   - person: Who says it.
  ///   - now: The instant.
  ///   - reader: The store on the day.
  /// - Returns: The records to be written.
  /// - Throws: `StoreError.unknown` for a reminder or person that there is not;
  ///   `StoreError.notAllowed` for what its state does not allow.
  public func records(
    _ key: String,
    by person: String,
    at now: Instant,
    _ reader: Reader
  ) throws -> [NewRecord] {
    guard let record = try reader.record(Reminder.self, key), var entry = ReminderEntry(record)
    else { throw StoreError.unknown(kind: "reminder", reference: key) }
    let people = try reader.organizationFile().people
    do {
      try apply(to: &entry, by: person, at: now, people)
    } catch let refusal as TransitionRefusal {
      throw StoreError.notAllowed(refusal.sentence)
    }
    return [entry.record(people)] + facts(entry.key.thing, by: person, reader)
  }

  private func apply(
    to entry: inout ReminderEntry,
    by person: String,
    at now: Instant,
    _ people: [OrganizationFile.Person]
  ) throws {
    switch self {
    case .done, .decide: try entry.decide(by: person, at: now)
    case .acknowledge: try entry.acknowledge(by: person, at: now)
    case .snooze(let day): try entry.snooze(until: day, by: person, at: now)
    case .handOver(let reference):
      guard let other = people.first(where: { $0.reference == reference }) else {
        throw StoreError.unknown(kind: "person", reference: reference)
      }
      try entry.handOver(to: other.id, by: person, at: now)
    }
  }

  // MARK: What it says about the relationship

  private func facts(_ thing: DueKey, by person: String, _ reader: Reader) -> [NewRecord] {
    switch self {
    case .decide(let kind): [decision(kind, thing, by: person, reader)]
    case .done(let day): review(thing, on: day, by: person).map { [$0] } ?? []
    case .acknowledge, .snooze, .handOver: []
    }
  }

  private func decision(
    _ kind: Decision.Kind,
    _ thing: DueKey,
    by person: String,
    _ reader: Reader
  ) -> NewRecord {
    let day = reader.asOf.day
    var record = NewRecord(Decision.type, reference: nil, effectiveOn: day)
    record.set("kind", .text(kind.rawValue))
    if thing.subject.kind == .agreement {
      record.set("agreement", .reference(thing.subject.reference))
    }
    record.set("decidedOn", .day(day))
    record.set("decidedBy", .text(person))
    record.set("reason", .text("Said in answer to the reminder \(thing)."))
    return record
  }

  /// The review that was held, for reminders of reviews.
  private func review(_ thing: DueKey, on day: CivilDay, by person: String) -> NewRecord? {
    let kind: Review.Kind? =
      switch thing.topic {
      case .contractReview: .contract
      case .serviceReview: .service
      case .serviceLevelReview: .sla
      case .performanceReview: .performance
      default: nil
      }
    guard let kind else { return nil }
    var record = NewRecord(Review.type, reference: nil, effectiveOn: day)
    record.set("kind", .text(kind.rawValue))
    switch thing.subject.kind {
    case .agreement: record.set("agreement", .reference(thing.subject.reference))
    case .party: record.set("party", .reference(thing.subject.reference))
    default: return nil
    }
    record.set("heldOn", .day(day))
    record.set("chair", .text(person))
    record.set("result", .text("Held, as \(person) said in answer to the reminder."))
    return record
  }
}
