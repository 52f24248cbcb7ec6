import ArgumentParser
import Foundation
import Importing
import Intake
import Model
import Reporting
import Storage

/// `liaison mail accept MAIL --as import`.
struct MailAcceptImport {
  private let reference: String
  private let options: MailRegisterOptions
  private let triage: TriageOptions
  private let storeOptions: StoreOptions

  init(_ reference: String, _ options: MailRegisterOptions, _ triage: TriageOptions) {
    self.reference = reference
    self.options = options
    self.triage = triage
    storeOptions = triage.storeOptions
  }

  /// The command that imports the registers of a mail.
  static func command(_ reference: String) -> String {
    "liaison mail accept \(reference) --as import"
  }

  func run() throws {
    let machine = Machine.current()
    let store = try storeOptions.open(machine)
    let triage = triage.triage(of: reference, machine)
    let registers = try store.readLatest { try triage.registers(options.attachment, $0) }
    var importOptions = try options.reading.options(store, machine)
    importOptions.isDryRun = options.dryRun
    let run = MailImportRun(
      try units(registers),
      importOptions,
      triage,
      progress: Progress(storeOptions).show,
      refused: { for problem in $0 { standardError(ProblemText.block(problem)) } }
    )
    let result = try run.run(store) { storeOptions.write(machine, "mail accept") }
    Progress.end(storeOptions)
    try show(result, registers)
  }

  // MARK: Recognising

  /// The files by their format; of several formats somebody has to choose.
  private func units(_ registers: MailRegisters) throws -> [ImportUnit] {
    var recognition = try options.reading.recognition()
    let reference = reference
    recognition.advice = { Self.advice(reference, registers.origin(of: $0)) }
    let units = try recognition.units(of: registers.sources)
    guard units.count > 1, options.attachment.isEmpty else { return units }
    let list = units.map { unit in
      "\(unit.profile): " + unit.files.map { $0.path }.joined(separator: ", ")
    }
    throw Problem(
      "registers.differ",
      file: reference,
      message: "Its files are of several formats (\(list.joined(separator: "; "))).",
      remedy: "Choose with --attachment NAME; repeat it to import several, each as a batch."
    )
  }

  /// How to have a profile proposed for a file of a mail.
  private static func advice(_ mail: String, _ origin: (number: Int, label: String)?) -> String {
    guard let origin else { return "Name a profile with --profile." }
    let file = ShellText.word(origin.label.replacing("/", with: "-"))
    return
      "Take it out with `liaison mail show \(mail) --file \(origin.number) > \(file)`, and have "
      + "a profile proposed by `liaison profile draft`; then name it with --profile."
  }

  // MARK: Showing

  private func show(_ result: MailImportRun.Result, _ registers: MailRegisters) throws {
    let isFaulty = result.reports.contains(where: \.isFaulty)
    var text = ImportText(
      format: options.format,
      isDryRun: options.dryRun,
      isVerbose: storeOptions.verbose,
      isQuiet: storeOptions.quiet
    )
    text.verb = "Accept"
    if isFaulty { text.refusal = "Nothing was stored." }
    try text.show(result.reports, unrecognized: storeOptions.quiet ? [] : registers.notes)
    if isFaulty { standardError(ProblemText.block(refusal)) }
    if let accepted = result.accepted, !storeOptions.quiet { standardError(accepted) }
    if result.reports.contains(where: \.needsAttention) { throw ExitCode(1) }
  }

  private var refusal: Problem {
    Problem(
      "mail.waits",
      file: reference,
      message: "Nothing was stored for these faults, and the mail waits on.",
      remedy:
        "Ask the sender for a better file; or take it out with `liaison mail show \(reference) "
        + "--file NUMBER`, correct it, import it with `liaison import`, and then `liaison mail done "
        + "\(reference)`."
    )
  }
}
