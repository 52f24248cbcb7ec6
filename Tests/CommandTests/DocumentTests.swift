import Foundation
import Model
import TestSupport
import Testing

@testable import Commands

/// The generated pages are those that the program makes.
@Suite struct DocumentTests {
  @Test(
    arguments: zip(
      ManualCommand.Page.allCases,
      [
        "liaison.1", "reference/commands.md", "reference/reports.md", "reference/profiles.md",
        "reference/rules.md",
      ]
    )
  )
  func `the page in docs is what the program prints`(
    _ page: ManualCommand.Page,
    _ file: String
  ) throws {
    let text = try ManualCommand.text(page)
    expectFile(text, at: documents.appendingPathComponent(file))
    #expect(text.hasSuffix("\n"))
  }

  @Test func `the schema in docs is what the program prints`() throws {
    let result = try Program().run("schema")
    #expect(result.code == 0)
    expectFile(result.output, at: documents.appendingPathComponent("reference/schema.sql"))
  }

  @Test func `the schema of the native format follows the kinds of records`() throws {
    let url = documents.deletingLastPathComponent()
      .appendingPathComponent("Schemas/xml/liaison-1.xsd")
    let text = try String(contentsOf: url, encoding: .utf8)
    expectFile(NativeSchemaText.whole(text), at: url)
  }

  @Test(arguments: RecordType.inCSV.map(\.plural))
  func `the table schema of a kind follows from the kind`(_ plural: String) throws {
    let type = try #require(RecordType.inCSV(plural))
    let text = TableSchemaText.text(type)
    expectFile(text, at: tableSchemas.appendingPathComponent("\(plural).json"))
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    let fields = (value as? [String: Any])?["fields"] as? [[String: Any]] ?? []
    #expect(
      fields.map { $0["name"] as? String }
        == (type.isEntry ? [] : ["reference"]) + type.fields.map(\.name) + ["effectiveOn"]
    )
  }

  @Test func `there is a table schema for each kind and no other`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: tableSchemas.path)
    #expect(names.sorted() == RecordType.inCSV.map { "\($0.plural).json" }.sorted())
  }

  private var tableSchemas: URL {
    documents.deletingLastPathComponent().appendingPathComponent("Schemas/csv")
  }

  @Test func `the manual command prints the page`() throws {
    let result = try Program().run("manual", "commands")
    #expect(result.code == 0)
    #expect(result.output == (try ManualCommand.text(.commands)))
  }

  @Test func `roff takes no line of the manual for a request of its own`() throws {
    let known = [".TH", ".SH", ".SS", ".PP", ".TP", ".B", ".RS", ".RE", ".nf", ".fi"]
    for line in try ManualCommand.text(.manual).split(separator: "\n") where line.hasPrefix(".") {
      #expect(known.contains(String(line.prefix { $0 != " " })), "\(line)")
    }
  }
}
