import Model
import Policies
import TestSupport
import Testing

@testable import Reminders

@Suite struct NoticeDecisionTests {
  private func list(
    on day: String,
    renewal: RenewalKind = .automatic,
    _ decision: [String: String]? = nil
  ) throws -> DueList {
    var file = try ReminderSamples.renewing(on: ReminderSamples.day(day), renewal: renewal)
    if let decision {
      let facts = ["agreement": "1"].merging(decision) { $1 }
      file.agreements[0].records.add(try Decision.sample("DE-1", facts))
    }
    return try ReminderSamples.context(on: day).due(.noticeDecision, file)
  }

  private func message(
    on day: String,
    renewal: RenewalKind = .automatic,
    _ decision: [String: String]? = nil
  ) throws -> String? {
    let list = try list(on: day, renewal: renewal, decision)
    let planner = ReminderPlanner(try ReminderSamples.context(on: day))
    return list.things.first.flatMap { planner.preview($0).first?.message }
  }

  @Test func `the worked case is announced on its days`() throws {
    let file = try ReminderSamples.renewing(on: ReminderSamples.day("2025-11-20"))
    let context = try ReminderSamples.context(on: "2025-11-20", through: "2026-02-20")
    #expect(
      context.preview(.noticeDecision, file).map(\.line) == [
        "-90d 2025-11-21", "-60d 2025-12-22", "-30d 2026-01-21", "-14d 2026-02-06",
        "-7d 2026-02-13", "-1d 2026-02-19", "0d 2026-02-20",
      ]
    )
  }

  @Test func `it names the decision, the term, the days and what happens otherwise`() throws {
    let reminder = try #require(
      try ReminderSamples.context(on: "2026-01-21").preview(
        .noticeDecision,
        ReminderSamples.renewing(on: ReminderSamples.day("2026-01-21"))
      ).first
    )
    #expect(reminder.decision == "renew, renegotiate or end")
    #expect(
      reminder.message
        == """
        Contract C-1 with Acme: term 2025-06-01 to 2026-05-31, bound until 2026-05-31, deadline \
        2026-02-28, safe day 2026-02-27. Decide whether to renew, renegotiate or end. Notice must \
        be sent by 2026-02-20, in 30 days. Otherwise it is renewed until 2027-05-31, at a cost not \
        recorded.
        """
    )
    #expect(reminder.offset == -30)
    #expect(reminder.key.description == "noticeDecision/agreement/C-1//2026-02-20/-30d")
  }

  @Test func `it knows what another year costs`() throws {
    var file = try ReminderSamples.renewing(on: ReminderSamples.day("2026-01-21"))
    file.agreements[0].annualValue = Money(
      minorUnits: 1_200_000,
      currency: try #require(Currency("EUR"))
    )
    let context = try ReminderSamples.context(on: "2026-01-21")
    let message = try #require(context.preview(.noticeDecision, file).first?.message)
    #expect(message.contains("safe day 2026-02-27, 12000.00 EUR a year."))
    #expect(message.hasSuffix("Otherwise it is renewed until 2027-05-31, at 12000.00 EUR a year."))
  }

  @Test func `between the day of dispatch and the deadline it is to be sent at once`() throws {
    #expect(
      try message(on: "2026-02-21")
        == """
        Contract C-1 with Acme: term 2025-06-01 to 2026-05-31, bound until 2026-05-31, deadline \
        2026-02-28, safe day 2026-02-27. Decide whether to renew, renegotiate or end now, and send \
        a notice by the fastest way that can be proved. Notice must be sent by 2026-02-20, 1 day \
        ago. Otherwise it is renewed until 2027-05-31, at a cost not recorded.
        """
    )
  }

  @Test func `after the deadline it says until when we are bound`() throws {
    #expect(
      try message(on: "2026-03-02")
        == """
        Contract C-1 with Acme: term 2025-06-01 to 2026-05-31, bound until 2027-05-31, deadline \
        2026-02-28, safe day 2026-02-27. Record how it goes on, and what is to be improved. Notice \
        must be sent by 2026-02-20, 10 days ago. Otherwise it is renewed until 2027-05-31, at a \
        cost not recorded.
        """
    )
  }

  @Test func `a decision to renew or renegotiate settles it`() throws {
    for kind in ["renew", "renegotiate"] {
      let list = try list(on: "2026-01-21", ["kind": kind, "decidedOn": "2026-01-20"])
      #expect(list.things.isEmpty, "\(kind)")
    }
    let later = try list(on: "2026-01-21", ["kind": "renew", "decidedOn": "2026-01-22"])
    #expect(later.things.count == 1)
    let other = ["kind": "renew", "decidedOn": "2026-01-20", "termEnd": "2025-05-31"]
    #expect(try list(on: "2026-01-21", other).things.count == 1)
  }

  @Test func `a decision to end it leaves the notice to be sent`() throws {
    let decision = ["kind": "end", "decidedOn": "2026-01-20"]
    let thing = try #require(try list(on: "2026-01-21", decision).things.first)
    #expect(thing.key.part == "notice")
    #expect(thing.decision == "send the notice")
    #expect(thing.request == "Ending it was decided on 2026-01-20: send the notice")
  }

  @Test func `after the deadline any decision about the term settles it`() throws {
    let late = ["kind": "renew", "decidedOn": "2026-03-02"]
    #expect(try list(on: "2026-03-03", late).things.isEmpty)
    #expect(try list(on: "2026-03-01", late).things.count == 1)
  }

  @Test func `an option lapses`() throws {
    let message = try #require(try message(on: "2026-01-21", renewal: .option))
    #expect(message.contains("Decide whether to renew, renegotiate or let it end."))
    #expect(message.hasSuffix("Otherwise the option to renew it lapses."))
  }

  @Test func `what ends by itself needs no decision`() throws {
    let list = try list(on: "2026-01-21", renewal: .none)
    #expect(list.things.isEmpty)
    #expect(list.unknown.isEmpty)
  }

  @Test func `without a notice period the deadline is not known, and that is said`() throws {
    let day = try ReminderSamples.day("2026-01-21")
    var file = ReminderSamples.file()
    file.agreements = [
      try ReminderSamples.agreement(startsOn: "2025-06-01", endsOn: "2026-05-31", on: day) {
        $0.renewal = .automatic
        $0.renewalTerm = Period(known: 12, .month)
      }
    ]
    let list = try ReminderSamples.context(day).due(.noticeDecision, file)
    #expect(list.things.isEmpty)
    #expect(
      list.unknown.map(\.reason) == [
        "Contract C-1 with Acme: no deadline for notice. No notice period is stored."
      ]
    )
  }

  @Test func `without a calendar the deadline itself is announced`() throws {
    let day = try ReminderSamples.day("2026-01-21")
    var file = try ReminderSamples.renewing(on: day)
    let terms = file.agreements[0].terms
    file.agreements[0].standing = terms.standing(on: day, calendar: nil, defaults: .standard)
    file.agreements[0].calendar = nil
    let context = try ReminderSamples.context(day) { $0.organization.calendar = nil }
    let thing = try #require(context.due(.noticeDecision, file).things.first)
    #expect(thing.key.due.description == "2026-02-28")
    #expect(thing.dueWords == "Notice must arrive by")
    #expect(
      thing.standing
        == """
        term 2025-06-01 to 2026-05-31, bound until 2026-05-31, deadline 2026-02-28, no calendar \
        gives the safe day
        """
    )
  }

  // MARK: Terms that follow

  /// From 2020-01-01 for three years, then year by year, three months' notice, tacit renewal.
  private func chain(on day: String) throws -> DueList {
    let day = try ReminderSamples.day(day)
    var file = ReminderSamples.file()
    file.agreements = [
      try ReminderSamples.agreement(startsOn: "2020-01-01", endsOn: "2022-12-31", on: day) {
        $0.renewal = .automatic
        $0.renewalTerm = Period(known: 12, .month)
        $0.noticePeriod = Period(known: 3, .month)
      }
    ]
    return try ReminderSamples.context(day).due(.noticeDecision, file)
  }

  @Test func `three years, then one at a time`() throws {
    let before = try #require(try chain(on: "2022-09-30").things.first)
    #expect(before.standing.contains("deadline 2022-09-30"))
    #expect(before.standing.contains("bound until 2022-12-31"))
    let after = try #require(try chain(on: "2022-10-01").things.first)
    #expect(after.key == before.key)
    #expect(after.standing.contains("bound until 2023-12-31"))
    #expect(after.otherwise == "it is renewed until 2023-12-31, at a cost not recorded")
    let next = try chain(on: "2023-07-01").things
    #expect(next.count == 1)
    #expect(next.first?.standing.contains("deadline 2023-09-30") == true)
    #expect(next.first?.standing.contains("term 2023-01-01 to 2023-12-31") == true)
  }

  @Test func `a deadline that lies before its own term is announced in the term before`() throws {
    // Monthly terms with three months' notice: as of 2026-01-15 the deadlines of the terms that end
    // in January to March have passed; April's is next.
    let day = try ReminderSamples.day("2026-01-15")
    var file = ReminderSamples.file()
    file.agreements = [
      try ReminderSamples.agreement(startsOn: "2025-01-01", endsOn: "2025-01-31", on: day) {
        $0.renewal = .automatic
        $0.renewalTerm = Period(known: 1, .month)
        $0.noticePeriod = Period(known: 3, .month)
      }
    ]
    let things = try ReminderSamples.context(day).due(.noticeDecision, file).things
    let deadlines = things.compactMap { thing in
      thing.standing.split(separator: ", ").first { $0.hasPrefix("deadline") }
    }
    #expect(
      deadlines == [
        "deadline 2025-12-31", "deadline 2026-01-30", "deadline 2026-02-28", "deadline 2026-03-30",
        "deadline 2026-04-30",
      ]
    )
  }
}
