import Importing
import Model
import Testing

@Suite struct NoticeRecordTests {
  private func record() throws -> NoticeRecord {
    let reader = try XMLReader(
      MemorySource("<r>\n  <c a='1&amp;'>x &lt; y</c></r>"),
      named: "n.xml"
    )
    _ = try reader.next()
    _ = try reader.next()
    _ = try reader.next()
    return NoticeRecord(try reader.tree(), number: 3, file: "n.xml")
  }

  @Test(arguments: [
    "2020-04-09", "2020-04-09+02:00", "2020-04-09-05:00", "2020-04-09Z", "2020-04-09T12:00:00",
    "20200409",
  ])
  func `a date is read with any zone`(text: String) {
    #expect(CivilDay(noticeDate: text) == CivilDay(year: 2020, month: 4, day: 9))
  }

  @Test(arguments: ["", "2020", "2020-02-30", "2020-04-091", "20200230", "9.4.2020", "2020-4-9"])
  func `what is no date is refused`(text: String) {
    #expect(CivilDay(noticeDate: text) == nil)
  }

  @Test func `a wrong date is a warning with value and words`() throws {
    var record = try record()
    record.set(.signedOn, day: "soon", from: "IssueDate")
    #expect(record.draft.number(.signedOn) == nil)
    #expect(record.problems.map(\.code) == ["date.unreadable"])
    #expect(record.problems.first?.message == "IssueDate is not a date: “soon”.")
    #expect(record.problems.first?.remedy == "Enter the date by hand.")
    #expect(record.problems.first?.place == Place(line: 2, column: 3, record: 3))
  }

  @Test(arguments: [
    ("1234.5", "EUR", 123_450), ("9693759000.00", "EUR", 969_375_900_000), ("7", "JPY", 7),
    ("1 000,5", "BGN", 100_050), ("0.001", "KWD", 1),
  ])
  func `amounts are exact`(text: String, currency: String, expected: Int64) throws {
    var record = try record()
    #expect(record.money(text, currency: currency, from: "V")?.minorUnits == expected)
    #expect(record.problems.isEmpty)
  }

  @Test(arguments: ["1.234", "1,234", "1.234.567", "12 EUR", "", "1e3", "99999999999999999999"])
  func `what is no amount is a warning and no guess`(text: String) throws {
    var record = try record()
    #expect(record.money(text, currency: "EUR", from: "V") == nil)
    #expect(record.problems.map(\.message) == ["V is not an amount of EUR: “\(text)”."])
  }

  @Test func `a currency that does not exist is a warning`() throws {
    var record = try record()
    #expect(record.money("1", currency: nil, from: "V") == nil)
    #expect(record.problems.map(\.message) == ["V has no currency of ISO 4217: “”."])
  }

  @Test func `a long change is cut in the title and whole in the note`() throws {
    var record = try record()
    let text = String(repeating: "x", count: 201)
    record.set(change: text, note: "why")
    #expect(record.draft.text(.changeTitle)?.count == 200)
    #expect(record.draft.text(.note) == text + "\nwhy")
  }

  @Test func `a rejected record shows its element`() throws {
    final class Sink: DraftSink {
      var raw = ""
      func take(_ draft: inout Draft) throws { Issue.record("A draft was taken.") }
      func take(_ record: RecordDraft) throws { Issue.record("A record was taken.") }
      func reject(_ record: RejectedRecord, because problems: [Problem]) throws {
        raw = String(decoding: record.raw, as: UTF8.self)
      }
      func note(_ problem: Problem) throws {}
    }
    var record = try record()
    record.report("a.b", .error, message: "It is wrong.", remedy: "Mend it.")
    let sink = Sink()
    try record.deliver(to: sink)
    #expect(sink.raw == "<c a=\"1&amp;\">x &lt; y</c>")
  }
}
