import Importing
import Model
import TestSupport
import Testing

@testable import Policies

@Suite struct PolicyDigestTests {
  @Test func `the canonical text has each key once, in order`() {
    let lines = Policy().canonicalText.split(separator: "\n")
    #expect(lines.map { $0.prefix { $0 != ":" } } == PolicyKey.all.map { $0.name[...] })
    #expect(lines.first == "edition: 2018")
    #expect(lines.last == "finding.verifierNotDoer: true")
    #expect(Policy().canonicalText.hasSuffix("\n"))
  }

  @Test func `the canonical text read again is the same policy`() throws {
    var policy = Policy()
    policy.reviews.performances[.tactical] = nil
    policy.judgement.systemicShare = try #require(Policy.Share("33.3333%"))
    policy.reminders.after = [2]
    #expect(try Policy.good(policy.canonicalText) == policy)
    #expect(try Policy.good(policy.explainedText) == policy)
  }

  @Test func `equal policies have equal digests, whatever their files say`() throws {
    let one = try Policy.good("title: One\nreview.sla: 6m\n")
    let two = try Policy.good("# Two\nreview: {sla: \"6m\", ola: 12m}\nreminder.after: [1, 7, 14d]")
    #expect(one == two)
    #expect(one.sha256 == two.sha256)
    #expect(one.sha256 != Policy().sha256)
  }

  @Test func `the digest of the default`() {
    #expect(Policy().sha256 == "2b16999a4ce5df90dae76b09209b955ffd0cac8f5efd4c880cca2a08d0b03137")
  }

  @Test func `every key changes the digest`() throws {
    let standard = Policy().sha256
    for key in PolicyKey.all {
      let other = try #require(Self.other(for: key), "\(key.name)")
      let reading = Policy.reading("\(key.name): \(other)")
      let policy = reading.policy ?? Self.repaired(key, other)
      #expect(policy.sha256 != standard, "\(key.name): \(other) \(reading.lines)")
    }
  }

  /// A value of the same form.
  private static func other(for key: PolicyKey) -> String? {
    if key.name.hasPrefix("reminder."), key.standard == "none" { return "[3d]" }
    return other(than: key.standard)
  }

  private static func other(than standard: String) -> String? {
    switch standard {
    case "2018": return "2011"
    case "knownNow": return "knownThen"
    case "rolling": return "anchored"
    case "quarterly": return "monthly"
    case "halfAwayFromZero": return "halfEven"
    case "clampedSubtract": return "wholePeriod"
    case "preceding", "0bh": return "none"
    case "none": return "40bd"
    case "true": return "false"
    default: break
    }
    if standard.hasPrefix("[") { return standard.contains("0d]") ? "[50]" : "[3]" }
    let digits = standard.prefix { $0.isNumber }
    return Int(digits).map { "\($0 + 1)\(standard.dropFirst(digits.count))" }
  }

  /// Values that alone would not fit the others are set past the check.
  private static func repaired(_ key: PolicyKey, _ value: String) -> Policy {
    var policy = Policy()
    let findings = DataFindings(file: "", subject: "policy")
    let root = DataText(findings: findings).root(Array("k: \(value)".utf8))
    if let node = root?.pairs.first?.child { key.read(node, into: &policy) }
    return policy
  }
}
