import ArgumentParser

/// `liaison policy`: the thresholds by which the rules judge.
struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy",
    abstract: "Show the thresholds in force, check a policy file, and put one into force.",
    discussion: """
      A policy names only the keys that it changes:

        liaison policy show --yaml > policy.yaml
        liaison policy check policy.yaml
        liaison policy apply policy.yaml --approved-by "Ada Lovelace"
      """,
    subcommands: [PolicyShow.self, PolicyCheck.self, PolicyApply.self]
  )
}
