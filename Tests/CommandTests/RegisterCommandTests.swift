import Foundation
import TestSupport
import Testing

@testable import Commands

/// People and services are shown, changed and withdrawn like records of every kind.
@Suite struct RegisterCommandTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.run("init", "--zone", "Europe/Berlin", "--country", "DE-BE")
    try program.run("person", "add", "anna", "Anna Muster")
    try program.run("person", "add", "bert", "Bert Beispiel", "--lead", "anna")
    try program.run("service", "add", "mail", "Electronic mail")
  }

  private func said(_ code: Int32, _ sentence: String, _ arguments: String...) throws {
    let result = try program.run(arguments)
    #expect(result.code == code)
    #expect(result.errors == sentence + "\n")
  }

  @Test func `a person is changed, shown and withdrawn`() throws {
    try said(
      0,
      "Changed person bert:\n  email nothing → bert@it.example\n  lead anna → nothing",
      "person",
      "change",
      "bert",
      "--set",
      "email=bert@it.example",
      "--set",
      "lead="
    )
    let page = try program.run("person", "show", "bert", "--as-of", "2099-01-01").output
    #expect(page.contains("Person bert"))
    #expect(page.contains("bert@it.example"))
    #expect(!page.contains("anna"))
    try said(0, "Voided person bert.", "person", "void", "bert", "--reason", "Entered twice")
    try said(64, "error: There is no person with the reference bert.", "person", "show", "bert")
    #expect(try program.objects("person", "list", "--format", "json").count == 1)
  }

  @Test func `a service is changed, shown and withdrawn`() throws {
    try said(
      0,
      "Changed service mail:\n  liveFrom nothing → 2026-01-01",
      "service",
      "change",
      "mail",
      "--set",
      "liveFrom=2026-01-01"
    )
    let page = try program.run("service", "show", "mail", "--as-of", "2099-01-01").output
    #expect(page.contains("2026-01-01"))
    try said(0, "Voided service mail.", "service", "void", "mail", "--reason", "Never")
    #expect(try program.objects("service", "list", "--format", "json").isEmpty)
  }

  @Test func `a name that every person has cannot be taken away`() throws {
    try said(
      64,
      "error: The name is blank. [name]\n  Give a name.",
      "person",
      "change",
      "anna",
      "--set",
      "name="
    )
    let result = try program.run("service", "change", "mail", "--set", "colour=red")
    #expect(result.code == 64)
  }
}
