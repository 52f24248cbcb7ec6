import Foundation
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
