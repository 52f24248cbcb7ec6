import CSV
import Importing
import TestSupport
import Testing

@Suite struct CSVImporterTests {
  private func importer(_ yaml: String, answers: [String: String] = [:]) throws -> CSVImporter {
    let reading = Profile.read(yaml: "profile: 1\nid: t\n" + yaml, named: "t.yaml")
    #expect(reading.problems == [])
    return CSVImporter(try #require(reading.profile), answers: answers)
  }

  private func read(_ importer: CSVImporter, _ csv: String) throws -> CollectingSink {
    let sink = CollectingSink()
    try importer.read(MemorySource(csv), named: "t.csv", into: sink)
    return sink
  }

  @Test func `a header that does not fit refuses the file with one sentence for each fault`() throws
  {
    let importer = try importer("key: [K]\nfields: {title: T, note: N}")
    let sink = CollectingSink()
    let problem = try #require(throws: Problem.self) {
      try importer.read(MemorySource("T,N,n*\n1,2,3\n"), named: "t.csv", into: sink)
    }
    #expect(problem.code == "column.missing")
    #expect(problem.file == "t.csv")
    #expect(
      problem.message == "The header lacks the column “K” that the profile “t” needs."
    )
    #expect(
      problem.remedy
        == "Choose another profile, or add the header's own names to a copy of this one."
    )
    #expect(sink.drafts.isEmpty)
    let twice = try #require(throws: Problem.self) {
      try importer.read(MemorySource("T,K,K\n1,2,3\n"), named: "t.csv", into: sink)
    }
    #expect(twice.code == "column.ambiguous")
    #expect(twice.message == "The header has “K” more than once, in columns 2 and 3.")
    #expect(
      twice.remedy == "Name the right one by position in the profile, as “{position: N}”."
    )
  }

  @Test func `an empty file is refused, a header alone is not`() throws {
    let importer = try importer("key: [K]\nfields: {title: T}")
    let problem = try #require(throws: Problem.self) { try read(importer, "") }
    #expect(problem.code == "header.missing")
    #expect(try read(importer, "K,T\n").dump == "")
  }

  @Test func `a record that cannot be taken apart is rejected once, and those after it are read`()
    throws
  {
    let importer = try importer("key: [K]\nfields: {title: T}")
    let sink = try read(importer, "K,T\n1,a\n2,\"b\n3,c\n")
    #expect(sink.rejected.count == 1)
    #expect(sink.rejected[0].problems.map(\.code) == ["quote.unclosed"])
    #expect(sink.rejected[0].record.place.line == 3)
    #expect(sink.drafts.map { $0.string($0.key) } == ["1", "3"])
    #expect(sink.notes.isEmpty)
  }

  @Test func `a rejected row comes with its bytes, header and delimiter`() throws {
    let importer = try importer(
      "dialect: {delimiter: [tab, \";\"]}\nkey: [K]\nfields: {startsOn: S}"
    )
    let sink = try read(importer, "K;S\r\n\"1\";\"x\"\r\n")
    let record = try #require(sink.rejected.first?.record)
    #expect(String(decoding: record.raw, as: UTF8.self) == "\"1\";\"x\"")
    #expect(String(decoding: record.header, as: UTF8.self) == "K;S")
    #expect(record.delimiter == 0x3B)
    #expect(record.place == Place(line: 2, record: 1))
  }

  @Test func `an answer fills what the profile asks for`() throws {
    let yaml = """
      questions: {currency: Which?}
      key: [K]
      fields: {value: {from: V, currency: {ask: currency}}}
      """
    let silent = try read(try importer(yaml), "K,V\n1,5\n")
    #expect(silent.notes.map(\.code) == ["answer.missing"])
    #expect(silent.drafts[0].number(.value) == nil)
    let answered = try read(try importer(yaml, answers: ["currency": "JPY"]), "K,V\n1,5\n")
    #expect(answered.notes.isEmpty)
    #expect(answered.drafts[0].number(.value) == 5)
    #expect(answered.drafts[0].text(.valueCurrency) == "JPY")
    // Without the column there is nothing to ask for.
    #expect(try read(try importer(yaml), "K\n1\n").notes.isEmpty)
  }

  @Test func `what the reader finds doubtful is passed on`() throws {
    let sink = try read(try importer("key: [K]\nfields: {title: T}"), "K,T\n1,a\"b\n")
    #expect(sink.drafts.count == 1)
    #expect(sink.notes.map(\.code) == ["quote.inside"])
  }
}
