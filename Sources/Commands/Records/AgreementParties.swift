import ArgumentParser
import Importing
import Model
import Storage

/// `liaison agreement join REFERENCE PARTY`.
struct AgreementJoin: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "join",
    abstract: "Note that a party takes part in an agreement.",
    discussion: "  liaison agreement join C-1 S-2 --role supplier --effective 2026-07-01"
  )

  @OptionGroup var partOptions: PartOptions
  @OptionGroup var storeOptions: StoreOptions

  func run() throws {
    try partOptions.set(isPresent: true, "agreement join", storeOptions)
  }
}

/// `liaison agreement leave REFERENCE PARTY`.
struct AgreementLeave: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "leave",
    abstract: "Note that a party no longer takes part in an agreement.",
    discussion: "  liaison agreement leave C-1 S-2 --role supplier --effective 2026-12-31"
  )

  @OptionGroup var partOptions: PartOptions
  @OptionGroup var storeOptions: StoreOptions

  func run() throws {
    try partOptions.set(isPresent: false, "agreement leave", storeOptions)
  }
}

/// A party's part in an agreement.
struct PartOptions: ParsableArguments {
  @Argument(help: "The agreement's reference.")
  var reference: String

  @Argument(help: "The party's reference.")
  var party: String

  @Option(help: "The part: buyer, supplier or signatory.")
  var role: AgreementPartyRole

  @Option(help: "The day from which it is so (default: today).")
  var effective: DayArgument?

  func set(isPresent: Bool, _ command: String, _ options: StoreOptions) throws {
    try options.change(command) { store, write, today in
      try store.setParty(
        party,
        role: role,
        isPresent: isPresent,
        inAgreement: reference,
        effectiveOn: effective?.day ?? today,
        write
      )
      let verb = isPresent ? "takes part" : "no longer takes part"
      return "Party \(party) \(verb) in agreement \(reference) as \(role.rawValue)."
    }
  }
}

/// `liaison agreement attach REFERENCE FILE`.
struct AgreementAttach: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attach",
    abstract: "Keep a file as a document of an agreement.",
    discussion: "  liaison agreement attach C-1 contract.pdf --title \"Signed contract\""
  )

  @Argument(help: "The agreement's reference.")
  var reference: String

  @Argument(help: "The file; its content is kept in the store.", completion: .file())
  var file: String

  @Option(help: "The title; a document of the same title is replaced (default: the file's name).")
  var title: String?

  @Option(help: "The day from which it holds (default: today).")
  var effective: DayArgument?

  @OptionGroup var storeOptions: StoreOptions

  func run() throws {
    let digest = try OriginalDigest.of(FileSource(path: file))
    try storeOptions.change("agreement attach") { store, write, today in
      let name = file.split(separator: "/").last.map(String.init) ?? file
      let document = NewDocument(
        agreement: reference,
        title: title ?? name,
        address: file,
        effectiveOn: effective?.day ?? today
      )
      try store.attachDocument(document, digest, write) { try FileSource(path: file) }
      return "Kept \(file) as “\(document.title)” of agreement \(reference)."
    }
  }
}
