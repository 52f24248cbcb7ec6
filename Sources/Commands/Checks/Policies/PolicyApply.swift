import ArgumentParser
import Model
import Policies
import Rules
import Storage

/// `liaison policy apply FILE`.
struct PolicyApply: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract: "Put a policy into force from a day on; earlier days keep the earlier one.",
    discussion: """
      The whole policy is stored with its SHA-256: later changes of the program's
      defaults do not change it.

        liaison policy apply policy.yaml --approved-by "Ada Lovelace" \\
          --effective 2026-07-01
      """
  )

  @Argument(help: "The file.", completion: .file())
  var file: String

  @Option(help: "Who approved it.")
  var approvedBy: String

  @Option(help: "The day from which it holds (default: today).")
  var effective: DayArgument?

  @OptionGroup var storeOptions: StoreOptions

  func run() throws {
    let policy = try PolicyFile.read(file).policy
    try storeOptions.change("policy apply") { store, write, today in
      let day = effective?.day ?? today
      var record = NewRecord(
        PolicyVersion.type,
        reference: PolicyInForce.reference,
        effectiveOn: day
      )
      record.set("sha256", .text(policy.sha256))
      record.set("content", .text(policy.canonicalText))
      record.set("approvedBy", .text(approvedBy))
      guard try store.putRecords([record], today: today, write) > 0 else {
        return "Nothing changed: this policy is in force already."
      }
      return "The policy \(policy.sha256.prefix(12)) is in force from \(day)."
    }
  }
}
