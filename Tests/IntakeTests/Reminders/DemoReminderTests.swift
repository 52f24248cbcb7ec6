import Foundation
import Importing
import Mail
import Model
import Policies
import Reminders
import Storage
import TestSupport
import Testing

@testable import Intake

/// The demo organisation, day by day, from the plan to the mails that a server was given.
///
/// `REMINDER_DEMO=years` runs 2024 to 2028 instead of a spring.
@Suite struct DemoReminderTests {
  private static let isLong = ProcessInfo.processInfo.environment["REMINDER_DEMO"] == "years"
  private static let span = isLong ? ("2024-01-01", "2028-12-31") : ("2026-02-01", "2026-03-15")

  /// The demo's files in a store of its own, as known since 2024.
  private static func store() throws -> (program: Program, store: Store) {
    let program = try Program()
    let demo = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../docs/demo").standardizedFileURL
    let files = [
      ["suppliers-2025.csv", "--profile", "suppliers.yaml"],
      ["suppliers-2026.csv", "--profile", "suppliers.yaml"],
      ["customers.csv", "--profile", "kundenvertraege.yaml"], ["frameworks.xml"],
      ["relationships.xml"], ["performance.xml"],
    ]
    for name in files.compactMap(\.first) + ["suppliers.yaml", "kundenvertraege.yaml"] {
      try program.write(Data(contentsOf: demo.appendingPathComponent(name)), to: name)
    }
    try program.run(
      "init",
      "--organization",
      "Nordlicht",
      "--zone",
      "Europe/Berlin",
      "--country",
      "DE-BE"
    )
    for file in files {
      let result = try program.run(["import"] + file + ["--effective", "2024-01-01", "--quiet"])
      #expect(result.code == 0, "\(file): \(result.errors)")
    }
    let path = program.folder.appendingPathComponent("store.sqlite").path
    return (program, try Store.open(path))
  }

  /// What one run needs.
  private final class Years {
    let store: Store
    let server = ReminderDesk.Server()
    let identity: MailIdentity
    /// What each mail was about, by recipient.
    var sent: [String: Int] = [:]
    /// The days on which a thing was due and had not gone away again.
    var due: [DueKey: CivilDay] = [:]
    private var writes = 0

    init(_ store: Store) throws {
      self.store = store
      identity = try MailIdentity(
        address: "contracts@example.org",
        name: "Nordlicht",
        secret: Array(repeating: 9, count: 16)
      )
    }

    func request(_ now: Instant) -> WriteRequest {
      writes += 1
      let text = "\(now)".dropLast()
      return WriteRequest(
        actor: "Test",
        command: "test",
        recordedAt: "2029-01-01T00:00:00.000Z" > "\(text)" ? "2029-01-01T00:00:00.000Z" : "\(text)",
        salt: Array(repeating: 5, count: 16)
      )
    }

    func context(_ reader: Reader, _ now: Instant) throws -> ReminderContext {
      let zone = reader.organization.zone
      var context = ReminderContext(
        asOf: zone.day(at: now),
        now: now,
        zone: zone,
        policy: Policy()
      )
      context.organization = try reader.organizationFile()
      context.graph = try reader.serviceGraph()
      return context
    }

    /// One day: plans, writes and sends, and notes what was due.
    func run(_ day: CivilDay) throws {
      let now = Instant(seconds: Int64(day.number) * 86_400 + 8 * 3_600)
      let asOf = AsOf(day: day)
      let context = try store.read(asOf: asOf) { reader -> ReminderContext in
        let found = try self.context(reader, now)
        try note(reader, found)
        return found
      }
      let plan = try store.read(asOf: asOf) { try ReminderPlan($0, context) }
      let before = server.mails.count
      _ = try ReminderDelivery(context, identity, writtenAt: now, isDigest: true)
        .carryOut(plan, store, request(now))
      let report = try OutboxRun(store, server, now: { now }, request: { self.request(now) }).run()
      #expect(report.fault == nil)
      #expect(server.mails.count == before + report.sent.count)
      for reminder in plan.sent { sent["\(reminder.key)", default: 0] += 1 }
    }

    private func note(_ reader: Reader, _ context: ReminderContext) throws {
      due = [:]
      let planner = ReminderPlanner(context, kinds: ReminderKind.all)
      try reader.forEachRelationship { file in
        for thing in planner.due(in: file).things { due[thing.key] = context.asOf }
      }
      for thing in planner.due(in: context.organization).things { due[thing.key] = context.asOf }
    }
  }

  private func days() throws -> [CivilDay] {
    let first = try #require(CivilDay(Self.span.0))
    let last = try #require(CivilDay(Self.span.1))
    return (0...first.days(to: last)).map { first.adding(days: $0) }
  }

  /// Of each thing that is due at the end, the latest step that has come was announced.
  private func expectNothingLost(_ years: Years, on day: CivilDay) throws {
    let reminders = try years.store.read(asOf: AsOf(day: .last)) { try $0.records(Reminder.self) }
    let byThing = Dictionary(
      grouping: reminders.compactMap { ReminderKey($0.reference) },
      by: \.thing
    )
    let now = Instant(seconds: Int64(day.number) * 86_400 + 8 * 3_600)
    let plan = try years.store.read(asOf: AsOf(day: day)) { reader in
      try ReminderPlan(reader, try years.context(reader, now))
    }
    #expect(plan.sent.map(\.key.description) == [])
    let overdue = years.due.keys.filter { key in
      guard case .day(let due) = key.due else { return false }
      return due < day
    }
    for key in overdue { #expect(byThing[key]?.isEmpty == false, "\(key)") }
    #expect(!overdue.isEmpty)
  }

  @Test func `each step of each due thing is announced once`() throws {
    let (program, store) = try Self.store()
    let years = try Years(store)
    for day in try days() { try years.run(day) }
    #expect(years.sent.values.allSatisfy { $0 == 1 })
    #expect(years.sent.count > 20)
    try expectNothingLost(years, on: try #require(try days().last))
    _ = program
  }

  @Test func `with days left out and ends that move nothing is lost and nothing comes twice`()
    throws
  {
    let (program, store) = try Self.store()
    let years = try Years(store)
    var numbers = SplitMix64(seed: 11)
    let all = try days()
    let agreements = try store.read(asOf: AsOf(day: all[0])) { reader in
      var names: [String] = []
      try reader.forEachAgreement { names.append($0.reference) }
      return names.sorted()
    }
    for (index, day) in all.enumerated() {
      if Int.random(in: 0..<20, using: &numbers) == 0,
        let agreement = agreements.randomElement(using: &numbers)
      {
        let end = day.adding(days: Int.random(in: 20...400, using: &numbers))
        _ = try store.changeAgreement(
          AgreementChange(reference: agreement, values: [.endsOn: .day(end)], effectiveOn: day),
          years.request(Instant(seconds: Int64(day.number) * 86_400))
        )
      }
      let isLast = index == all.count - 1
      if !isLast, Int.random(in: 0..<4, using: &numbers) == 0 { continue }
      try years.run(day)
    }
    #expect(years.sent.values.allSatisfy { $0 == 1 })
    try expectNothingLost(years, on: try #require(all.last))
    _ = program
  }
}
