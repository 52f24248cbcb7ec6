import Foundation
import TestSupport
import Testing

/// `liaison policy` as the built program.
@Suite struct PolicyCommandTests {
  private let program: Program
  private let file: String

  init() throws {
    program = try Program()
    try program.run("init", "--zone", "Europe/Berlin", "--country", "DE-BE")
    file = program.folder.appendingPathComponent("policy.yaml").path
  }

  private func write(_ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
  }

  private func value(_ key: String, on day: String) throws -> String? {
    let page = try program.object("policy", "show", "--as-of", day, "--format", "json")
    let keys = try #require(page["keys"] as? [[String: Any]])
    return keys.first { $0["key"] as? String == key }?["value"] as? String
  }

  @Test func `a policy holds from its day on, and the default before`() throws {
    try write("review.contract.strategic: 6m\n")
    let applied = try program.run(
      "policy",
      "apply",
      file,
      "--approved-by",
      "Ada",
      "--effective",
      "2026-03-01"
    )
    #expect(applied.code == 0)
    #expect(applied.errors.hasPrefix("The policy "))
    #expect(applied.errors.hasSuffix(" is in force from 2026-03-01.\n"))
    #expect(try value("review.contract.strategic", on: "2026-02-28") == "12m")
    #expect(try value("review.contract.strategic", on: "2026-03-01") == "6m")
    let check = try program.object(
      "check",
      "--as-of",
      "2026-03-01",
      "--fail-on",
      "never",
      "--format",
      "json"
    )
    let page = try program.object("policy", "show", "--as-of", "2026-03-01", "--format", "json")
    let digest = (check["policy"] as? [String: Any])?["sha256"] as? String
    #expect(digest == page["sha256"] as? String)
    #expect(page["approvedBy"] as? String == "Ada")
    #expect(page["effectiveOn"] as? String == "2026-03-01")
    let rule = try program.run("rule", "show", "SUP-09", "--as-of", "2026-03-01")
    #expect(rule.output.contains("6m"))
  }

  @Test func `the same policy again changes nothing`() throws {
    try write("dueSoon.lead: 20d\n")
    let words = ["policy", "apply", file, "--approved-by", "Ada"]
    try program.run(words)
    #expect(
      try program.run(words).errors == "Nothing changed: this policy is in force already.\n"
    )
  }

  @Test func `only what differs from the default is shown when it is asked for`() throws {
    try write("dueSoon.lead: 20d\n")
    try program.run("policy", "apply", file, "--approved-by", "Ada")
    let page = try program.object("policy", "show", "--changed", "--format", "json")
    let keys = try #require(page["keys"] as? [[String: Any]])
    #expect(keys.map { $0["key"] as? String } == ["dueSoon.lead"])
  }

  @Test func `a policy that is shown as a file can be read again`() throws {
    let shown = try program.run("policy", "show", "--yaml")
    try write(shown.output)
    #expect(try program.run("policy", "check", file).code == 0)
  }

  @Test func `a wrong policy is refused, and nothing is stored`() throws {
    try write("dueSoon.laed: 20d\nupgrade.systemicShare: 500%\n")
    let check = try program.run("policy", "check", file)
    #expect(check.code == 65)
    #expect(check.errors.contains("The key “dueSoon.laed” is not known."))
    #expect(check.errors.contains("Did you mean “dueSoon.lead”?"))
    let applied = try program.run("policy", "apply", file, "--approved-by", "Ada")
    #expect(applied.code == 65)
    let page = try program.object("policy", "show", "--changed", "--format", "json")
    #expect((page["keys"] as? [Any])?.isEmpty == true)
  }

  @Test func `a file that is not there is no input`() throws {
    #expect(try program.run("policy", "check", file).code == 74)
  }
}
