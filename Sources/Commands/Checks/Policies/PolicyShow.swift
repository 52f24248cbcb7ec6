import ArgumentParser
import Policies
import Reporting
import Rules

/// `liaison policy show`.
struct PolicyShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show the thresholds in force on a day, and which differ from the default.",
    discussion: """
        liaison policy show
        liaison policy show --changed --as-of 2026-06-30
        liaison policy show --yaml > policy.yaml
      """
  )

  @Flag(help: "Only what differs from the default.")
  var changed = false

  @Flag(help: "As a policy file with every key and what it means.")
  var yaml = false

  @OptionGroup var readingOptions: ReadingOptions

  func run() throws {
    guard !yaml else {
      return try readingOptions.read { reader, _ in
        try StandardOutput.write(Array(try PolicyInForce(reader).policy.explainedText.utf8))
      }
    }
    try readingOptions.showDocument { reader in
      PolicyDocument.make(try PolicyInForce(reader), onlyChanged: changed)
    }
  }
}

/// A policy as a page.
enum PolicyDocument {
  static func make(_ inForce: PolicyInForce, onlyChanged: Bool) -> Document {
    Document(
      title: "Policy",
      sections: [
        .fields(
          [
            Column("sha256", "SHA-256"), Column("effectiveOn", "In force from"),
            Column("approvedBy", "Approved by"),
          ],
          Row([
            .text(inForce.policy.sha256), Cell(inForce.effectiveOn), Cell(inForce.approvedBy),
          ])
        ),
        .table(
          key: "keys",
          title: "Thresholds",
          [
            Column("key", "Key", importance: .essential, overflow: .whole),
            Column("value", "Value", importance: .essential), Column("default", "Default"),
            Column("meaning", "What it decides", importance: .high, overflow: .wrap),
          ],
          rows(inForce.policy, onlyChanged),
          emptySentence: "Nothing differs from the default."
        ),
      ]
    )
  }

  private static func rows(_ policy: Policy, _ onlyChanged: Bool) -> [Row] {
    PolicyKey.all.filter { !onlyChanged || $0.text(in: policy) != $0.standard }.map { key in
      Row([
        .text(key.name), .text(key.text(in: policy)), .text(key.standard), .text(key.sentence),
      ])
    }
  }
}
