import ArgumentParser

/// `liaison evidence`: what an auditor takes away, and whether it is whole.
struct EvidenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence",
    abstract: "Make an evidence pack for an audit, or check that one is whole.",
    discussion: """
        liaison evidence audit-2026 --from 2026-01-01 --through 2026-12-31
        liaison evidence verify audit-2026
      """,
    subcommands: [EvidenceMake.self, EvidenceVerify.self],
    defaultSubcommand: EvidenceMake.self
  )
}
