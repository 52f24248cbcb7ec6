import Foundation
import GRDB
import TestSupport
import Testing

/// An evidence pack of the demo organisation, made and verified by the built program.
@Suite struct EvidencePackTests {
  private let program: Program
  private let demo = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("docs/demo")

  init() throws {
    program = try Program()
    try program.run("init", "--organization", "Nordlicht", "--zone", "Europe/Berlin")
    for name in ["suppliers-2026.csv", "customers.csv", "frameworks.xml", "relationships.xml"] {
      try program.write(Data(contentsOf: demo.appendingPathComponent(name)), to: name)
    }
    for name in ["suppliers.yaml", "kundenvertraege.yaml"] {
      try program.write(Data(contentsOf: demo.appendingPathComponent(name)), to: name)
    }
    try program.run("import", "suppliers-2026.csv", "--profile", "suppliers.yaml")
    try program.run("import", "customers.csv", "--profile", "kundenvertraege.yaml")
    try program.run("import", "frameworks.xml")
    try program.run("import", "relationships.xml")
    try program.run("check", "--as-of", "2026-11-22", "--record")
  }

  private func make(_ folder: String, _ more: String...) throws -> Program.Result {
    try program.run(["evidence", folder, "--as-of", "2026-11-22"] + more)
  }

  /// All files of a pack, by their paths.
  private func files(_ folder: String) throws -> [String: Data] {
    let top = program.folder.appendingPathComponent(folder)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: top.path)
    var files: [String: Data] = [:]
    for path in paths {
      files[path] = FileManager.default.contents(atPath: top.appendingPathComponent(path).path)
    }
    return files
  }

  private func text(_ data: Data?) -> String { String(decoding: data ?? Data(), as: UTF8.self) }

  // MARK: Making

  @Test func `the same store and day give the same bytes, and the pack is whole`() throws {
    let first = try make("a")
    #expect(first.code == 0)
    #expect(first.output.contains("files to a; index.html leads through them.\npack "))
    #expect(try make("b").code == 0)
    var (one, two) = (try files("a"), try files("b"))
    #expect(one.removeValue(forKey: "making.json") != nil)
    two.removeValue(forKey: "making.json")
    #expect(one == two)
    let verified = try program.run("evidence", "verify", "a")
    #expect(verified.code == 0)
    #expect(verified.output.contains("files: whole.\npack "))
    let hash = try #require(first.output.split(separator: " ").last).trimmingPrefix("pack ")
    #expect(verified.output.hasSuffix(String(hash)))
  }

  @Test func `files are readable for their owner only`() throws {
    _ = try make("a")
    let path = program.folder.appendingPathComponent("a/findings.csv").path
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func `every link leads to a file and a row of the pack`() throws {
    _ = try make("a")
    let files = try files("a")
    var count = 0
    for (path, data) in files where path.hasSuffix(".html") {
      let folder = URL(fileURLWithPath: "/" + path).deletingLastPathComponent()
      for match in text(data).matches(of: /href="([^"#]*)(?:#([^"]*))?"/) {
        let target = folder.appendingPathComponent(String(match.1)).standardized.path.dropFirst()
        let page = try #require(files[String(target)], "\(path) leads to \(target)")
        count += 1
        guard let anchor = match.2 else { continue }
        #expect(text(page).contains("id=\"\(anchor)\""), "\(path) leads to \(target)#\(anchor)")
      }
    }
    #expect(count > 1_000)
  }

  @Test func `a finding leads to its record, the entry of the journal and the file`() throws {
    _ = try make("a")
    let files = try files("a")
    let findings = text(files["findings.csv"])
    #expect(findings.contains("SUP-09/agreement/L-1012/2026-02-01,SUP-09,8.3.4.1,major,fail"))
    let agreements = text(files["registers/agreements.csv"]).split(separator: "\n")
    let row = try #require(agreements.first { $0.hasPrefix("L-1012,") }).split(separator: ",")
    let digest = try #require(row.last)
    #expect(row[row.count - 5] == "suppliers-2026.csv")
    let file = try #require(files["files/\(digest)"])
    #expect(file == (try Data(contentsOf: demo.appendingPathComponent("suppliers-2026.csv"))))
    let entry = row[row.count - 6]
    #expect(text(files["journal.csv"]).contains("\n\(entry),"))
  }

  @Test func `a register without records says that there are none`() throws {
    _ = try make("a")
    let files = try files("a")
    #expect(
      text(files["registers/surveyResponses.html"])
        .contains("There are no survey responses as of the day.")
    )
    #expect(text(files["registers/surveyResponses.csv"]).hasPrefix("reference,effectiveOn,"))
  }

  @Test func `the sampling sheet can be made again with a shell`() throws {
    _ = try make("a", "--sample", "2")
    let sampling = text(try files("a")["sampling.csv"]).split(separator: "\n").dropFirst()
    let lines = sampling.filter { $0.hasPrefix("SUP-09,") }
    #expect(lines.count == 2)
    let again = try program.shell(
      """
      cd a
      seed=$(grep -vE '  (cover.json|index.html|sampling.csv|sampling.html)$' MANIFEST.sha256 \
        | sha256sum | cut -d' ' -f1)
      tail -n +2 rules/SUP-09.csv | grep -v ,notApplicable, | grep -oE 'SUP-09/[^,]*' \
        | while read -r key; do
          printf '%s' "$seed SUP-09 $key" | sha256sum | sed "s| .*| $key|"
        done | sort | head -n 2
      """
    )
    for (line, sample) in zip(lines, again.output.split(separator: "\n")) {
      let parts = sample.split(separator: " ")
      #expect(line.contains(",\(parts[1]),"))
      #expect(line.hasSuffix(",\(parts[0])"))
    }
    #expect(again.output.split(separator: "\n").count == 2)
  }

  @Test func `with pseudonyms no name of a person is left, and no file`() throws {
    #expect(try make("a", "--pseudonyms").code == 0)
    let open = try make("b")
    #expect(open.code == 0)
    let names = ["Jana Brandt", "jana.brandt", "Tester"]
    var hidden = 0
    for (path, data) in try files("a") {
      for name in names {
        #expect(!text(data).contains(name), "\(path) has \(name)")
        if text(try files("b")[path]).contains(name) { hidden += 1 }
      }
      #expect(!path.hasPrefix("files/"))
    }
    #expect(hidden > 0)
  }

  @Test func `the period of the audit marks entries and stands on the cover`() throws {
    let result = try program.run(
      "evidence",
      "a",
      "--from",
      "2026-01-01",
      "--through",
      "2026-11-22"
    )
    #expect(result.code == 0)
    let files = try files("a")
    #expect(
      text(files["cover.json"])
        .contains(#""period":{"startsOn":"2026-01-01","endsOn":"2026-11-22"}"#)
    )
    #expect(text(files["cover.json"]).contains(#""asOf":"2026-11-22""#))
  }

  // MARK: Faults

  @Test func `a changed byte, a missing and an added file are found`() throws {
    _ = try make("a")
    let findings = try program.read("a/findings.csv")
    try program.write(findings.replacing("major", with: "minor"), to: "a/findings.csv")
    try program.write("x", to: "a/registers/extra.csv")
    try FileManager.default.removeItem(at: program.folder.appendingPathComponent("a/policy.yaml"))
    let result = try program.run("evidence", "verify", "a")
    #expect(result.code == 1)
    let lines = result.output.split(separator: "\n")
    #expect(
      lines.prefix(3) == [
        "findings.csv was changed: its SHA-256 is not that of the manifest.",
        "policy.yaml is missing.",
        "registers/extra.csv was added: the manifest does not name it.",
      ]
    )
    #expect(lines[3].hasSuffix("files: not whole."))
  }

  @Test func `a manifest made anew is found by the hash of the pack`() throws {
    let made = try make("a").output
    let hash = String(try #require(made.split(separator: "\n").last).dropFirst(5))
    #expect(try program.run("evidence", "verify", "a", "--pack", hash).code == 0)
    let again = try program.shell(
      "cd a && echo x >> findings.csv && find . -type f ! -name MANIFEST.sha256 ! -name making.json "
        + "-printf '%P\\n' | LC_ALL=C sort | xargs sha256sum > ../M && mv ../M MANIFEST.sha256"
    )
    #expect(again.code == 0)
    #expect(try program.run("evidence", "verify", "a").code == 0)
    let result = try program.run("evidence", "verify", "a", "--pack", hash)
    #expect(result.code == 1)
    #expect(
      result.output.hasPrefix(
        "The manifest is another one: its SHA-256 is not that of --pack.\n"
      )
    )
  }

  @Test func `a file whose bytes changed in the store is a problem of its own`() throws {
    let path = program.folder.appendingPathComponent("store.sqlite").path
    try DatabaseQueue(path: path).write { database in
      try database.execute(
        sql: """
          UPDATE originalChunk SET content = CAST('x' || content AS BLOB)
          WHERE originalId = (SELECT min(originalId) FROM batchSource)
          """
      )
    }
    let result = try make("a")
    #expect(result.code == 1)
    #expect(
      result.errors.contains(
        "The bytes that the store keeps under this SHA-256 have another one."
      )
    )
    #expect(
      result.errors.contains(
        "Restore the store from a backup, and run `liaison journal verify --originals`."
      )
    )
    #expect(text(try files("a")["files.csv"]).contains(",damaged,"))
    #expect(text(try files("a")["cover.json"]).contains("evidence.damaged"))
  }

  @Test func `a file that a record names and nobody kept is a problem`() throws {
    let digest = String(repeating: "ab", count: 32)
    let added = try program.run(
      "proof",
      "add",
      "P-1",
      "--set",
      "kind=iso27001",
      "--set",
      "title=Certificate",
      "--set",
      "receivedOn=2026-03-01",
      "--set",
      "sha256=\(digest)",
      "--effective",
      "2026-03-01"
    )
    #expect(added.code == 0, "\(added.errors)")
    let result = try make("a")
    #expect(result.code == 1)
    #expect(
      result.errors.contains("The store has no file with the SHA-256 that proof P-1 names.")
    )
    #expect(
      result.errors.contains("Keep the file in the store, or correct the record.")
    )
  }

  @Test func `wrong use is refused word for word`() throws {
    try program.write("x", to: "there")
    let exists = try make("there")
    #expect(exists.code == 73)
    #expect(
      exists.errors
        == "error: There is already something at there. Choose a folder that does not exist yet.\n"
    )
    let none = try program.run("evidence", "verify", "nowhere")
    #expect(none.code == 66)
    #expect(
      none.errors
        == "error: There is no evidence pack in nowhere: it has no file MANIFEST.sha256.\n"
    )
    let days = try make("a", "--from", "2026-02-01", "--through", "2026-01-01")
    #expect(days.code == 64)
    #expect(days.errors.contains("The audit ends on 2026-01-01, before it begins on 2026-02-01."))
    let sample = try make("a", "--sample", "0")
    #expect(sample.errors.contains("--sample is 1 or more."))
    let pack = try program.run("evidence", "verify", "a", "--pack", "12")
    #expect(pack.errors.contains("A pack's hash has 64 hexadecimal digits; 12 has not."))
  }
}
