import Model
import Policies
import TestSupport
import Testing

@testable import Reminders

@Suite struct ReviewReminderTests {
  private func day(_ text: String) throws -> CivilDay { try ReminderSamples.day(text) }

  /// The lines and messages of one kind on a day.
  private func messages(
    _ kind: ReminderKind,
    _ file: RelationshipFile,
    on text: String,
    _ change: (inout ReminderContext) throws -> Void = { _ in }
  ) throws -> [String] {
    try ReminderSamples.context(on: text, change).preview(kind, file).map(\.message)
  }

  private func held(_ kind: String, on text: String, in shelf: inout RecordShelf) throws {
    let facts = ["kind": kind, "heldOn": text, "result": "Good.", "minutesIssuedOn": text]
    shelf.add(try Review.sample("R-1", facts))
    shelf.add(try Attendance.sample("AT-1", ["review": "1", "side": "ours", "name": "Ada"]))
    shelf.add(
      try Attendance.sample("AT-2", id: 2, ["review": "1", "side": "theirs", "name": "Zoe"])
    )
  }

  @Test func `a contract is reviewed at its interval from its start, or the last review`() throws {
    var file = ReminderSamples.file()
    file.agreements = [try ReminderSamples.agreement(startsOn: "2024-02-29", on: day("2025-02-28"))]
    #expect(
      try messages(.contractReview, file, on: "2025-02-28") == [
        """
        Contract review of C-1 with Acme: never held. Hold the review and record who was \
        there, what came out and the minutes. Due 2025-02-28, today. Otherwise nobody has looked \
        whether the contract still fits, and its review is overdue.
        """
      ]
    )
    try held("contract", on: "2025-03-10", in: &file.agreements[0].records)
    let next = try ReminderSamples.context(on: "2026-02-20").due(.contractReview, file)
    #expect(next.things.first?.key.due.description == "2026-03-10")
    #expect(next.things.first?.standing == "last 2025-03-10")
  }

  @Test func `a contract without a start is named`() throws {
    var file = ReminderSamples.file()
    file.agreements = [try ReminderSamples.agreement(on: day("2026-01-01"))]
    file.agreements[0].terms.startsOn = nil
    let list = try ReminderSamples.context(on: "2026-01-01").due(.contractReview, file)
    #expect(
      list.unknown.map(\.reason) == [
        """
        Contract review of C-1 with Acme: the contract has no start, so nothing is due.
        """
      ]
    )
  }

  @Test func `the services are reviewed with a customer`() throws {
    var file = ReminderSamples.file("customer")
    file.agreements = [
      try ReminderSamples.agreement(.sla, "S-1", startsOn: "2025-03-02", on: day("2026-03-02"))
    ]
    #expect(
      try messages(.serviceReview, file, on: "2026-03-02") == [
        """
        Service review with P-1 (Acme): never held. Meet the customer and record who was there, \
        what came out and the minutes. Due 2026-03-02, today. Otherwise nobody has asked the \
        customer how the services serve it, and the review is overdue.
        """
      ]
    )
    let unknown = try ReminderSamples.context(on: "2026-03-02")
      .due(.serviceReview, ReminderSamples.file("customer")).unknown
    #expect(
      unknown.map(\.reason) == [
        "Service review with P-1 (Acme): there is no SLA with a start, so nothing is due."
      ]
    )
    #expect(try messages(.serviceReview, ReminderSamples.file(), on: "2026-03-02").isEmpty)
  }

  @Test func `an SLA and an internal agreement are reviewed, a contract is not here`() throws {
    var file = ReminderSamples.file()
    file.agreements = try [
      (AgreementKind.sla, "S-1"), (.ola, "O-1"), (.customerSupply, "U-1"), (.contract, "C-1"),
    ].map {
      try ReminderSamples.agreement($0.0, $0.1, startsOn: "2025-03-02", on: day("2026-03-02"))
    }
    try held("ola", on: "2025-06-01", in: &file.agreements[1].records)
    let things = try ReminderSamples.context(on: "2026-03-02").due(.serviceLevelReview, file).things
    #expect(things.map(\.key.subject.reference) == ["S-1", "O-1", "U-1"])
    #expect(
      things.map(\.key.due.description) == ["2026-03-02", "2026-06-01", "2026-03-02"]
    )
    #expect(things.first?.what == "Review of SLA S-1 with Acme")
  }

  @Test func `the performance of a supplier is reviewed as often as its tier asks for`() throws {
    func due(_ tier: String?) throws -> String? {
      var file = ReminderSamples.file(tier: tier)
      file.agreements = [
        try ReminderSamples.agreement(startsOn: "2026-01-15", on: day("2026-03-02"))
      ]
      return try ReminderSamples.context(on: "2026-03-02", through: "2027-01-15")
        .due(.performanceReview, file).things.first?.key.due.description
    }
    #expect(try due("strategic") == "2026-04-15")
    #expect(try due("tactical") == "2026-07-15")
    #expect(try due("operational") == "2027-01-15")
    #expect(try due("commodity") == nil)
    #expect(try due(nil) == "2026-04-15")
  }

  @Test func `repeated misses ask for a performance review in time`() throws {
    var file = ReminderSamples.file(tier: "commodity")
    var contract = try ReminderSamples.agreement(startsOn: "2025-01-01", on: day("2026-05-10"))
    contract.records.add(
      try ServiceLevelTarget.sample(
        "T-1",
        [
          "agreement": "1", "title": "Availability", "metric": "availability",
          "comparison": "atLeast", "value": "99.9", "unit": "%", "window": "month",
        ]
      )
    )
    for (index, month) in ["03", "04"].enumerated() {
      contract.records.add(
        try Measurement.sample(
          "M-\(index)",
          id: Int64(index),
          [
            "target": "1", "periodStart": "2026-\(month)-01",
            "periodEnd": month == "03" ? "2026-03-31" : "2026-04-30", "value": "98",
            "sampleSize": "100",
          ]
        )
      )
    }
    file.agreements = [contract]
    let things = try ReminderSamples.context(on: "2026-05-20").due(.performanceReview, file).things
    #expect(things.map(\.key.description) == ["performanceReview/target/T-1//2026-06-16"])
    #expect(things.first?.standing == "missed 2 of 6 through 2026-04")
  }
}
