import Model
import Testing

@Suite struct RecordTypeTests {
  @Test func `every kind has its own names`() {
    #expect(Set(RecordType.all.map(\.name)).count == RecordType.all.count)
    #expect(Set(RecordType.all.map(\.plural)).count == RecordType.all.count)
    #expect(RecordType.all.allSatisfy { $0.name != $0.plural })
  }

  @Test(arguments: RecordType.all.map(\.name))
  func `the facts of a kind have names of their own and refer to kinds that exist`(
    _ name: String
  ) throws {
    let type = try #require(RecordType.named(name))
    #expect(Set(type.fields.map(\.name)).count == type.fields.count)
    #expect(type.summary.hasSuffix("."))
    let known = Set(RecordType.all.map(\.name) + ["party", "agreement", "service", "person"])
    for field in type.fields {
      if case .reference(let kind) = field.type { #expect(known.contains(kind), "\(field.name)") }
    }
  }

  @Test func `a name in camel case reads as words`() {
    #expect(ServiceAcceptance.type.words == "service acceptance")
    #expect(ServiceAcceptance.type.command == "service-acceptance")
  }
}

@Suite struct FieldTypeTests {
  @Test(
    arguments: [
      (FieldType.day, "2026-02-28", FieldValue.day(CivilDay(number: 20_512))),
      (.count, "0", .integer(0)),
      (.flag, "yes", .integer(1)), (.flag, "false", .integer(0)),
      (.duration, "10bd", .text("10bd")),
      (.choice(["a", "b"]), "b", .text("b")), (.reference("review"), "R-1", .reference("R-1")),
    ]
  )
  func `a value is read as its type says`(_ type: FieldType, _ text: String, _ value: FieldValue) {
    #expect(type.value(text) == value)
  }

  @Test(
    arguments: [
      (FieldType.day, "2026-02-30"), (.day, "1.3.2026"), (.instant, "2026-03-01T09:00Z"),
      (.count, "-1"), (.count, "+1"), (.count, "1.5"), (.flag, "perhaps"), (.decimal, "99,9"),
      (.decimal, "1e3"), (.duration, "3 months"), (.money, "1200.00"), (.money, "1.2345 EUR"),
      (.choice(["a"]), "A"),
    ]
  )
  func `anything else is no value`(_ type: FieldType, _ text: String) {
    #expect(type.value(text) == nil)
  }

  @Test(
    arguments: [
      (FieldType.decimal, "99.950"), (.decimal, "-0.5"), (.money, "1200.00 EUR"),
      (.money, "500 JPY"), (.instant, "2026-03-01T09:00:00Z"), (.duration, "3m"),
    ]
  )
  func `a value is written as it was read`(_ type: FieldType, _ text: String) {
    #expect(type.value(text).map(type.text) == text)
  }
}

@Suite struct DecimalNumberTests {
  @Test func `decimals at the end change the text and not the number`() throws {
    let short = try #require(DecimalNumber("99.9"))
    let long = try #require(DecimalNumber("99.900"))
    #expect(short == long)
    #expect(short.hashValue == long.hashValue)
    #expect(long.description == "99.900")
  }

  @Test func `a number just below another is smaller`() throws {
    let below = try #require(DecimalNumber("99.899999"))
    let target = try #require(DecimalNumber("99.9"))
    #expect(below < target)
    #expect(!(target < below))
  }

  @Test(arguments: ["", ".", "1.", ".5", "--1", "1.1234567890123", "1234567890123456789", "١"])
  func `a text of another form is no number`(_ text: String) {
    #expect(DecimalNumber(text) == nil)
  }
}
