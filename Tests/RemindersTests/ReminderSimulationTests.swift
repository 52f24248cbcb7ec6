import Foundation
import Model
import Policies
import TestSupport
import Testing

@testable import Reminders

/// Five years, day by day, over agreements of all renewal kinds.
///
/// `REMINDER_SEEDS` gives another number of groups of ten agreements than the everyday twenty.
@Suite struct ReminderSimulationTests {
  private static let groups = Int(ProcessInfo.processInfo.environment["REMINDER_SEEDS"] ?? "") ?? 20
  private static let perGroup = 10

  private static let kinds: [ReminderKind] = [
    .contractReview, .serviceReview, .serviceLevelReview, .performanceReview, .noticeDecision,
    .termEnd, .survey,
  ]

  /// The contexts of all days from 2024-01-01 through 2028-12-31.
  private static let contexts = (try? makeContexts()) ?? []

  private static func makeContexts() throws -> [ReminderContext] {
    let first = try ReminderSamples.day("2024-01-01")
    let last = try ReminderSamples.day("2028-12-31")
    return try (0...first.days(to: last)).map {
      try ReminderSamples.context(first.adding(days: $0))
    }
  }

  /// The days on which a thing was due, as far as a run saw it.
  private struct Sighting {
    var first: CivilDay
    var last: CivilDay
    var runs: Set<CivilDay>
  }

  /// The day of a step by counting days one by one.
  private func day(of offset: Int, _ due: CivilDay) throws -> CivilDay {
    let calendar = try #require(ReminderSamples.calendar)
    var day = due.adding(days: offset)
    while try !calendar.isBusinessDay(day) { day = day.adding(days: offset <= 0 ? -1 : 1) }
    return day
  }

  private func offset(_ step: ReminderStep) throws -> Int {
    guard case .offset(let days) = step else {
      throw DateGap.outOfRange
    }
    return days
  }

  /// The offsets of the ladder of the default policy through a day.
  private func offsets(_ due: CivilDay, through last: CivilDay) -> [Int] {
    let most = due.days(to: last) + 20
    return [-90, -60, -30, -14, -7, -1, 0, 1, 7, 14].filter { $0 <= most }
      + stride(from: 21, through: max(21, most), by: 7)
  }

  @Test(arguments: 0..<groups)
  func `each step of each due thing is announced once, on its day`(group: Int) throws {
    for seed in group * Self.perGroup..<(group + 1) * Self.perGroup {
      let agreement = try GeneratedAgreement(seed: seed)
      var ledger = LedgerRun()
      var seen: [DueKey: Sighting] = [:]
      for context in Self.contexts {
        let things = try run(context, agreement, &ledger, kill: nil)
        note(things, context.asOf, &seen)
      }
      try checkDays(ledger, seen, seed)
      try checkDeadlines(agreement, seen, seed)
    }
  }

  @Test(arguments: 0..<groups)
  func `with days left out, kills and changes nothing is lost and nothing comes twice`(
    group: Int
  ) throws {
    for seed in group * Self.perGroup..<(group + 1) * Self.perGroup {
      let agreement = try GeneratedAgreement(seed: seed, changes: 4)
      var numbers = SplitMix64(seed: UInt64(seed) &+ 77_777)
      var ledger = LedgerRun()
      var seen: [DueKey: Sighting] = [:]
      var rest = 0
      for context in Self.contexts {
        if rest == 0, Int.random(in: 0..<15, using: &numbers) == 0 {
          rest = Int.random(in: 1...60, using: &numbers)
        }
        rest = max(0, rest - 1)
        let isLast = context.asOf == Self.contexts.last?.asOf
        guard rest == 0 || isLast else { continue }
        let isKilled = !isLast && Int.random(in: 0..<4, using: &numbers) == 0
        let kill = isKilled ? LedgerRun.Kill.allCases.randomElement(using: &numbers) : nil
        let things = try run(context, agreement, &ledger, kill: kill)
        note(things, context.asOf, &seen)
      }
      try checkNothingTwice(ledger, seed)
      try checkNothingLost(ledger, seen, seed)
    }
  }

  private func run(
    _ context: ReminderContext,
    _ agreement: GeneratedAgreement,
    _ ledger: inout LedgerRun,
    kill: LedgerRun.Kill?
  ) throws -> [DueThing] {
    let planner = ReminderPlanner(context, kinds: Self.kinds)
    let things = planner.due(in: try agreement.file(on: context.asOf)).things
    try ledger.run(context, things, kill: kill)
    return things
  }

  private func note(_ things: [DueThing], _ day: CivilDay, _ seen: inout [DueKey: Sighting]) {
    for thing in things {
      seen[thing.key, default: Sighting(first: day, last: day, runs: [])].last = day
      seen[thing.key]?.runs.insert(day)
    }
  }

  // MARK: Checks

  /// Every step whose day lies in the time in which its thing was due was sent on that day, and
  /// nothing else was, but for the latest step that had passed when the thing came up.
  private func checkDays(_ ledger: LedgerRun, _ seen: [DueKey: Sighting], _ seed: Int) throws {
    var expected: Set<String> = []
    for (key, sighting) in seen {
      guard case .day(let due) = key.due else { continue }
      var lastOf: [CivilDay: Int] = [:]
      var passed: Int?
      for offset in offsets(due, through: sighting.last) {
        let day = try day(of: offset, due)
        // A thing that comes and goes is looked at on the days on which it is there.
        guard sighting.runs.contains(day) || day < sighting.first else { continue }
        if day < sighting.first { passed = offset } else { lastOf[day] = offset }
      }
      if let passed, lastOf[sighting.first] == nil { lastOf[sighting.first] = passed }
      for (day, offset) in lastOf { expected.insert("\(day) \(ReminderKey(key, .offset(offset)))") }
    }
    let sent = ledger.sent.map { "\($0.day) \($0.reminder.key)" }
    #expect(Set(sent).count == sent.count, "seed \(seed)")
    let missing = expected.subtracting(sent).sorted()
    let more = Set(sent).subtracting(expected).sorted()
    #expect(missing.isEmpty, "seed \(seed)")
    #expect(more.isEmpty, "seed \(seed)")
  }

  /// Every deadline of a chain of renewals, found by going from term to term, was announced.
  private func checkDeadlines(
    _ agreement: GeneratedAgreement,
    _ seen: [DueKey: Sighting],
    _ seed: Int
  ) throws {
    let calendar = try #require(ReminderSamples.calendar)
    let terms = try #require(agreement.terms.first?.terms)
    guard terms.renewal == .automatic, terms.noticeTo == nil || terms.noticeTo == .termEnd,
      var end = terms.endsOn, let start = terms.startsOn, let length = terms.renewalTerm?.months,
      let notice = terms.noticePeriod?.months, terms.noticeConvention == .clampedSubtract
    else { return }
    let first = try ReminderSamples.day("2024-05-01")
    let last = try ReminderSamples.day("2028-12-31")
    for number in 0... {
      if let most = terms.maxRenewals, number >= most { break }
      var dispatch = end.addingMonths(-notice)
      while try !calendar.isBusinessDay(dispatch) { dispatch = dispatch.adding(days: -1) }
      for _ in 0..<5 {
        repeat { dispatch = dispatch.adding(days: -1) } while try !calendar.isBusinessDay(dispatch)
      }
      if dispatch > last { break }
      if dispatch >= max(first, start.adding(days: 100)) {
        let sighting = seen.first {
          $0.key.topic == .noticeDecision && $0.key.due == .day(dispatch)
        }
        let sightedOn = try #require(sighting?.value.first, "seed \(seed), \(dispatch)")
        #expect(sightedOn <= (try day(of: -90, dispatch)), "seed \(seed), \(dispatch)")
      }
      end = Term.end(startingOn: end.adding(days: 1), months: length)
    }
  }

  /// No reminder went out more often than runs were killed after sending it.
  private func checkNothingTwice(_ ledger: LedgerRun, _ seed: Int) throws {
    let counts = Dictionary(grouping: ledger.sent, by: \.reminder.key).mapValues(\.count)
    for (key, count) in counts {
      #expect(count <= 1 + ledger.kills[key, default: 0], "seed \(seed): \(key)")
    }
  }

  /// Of each thing the latest step that had come on a day of a run is no longer open at the end, or
  /// the thing went away on the day of a run that was killed.
  private func checkNothingLost(
    _ ledger: LedgerRun,
    _ seen: [DueKey: Sighting],
    _ seed: Int
  ) throws {
    let end = try #require(Self.contexts.last?.asOf)
    for (key, sighting) in seen where sighting.last == end {
      guard case .day(let due) = key.due else { continue }
      for offset in offsets(due, through: end) where try day(of: offset, due) <= end {
        let state = ledger[ReminderKey(key, .offset(offset))]?.state
        // Of the repeats after the ladder's end only the latest one is recorded.
        if offset > 14 { continue }
        #expect(state == .sent || state == .superseded, "seed \(seed): \(key) \(offset)")
      }
      let sent = ledger.sent.filter { $0.reminder.key.thing == key }
      if try day(of: -90, due) <= end { #expect(!sent.isEmpty, "seed \(seed): \(key)") }
    }
  }
}
