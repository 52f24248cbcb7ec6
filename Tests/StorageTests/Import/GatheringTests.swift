import Importing
import Model
import Testing

@testable import Storage

/// Amendments as rows: whatever the order of the rows, the store is the same.
struct GatheringTests {
  private static func row(
    _ key: String,
    _ amendment: String?,
    order: String,
    _ values: [Field: RecordValue],
    party: String = "Acme"
  ) -> AgreementSample {
    var sample = AgreementSample(key, values, parties: [.init(name: party)])
    sample.amendment = amendment
    sample.order = order
    return sample
  }

  private static let rows: [AgreementSample] = [
    row("A", nil, order: "0", [.title: .text("Cleaning"), .startsOn: .day(.of("2024-01-01"))]),
    row(
      "A",
      "1",
      order: "1",
      [
        .changedOn: .day(.of("2024-06-01")), .changeTitle: .text("More"),
        .valueChange: .number(500), .valueCurrency: .text("USD"),
      ]
    ),
    row(
      "A",
      "2",
      order: "2",
      [
        .changedOn: .day(.of("2025-01-01")), .endsOn: .day(.of("2027-12-31")),
        .valueChange: .number(-100), .valueCurrency: .text("USD"),
      ],
      party: "Bolt"
    ),
    row("A", "2", order: "2", [.note: .text("second row of two")], party: "Bolt"),
    row("B", nil, order: "0", [.title: .text("Security")], party: "Acme"),
    row("C", "1", order: "1", [.title: .text("Late"), .changedOn: .day(.of("2025-03-01"))]),
    row("D", nil, order: "0", [.title: .text("Trees")], party: "Cray"),
  ]

  private static func store(_ rows: [AgreementSample]) throws -> Store {
    let store = try Store.inMemory()
    try store.take(rows, 1) { $0.gathers = true }
    return store
  }

  private static func dump(_ store: Store) throws -> [String] {
    try store.dump(without: ["line", "record", "sequence"])
  }

  @Test func `versions follow each other, and changes of value add up`() throws {
    let store = try Self.store(Self.rows)
    #expect(
      try store.lines(
        "SELECT number, effectiveFrom, amendment, title, valueChange FROM agreementVersion "
          + "WHERE agreementId = 1 ORDER BY number"
      ) == [
        "2|2024-06-01|1|More|500", "3|2025-01-01|2|-|-100",
      ]
    )
    #expect(
      try store.lines(
        "SELECT versionNumber, title, value, endsOn, note FROM agreementRevision "
          + "WHERE agreementId = 1 ORDER BY id"
      ) == [
        "1|Cleaning|-|-|-", "2|Cleaning|500|-|-",
        "3|Cleaning|400|2027-12-31|second row of two",
      ]
    )
    #expect(try store.verifyJournal().isIntact)
  }

  @Test(arguments: 0..<60)
  func `any order of the rows gives the same store`(_ seed: UInt64) throws {
    var random = Shuffler(state: seed)
    let expected = try Self.dump(Self.store(Self.rows))
    let shuffled = try Self.store(Self.rows.shuffled(using: &random))
    #expect(try Self.dump(shuffled) == expected)
    let again = try shuffled.take(Self.rows, 2) { $0.gathers = true }
    #expect(again.outcome.agreements.unchanged == 4)
    #expect(again.outcome.isUnchanged)
  }

  /// Versions 1, 2, … of agreement A, with what each says of the value.
  private static func values(_ said: [[Field: RecordValue]]) -> [AgreementSample] {
    said.enumerated().map { row("A", "\($0 + 1)", order: "\($0 + 1)", $1) }
  }

  private static func change(_ amount: Int64, _ currency: String = "EUR") -> [Field: RecordValue] {
    [.valueChange: .number(amount), .valueCurrency: .text(currency)]
  }

  private static let revisions =
    "SELECT versionNumber, value, valueCurrency FROM agreementRevision ORDER BY id"

  @Test(arguments: [
    (change(.max), change(1)), (change(.min), change(-1)), (change(500), change(5, "USD")),
  ])
  func `changes of value that cannot be added leave the value unknown, and are reported`(
    first: [Field: RecordValue],
    second: [Field: RecordValue]
  ) throws {
    let store = try Store.inMemory()
    let rows = Self.values([first, second, Self.change(7)])
    let result = try store.take(rows, 1) { $0.gathers = true }
    #expect(result.outcome.agreements.new == 1)
    #expect(
      result.problems == [
        Problem(
          "money.notAdded",
          .warning,
          file: "1.csv",
          place: Place(line: 3, record: 2),
          value: "2",
          message:
            "The changes of value of “A” cannot be added, being too large or of several currencies, "
            + "so that its value is not known.",
          remedy: "Enter the value by hand."
        )
      ]
    )
    #expect(try store.value(.value, of: "A") == nil)
    #expect(
      try store.lines("SELECT valueChange FROM agreementVersion ORDER BY number").count == 3
    )
    let again = try store.take(rows, 2) { $0.gathers = true }
    #expect(again.outcome.isUnchanged)
    #expect(try store.verifyJournal().isIntact)
  }

  @Test func `a value that a version states stands, and later changes are added to it`() throws {
    let store = try Store.inMemory()
    let stated: [Field: RecordValue] = [
      .value: .number(300_000), .valueCurrency: .text("EUR"), .valueChange: .number(-26_954),
    ]
    try store.take(Self.values([stated, Self.change(500), stated]), 1) { $0.gathers = true }
    #expect(
      try store.lines(Self.revisions) == ["1|300000|EUR", "2|300500|EUR", "3|300000|EUR"]
    )
  }

  @Test func `a value that is stated again is known again`() throws {
    let store = try Store.inMemory()
    let stated: [Field: RecordValue] = [.value: .number(5), .valueCurrency: .text("EUR")]
    let rows = Self.values([
      Self.change(.max), Self.change(1), stated, Self.change(2), [.note: .text("none")],
    ])
    let result = try store.take(rows, 1) { $0.gathers = true }
    #expect(result.problems.count == 1)
    #expect(
      try store.lines(Self.revisions) == [
        "1|9223372036854775807|EUR", "2|-|EUR", "3|5|EUR", "4|7|EUR", "5|7|EUR",
      ]
    )
  }

  @Test func `a later amendment is new, and the others are unchanged`() throws {
    let store = try Self.store(Array(Self.rows.prefix(2)))
    let result = try store.take(Self.rows, 2) { $0.gathers = true }
    #expect(result.outcome.amendments.new == 1)
    #expect(result.outcome.agreements.changed == 1)
    #expect(try store.value(.value, of: "A") == "400")
    #expect(try store.verifyJournal().isIntact)
  }
}

/// A random number generator that a seed determines (SplitMix64).
private struct Shuffler: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
