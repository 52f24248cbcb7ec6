import ArgumentParser
import Evidence

/// `liaison evidence verify DIR`.
struct EvidenceVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check that an evidence pack is whole: nothing changed, missing or added.",
    discussion: """
      Needs no store. Prints the hash of the pack, which stands for every file; with
      --pack it is compared with the one that was printed when the pack was made, so
      that a manifest made anew is found too. Ends with 1 if something is wrong.

        liaison evidence verify audit-2026
        liaison evidence verify audit-2026 --pack 3f6a…
      """
  )

  @Argument(help: "The folder of the pack.", completion: .directory)
  var folder: String

  @Option(help: "The hash that was printed before, 64 hexadecimal digits.")
  var pack: String?

  func validate() throws {
    guard let pack else { return }
    guard pack.count == 64, pack.allSatisfy(\.isHexDigit) else {
      throw ValidationError("A pack's hash has 64 hexadecimal digits; \(pack) has not.")
    }
  }

  func run() throws {
    let result = try PackVerification(folder)
    for finding in result.findings { try StandardOutput.line(finding.message) }
    let isSame = pack.map { $0.lowercased() == result.sha256 } ?? true
    if !isSame {
      try StandardOutput.line("The manifest is another one: its SHA-256 is not that of --pack.")
    }
    let isWhole = result.isWhole && isSame
    try StandardOutput.line("\(result.fileCount) files: \(isWhole ? "whole" : "not whole").")
    try StandardOutput.line("pack \(result.sha256)")
    if !isWhole { throw ExitCode(1) }
  }
}
