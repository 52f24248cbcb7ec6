import ArgumentParser
import Evidence
import Model
import Policies
import Rules
import Storage

/// `liaison evidence DIR`.
struct EvidenceMake: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "make",
    abstract: "Write an evidence pack into a new folder.",
    discussion: """
      The pack has the clauses with their results, every rule with its whole
      population, findings with their history, waivers, all registers as CSV with the
      entry of the journal and the file behind each row, those files, the journal, and
      a sampling sheet; index.html leads through it. The same store, day and policy
      give the same bytes. Ends with 1 if a file of evidence is damaged or missing.

        liaison evidence make audit-2026
        liaison evidence make audit-2026 --as-of 2026-12-31 --known then --pseudonyms
        liaison evidence make audit-2026 --from 2026-01-01 --through 2026-12-31
      """
  )

  @Argument(help: "The folder to be made.", completion: .directory)
  var folder: String

  @Option(help: "The edition whose clauses are judged: 2005, 2011 or 2018.")
  var edition: Edition?

  @Option(help: "The first day that the audit is about.")
  var from: DayArgument?

  @Option(help: "The last day that the audit is about; the pack is as of this day unless --as-of.")
  var through: DayArgument?

  @Flag(help: "Replace the names of people by stable pseudonyms, and leave out the files.")
  var pseudonyms = false

  @Option(help: "How many subjects of each rule the sampling sheet chooses at most.")
  var sample = 25

  @OptionGroup var asOfOptions: AsOfOptions
  @OptionGroup var storeOptions: StoreOptions

  func validate() throws {
    guard sample > 0 else { throw ValidationError("--sample is 1 or more.") }
    if let from, let through, through.day < from.day {
      throw ValidationError("The audit ends on \(through.day), before it begins on \(from.day).")
    }
  }

  func run() throws {
    let machine = Machine.current()
    let store = try storeOptions.open(machine)
    let result = try store.read(asOf: try asOf(store, machine)) { reader in
      try EvidencePack.write(
        try request(reader, machine),
        to: folder,
        madeAt: machine.now,
        madeBy: storeOptions.actor ?? machine.actor
      )
    }
    for problem in result.problems { standardError(ProblemText.block(problem)) }
    if !storeOptions.quiet {
      try StandardOutput.line(
        "Wrote \(result.manifest.files.count) files to \(folder); index.html leads through them.\n"
          + "pack \(result.manifest.sha256)"
      )
    }
    if !result.problems.isEmpty { throw ExitCode(1) }
  }

  private func asOf(_ store: Store, _ machine: Machine) throws -> AsOf {
    var asOf = try asOfOptions.resolve(store, machine)
    if asOfOptions.asOf == nil, let through { asOf.day = through.day }
    return asOf
  }

  private func request(_ reader: Reader, _ machine: Machine) throws -> EvidenceRequest {
    let result = try CheckRun(Rule.all, edition: edition, subject: nil, keepsAll: true)
      .run(reader, machine)
    let policy = try PolicyInForce(reader)
    var request = EvidenceRequest(reader, result.context, result.outcome, program: programVersion)
    request.policyEffectiveOn = policy.effectiveOn
    request.policyApprovedBy = policy.approvedBy
    request.usesPseudonyms = pseudonyms
    request.sampleSize = sample
    if from != nil || through != nil {
      let last = max(through?.day ?? reader.asOf.day, from?.day ?? reader.asOf.day)
      request.period = (from?.day ?? CivilDay.first)...last
    }
    return request
  }
}
