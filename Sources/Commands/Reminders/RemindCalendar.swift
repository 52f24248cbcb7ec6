import Foundation
import Intake
import Model
import Policies
import Reminders
import Reporting

/// What falls due as a calendar file that keeps its entries over the times it is written.
///
/// An entry is known by topic, record and part, so that one whose day changes stays the same entry
/// with a higher number of changes; one that is due no more is kept as done.
struct RemindCalendar {
  private let plan: ReminderPlan
  private let context: ReminderContext

  init(_ plan: ReminderPlan, _ context: ReminderContext) {
    self.plan = plan
    self.context = context
  }

  /// Writes the file over one that is there, if that is one of ours.
  ///
  /// - Returns: How many entries it has.
  /// - Throws: A ``CommandError`` if the file that is there is no calendar of ours, or it cannot be
  ///   written.
  func write(to path: String) throws -> Int {
    let former = try former(path)
    var entries = current.map { entry -> CalendarEntry in
      guard let old = former[entry.identifier] else { return entry }
      var entry = entry
      entry.sequence = old.sequence + (old.isSame(as: entry) ? 0 : 1)
      return entry
    }
    let kept = Set(entries.map(\.identifier))
    entries += former.filter { !kept.contains($0.key) }.sorted { $0.key < $1.key }
      .map { $0.value.ended(at: context.now) }
    let file = CalendarFile(
      name: context.organization.name.isEmpty ? "Liaison" : context.organization.name,
      madeAt: context.now,
      entries: entries
    )
    try replace(path, with: file.text)
    return entries.count
  }

  private func former(_ path: String) throws -> [String: FormerEntry] {
    guard let bytes = FileManager.default.contents(atPath: path) else { return [:] }
    let text = String(decoding: bytes, as: UTF8.self)
    guard let entries = FormerEntry.read(text) else {
      throw CommandError(
        message: "The file \(path) is no calendar that Liaison wrote. Choose another path.",
        code: 73
      )
    }
    return entries
  }

  /// The file appears whole or not at all, for programs that read it at any moment.
  private func replace(_ path: String, with text: String) throws {
    do {
      let url = URL(fileURLWithPath: path)
      try Data(text.utf8).write(to: url, options: .atomic)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    } catch {
      throw CommandError.cannotCreate(path)
    }
  }

  // MARK: Entries

  /// One entry for each thing, in order of day and name, with an alarm for each step to come.
  private var current: [CalendarEntry] {
    let reminders = Dictionary(grouping: plan.sent + plan.upcoming, by: \.key.thing)
    return reminders.sorted { $0.key < $1.key }.compactMap { thing, steps in
      steps.first.map { entry(thing, $0, steps) }
    }
  }

  private func entry(
    _ thing: DueKey,
    _ first: PlannedReminder,
    _ steps: [PlannedReminder]
  ) -> CalendarEntry {
    let title = ReminderKind.of(thing.topic)?.title ?? thing.topic.rawValue
    let name = first.name.isEmpty ? thing.subject.reference : first.name
    var entry = CalendarEntry(
      .task,
      Self.identifier(thing),
      "\(title): \(name)",
      on: thing.due.day(in: context.zone)
    )
    entry.details = first.message
    entry.alarms = Set(steps.map(\.offset).filter { $0 <= 0 }.map { -$0 }).sorted(by: >)
    entry.categories = [title]
    return entry
  }

  /// A name without the due moment, so that it stays when that changes.
  private static func identifier(_ thing: DueKey) -> String {
    var thing = thing
    thing.due = .day(.first)
    let words = thing.description.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return words.joined(separator: "/") + "@liaison"
  }
}
