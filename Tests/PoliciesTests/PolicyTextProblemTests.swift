import Importing
import Model
import TestSupport
import Testing

@testable import Policies

/// Faults of the text as a whole, word for word.
@Suite struct PolicyTextProblemTests {
  @Test func `a repeated key is named with the line of the first, and the rest is judged`() {
    let reading = Policy.reading(
      """
      complaint.targets:
        minor: {respond: 20bd}
      dueSoon.lead: 30d
      complaint.targets:
        minor: {respond: 25bd}
        major: {respond: never}
      # a comment
      edition: 1999
      """
    )
    #expect(
      reading.lines == [
        "policy.duplicate 4:1 The key “complaint.targets” stands in line 1 already. "
          + "Keep one of them.",
        "policy.value 8:10 “1999” is not possible for “edition”. Write 2005, 2011 or 2018, such "
          + "as “edition: 2018”.",
      ]
    )
  }

  @Test func `a key written whole and in a group stands twice`() {
    #expect(
      Policy.reading("review.sla: 6m\nreview: {sla: 3m}").lines == [
        "policy.duplicate 2:10 The key “review.sla” stands in line 1 already. Keep one of them."
      ]
    )
  }

  @Test func `a key twice in one group is a fault of the text`() {
    #expect(
      Policy.reading("review:\n  sla: 6m\n  ola: 2m\n  sla: 3m").lines == [
        "policy.duplicate 2:3 In one group of keys, “sla” stands more than once. Keep one of them."
      ]
    )
  }

  @Test(arguments: [
    (
      "edition: [2018",
      "policy.syntax 2:1 The file is not YAML: did not find expected ',' or ']'. "
        + "Correct the YAML; indentation and quotes are the usual causes."
    ),
    (
      "edition: 2018\n\tknowledgeMode: knownNow",
      "policy.syntax 2:1 The file is not YAML: found a tab character that violates "
        + "indentation. "
        + "Correct the YAML; indentation and quotes are the usual causes."
    ),
    (
      "edition: *a",
      "policy.syntax 1:10 The file is not YAML: found undefined alias. "
        + "Correct the YAML; indentation and quotes are the usual causes."
    ),
    (
      "edition: 2018\n---\nvacancy.minor: 1d",
      "policy.syntax 2:1 The file is not YAML: but found another document. "
        + "Correct the YAML; indentation and quotes are the usual causes."
    ),
    ("", "policy.syntax The file holds nothing. Write “key: value” lines."),
    ("# only a comment\n", "policy.syntax The file holds nothing. Write “key: value” lines."),
    (
      "just words",
      "policy.type 1:1 The file must be a group of keys, not a single value. "
        + "Write “key: value” lines."
    ),
    (
      "- edition",
      "policy.type 1:1 The file must be a group of keys, not a list. Write “key: value” lines."
    ),
  ])
  func `text that is no policy`(yaml: String, line: String) {
    #expect(Policy.reading(yaml).lines == [line])
  }

  @Test func `a second document is named, and what it repeats`() {
    #expect(
      Policy.reading("edition: 2018\n---\nedition: 2011").lines == [
        "policy.syntax 2:1 The file is not YAML: but found another document. "
          + "Correct the YAML; indentation and quotes are the usual causes.",
        "policy.duplicate 3:1 The key “edition” stands in line 1 already. Keep one of them.",
      ]
    )
  }

  @Test func `bytes that are no UTF-8`() {
    #expect(
      Policy.read([0x65, 0xFF, 0x3A], named: "policy.yaml").lines == [
        "policy.syntax The file is not UTF-8 text. Save it as text in UTF-8."
      ]
    )
  }

  @Test func `a control character is named with its byte`() {
    #expect(
      Policy.reading("edition: \u{1}").lines == [
        "policy.syntax The file is not YAML: control characters are not allowed at byte 9. "
          + "Correct the YAML; indentation and quotes are the usual causes."
      ]
    )
  }

  @Test func `a file of the largest size is read, one more byte is not`() {
    let line = "edition: 2018\n"
    let padding = String(repeating: "#", count: 65_536 - line.utf8.count)
    #expect(Policy.reading(line + padding).lines == [])
    #expect(
      Policy.reading(line + padding + "#").lines == [
        "policy.size The file has more than 65536 bytes. Shorten it; comments count as well."
      ]
    )
  }

  @Test func `anchors are refused where they stand`() {
    let remedy = "Write each value out where it is needed."
    #expect(
      Policy.reading("review.sla: &year 12m\nreview.ola: *year\ndueSoon.lead: &x 3d").lines == [
        "policy.alias 1:13 Anchors and aliases (“&name”, “*name”) are not read. \(remedy)",
        "policy.alias 3:15 Anchors and aliases (“&name”, “*name”) are not read. \(remedy)",
      ]
    )
  }

  @Test func `a bomb of aliases is refused unparsed`() {
    var yaml = "a: &a [x, x, x, x, x, x, x, x, x]\n"
    for (name, last) in zip("bcdefghi", "abcdefgh") {
      yaml += "\(name): &\(name) [" + Array(repeating: "*\(last)", count: 9).joined(separator: ", ")
      yaml += "]\n"
    }
    yaml += "? *i\n: 1\n"
    #expect(
      Policy.reading(yaml).lines == [
        "policy.alias The file has more than 20 aliases (“*name”). "
          + "Write each value out where it is needed."
      ]
    )
  }

  @Test func `the worst of twenty aliases is refused at once`() {
    var yaml = "a: &a [x, x]\n"
    for (name, last) in zip("bcdefg", "abcdef") {
      yaml += "\(name): &\(name) [*\(last), *\(last), *\(last)]\n"
    }
    let reading = Policy.reading(yaml + "? *g\n: 1\n")
    #expect(reading.problems.count == 7)
    #expect(reading.problems.allSatisfy { $0.code == "policy.alias" })
  }

  @Test(arguments: ["[", "{a: ", "- ", "? "])
  func `text nested without end is refused`(opening: String) {
    let reading = Policy.reading("edition: \n  " + String(repeating: opening, count: 12_000))
    #expect(reading.policy == nil)
    #expect(reading.problems.first?.code == "policy.syntax")
  }
}
