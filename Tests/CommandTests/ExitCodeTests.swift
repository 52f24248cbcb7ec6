import Foundation
import TestSupport
import Testing

@testable import Commands

/// Every exit code and every message of the store and of reading files, word for word.
@Suite struct ExitCodeTests {
  private let program: Program

  init() throws { program = try Program() }

  private func expect(
    _ code: Int32,
    _ message: String,
    _ arguments: String...,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let result = try program.run(arguments)
    #expect(result.code == code, sourceLocation: sourceLocation)
    #expect(result.errors == message + "\n", sourceLocation: sourceLocation)
    #expect(result.output == "", sourceLocation: sourceLocation)
  }

  // MARK: 64, wrong use

  @Test func `an unknown report is wrong use`() throws {
    let result = try program.run("report", "nonsense")
    #expect(result.code == 64)
    #expect(
      result.errors.hasPrefix(
        "Error: There is no report nonsense; there are register, deadlines, parties, alignment, "
          + "disputes, satisfaction, improvements, spend, concentration, changes, reviews, "
          + "obligations, complaints, service-levels, scorecard, mail, agreement, pack, "
          + "assessment.\n"
      )
    )
  }

  @Test func `an unknown option is wrong use`() throws {
    #expect(try program.run("init", "--nonsense").code == 64)
  }

  @Test func `an unknown reference is wrong use`() throws {
    try program.run("init")
    try expect(
      64,
      "error: There is no agreement with the reference X-1.",
      "agreement",
      "show",
      "X-1"
    )
    try expect(64, "error: There is no batch with the reference 7.", "batch", "show", "7")
    try expect(
      64,
      "error: There is no journal entry with the reference 9.",
      "journal",
      "show",
      "9"
    )
  }

  @Test func `a value that cannot be stored is wrong use`() throws {
    try program.run("init")
    try expect(
      64,
      "error: The reason is blank. [reason]\n  Give a reason.",
      "agreement",
      "void",
      "X-1",
      "--reason",
      " "
    )
  }

  @Test func `a reference that is taken is wrong use`() throws {
    try program.run("init")
    try program.run("party", "add", "P", "Party")
    try expect(
      64,
      "error: There is already a party with the reference P. Choose another reference.",
      "party",
      "add",
      "P",
      "Other"
    )
  }

  // MARK: 65, input that cannot be used

  @Test func `a file that nothing fits is unusable, and the next command is named`() throws {
    try program.write("a,b\n1,2\n", to: "my list.csv")
    try expect(
      65,
      """
      my list.csv: error: No format and no profile fits the file.
        Have a profile proposed: liaison profile draft 'my list.csv' --out 'my list.yaml'
      """,
      "import",
      "my list.csv"
    )
    #expect(!program.has("store.sqlite"))
  }

  @Test func `an empty file is unusable`() throws {
    try program.write("", to: "empty.csv")
    try expect(
      65,
      """
      empty.csv: error: The file is empty.
        Check the export that made it.
      """,
      "import",
      "empty.csv"
    )
  }

  @Test func `several profiles that fit are named`() throws {
    let header = "Reference,Party,ref_id,name,provider_entity_ref_id,annual_expense,currency\n"
    try program.write(header + "1,A,2,B,C,3,EUR\n", to: "list.csv")
    try expect(
      65,
      """
      list.csv: error: Several profiles fit the header: ciso-contracts, liaison-generic.
        Name one of them with --profile.
      """,
      "import",
      "list.csv"
    )
    #expect(try program.run("import", "list.csv", "--profile", "liaison-generic").code == 0)
  }

  @Test func `a profile of one's own is read from its file, and its digest is kept`() throws {
    let one = "profile: 1\nid: one\nkey: [Nr]\nfields: {title: Name}\n"
    try program.write(one, to: "one.yaml")
    try program.write("Nr,Name\n1,A\n", to: "list.csv")
    #expect(try program.run("import", "list.csv", "--profile", "one.yaml").code == 0)
    let batch = try program.object("batch", "show", "1", "--format", "json")
    let sum = try program.shell("sha256sum one.yaml | cut -d ' ' -f 1")
    #expect(batch["profileSha256"] as? String == String(sum.output.dropLast()))
  }

  @Test func `an unknown profile is unusable`() throws {
    try program.write("a,b\n1,2\n", to: "list.csv")
    let result = try program.run("import", "list.csv", "--profile", "nonsense")
    #expect(result.code == 65)
    #expect(result.errors.hasPrefix("error: There is no profile “nonsense”.\n  Name a file, or "))
  }

  @Test func `a profile that does not fit the header is unusable`() throws {
    try program.write("a,b\n1,2\n", to: "list.csv")
    try expect(
      65,
      """
      list.csv: error: The header lacks the columns “Reference”, “Party” that the profile \
      “liaison-generic” needs. [Reference]
        Choose another profile, or add the header's own names to a copy of this one.
      """,
      "import",
      "list.csv",
      "--profile",
      "liaison-generic"
    )
  }

  @Test func `a document with a DOCTYPE is unusable`() throws {
    let text = """
      <?xml version="1.0"?><!DOCTYPE register [<!ENTITY a "b">]>
      <register xmlns="urn:liaison:register:1">&a;</register>
      """
    try program.write(text, to: "entity.xml")
    let result = try program.run("import", "entity.xml")
    #expect(result.code == 65)
    #expect(result.errors.hasPrefix("entity.xml:1:"))
    #expect(result.errors.contains("DOCTYPE"))
    #expect(!program.has("store.sqlite"))
  }

  @Test func `XML of another kind is unusable`() throws {
    try program.write("<?xml version=\"1.0\"?><other/>", to: "other.xml")
    try expect(
      65,
      """
      other.xml: error: The XML file is no eForms or TED notice and not in Liaison's own format.
        Check what the file is; XML is read in these formats only.
      """,
      "import",
      "other.xml"
    )
  }

  @Test func `a file that is no store is refused`() throws {
    try program.write(String(repeating: "no store ", count: 1_000), to: "store.sqlite")
    try expect(
      65,
      "error: store.sqlite is not a Liaison store. Choose another path with --store.",
      "report",
      "register"
    )
  }

  // MARK: 66, no such input

  @Test func `a missing store says how to make one`() throws {
    try expect(
      66,
      "error: There is no store at store.sqlite. Make one with `liaison init` or `liaison import`.",
      "report",
      "register"
    )
  }

  @Test func `a missing file is said`() throws {
    try expect(
      66,
      "nowhere.csv: error: There is no such file.\n  Check the path.",
      "import",
      "nowhere.csv"
    )
  }

  // MARK: 73, cannot create

  @Test func `a store is never made over another file`() throws {
    try program.run("init")
    try expect(
      73,
      "error: There is already a file at store.sqlite. Choose another path with --store.",
      "init"
    )
  }

  @Test func `a store in a file instead of a folder cannot be made`() throws {
    try program.write("text", to: "file")
    try expect(
      73,
      "error: The store file/store.sqlite cannot be opened: its folder cannot be made. "
        + "Check the folder and its permissions.",
      "init",
      "--store",
      "file/store.sqlite"
    )
  }

  @Test func `a rejects file that cannot be made is said before anything is stored`() throws {
    try program.run("init")
    try program.take("register.csv")
    try expect(
      73,
      "error: The file nowhere/r.csv cannot be written. Check the folder and its permissions.",
      "import",
      "register.csv",
      "--rejects",
      "nowhere/r.csv"
    )
    #expect(try program.objects("batch", "list", "--format", "json").isEmpty)
  }

  @Test func `a backup is never made over another file`() throws {
    try program.run("init")
    try program.write("text", to: "b.sqlite")
    try expect(
      73,
      "error: There is already a file at b.sqlite. Choose another path.",
      "backup",
      "b.sqlite"
    )
  }

  // MARK: 78, newer store

  @Test func `a store of a newer program is left alone`() throws {
    try program.run("init")
    let file = program.folder.appendingPathComponent("store.sqlite")
    var bytes = try Data(contentsOf: file)
    let name = Data("0001-store".utf8)
    while let place = bytes.range(of: name) {
      bytes.replaceSubrange(place, with: Data("9001-store".utf8))
    }
    try bytes.write(to: file)
    try expect(
      78,
      "error: The store was written by a newer Liaison (migration 9001-store). "
        + "Update this program.",
      "report",
      "register"
    )
  }
}
