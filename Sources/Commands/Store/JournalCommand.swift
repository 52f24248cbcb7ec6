import ArgumentParser
import Foundation
import Reporting
import Storage

/// `liaison journal`: who changed what, when, and whether anybody changed it since.
struct JournalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal",
    abstract: "List, show and verify the journal of all changes.",
    discussion: """
        liaison journal list
        liaison journal verify --head 3f6a…
      """,
    subcommands: [JournalList.self, JournalShow.self, JournalVerify.self]
  )
}

/// `liaison journal list`.
struct JournalList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List entries of the journal, the newest first.",
    discussion: "  liaison journal list --limit 20"
  )

  @Option(help: "Begin with the entry of this number and go back.")
  var from: Int64?

  @Option(help: "At most so many entries.")
  var limit = 100

  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var formatOptions: FormatOptions

  func run() throws {
    let machine = Machine.current()
    let entries = try storeOptions.open(machine).journalEntries(from: from, limit: limit)
    let listing = Listing(
      "Journal",
      CountNoun("entry", "entries"),
      [
        Column("id", "Entry", .integer, importance: .essential),
        Column("recordedAt", "Recorded", importance: .essential, overflow: .whole),
        Column("actor", "By", importance: .high), Column("command", "Command", importance: .high),
        Column("payload", "What", overflow: .cut), Column("hash", "Hash", formats: .data),
      ],
      entries.map { entry in
        Row([
          .integer(entry.id), .text(entry.recordedAt), .text(entry.actor), .text(entry.command),
          Cell(entry.payload), .text(entry.hash),
        ])
      }
    )
    try listing.show(formatOptions, machine)
  }
}

/// `liaison journal show NUMBER`.
struct JournalShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show an entry of the journal with the tables it wrote.",
    discussion: "  liaison journal show 7"
  )

  @Argument(help: "The entry's number; see `liaison journal list`.")
  var id: Int64

  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var formatOptions: FormatOptions

  func run() throws {
    let machine = Machine.current()
    let entry = try storeOptions.open(machine).journalEntry(id)
    try document(entry).write(
      as: formatOptions.format,
      to: FileDescriptorSink(STDOUT_FILENO),
      Terminal.rendering(
        formatOptions,
        machine,
        heading: RenderingOptions.Heading(title: "")
      )
    )
  }

  private func document(_ entry: JournalRecord) -> Document {
    Document(
      title: "Journal entry \(entry.id)",
      sections: [
        .fields(
          [
            Column("id", "Entry", .integer), Column("recordedAt", "Recorded"),
            Column("actor", "By"), Column("command", "Command"), Column("payload", "What"),
            Column("hash", "Hash"),
          ],
          Row([
            .integer(entry.id), .text(entry.recordedAt), .text(entry.actor),
            .text(entry.command), Cell(entry.payload), .text(entry.hash),
          ])
        ),
        .table(
          key: "tables",
          title: "Rows written",
          [
            Column("table", "Table"), Column("rows", "Rows", .integer),
            Column("digest", "SHA-256"),
          ],
          entry.tables.map { Row([.text($0.table), .integer($0.rowCount), .text($0.digest)]) }
        ),
      ]
    )
  }
}

/// `liaison journal verify`.
struct JournalVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check that nothing was changed behind the journal's back.",
    discussion: """
      Prints the head, the hash of the last entry. Keep it elsewhere: with --head a
      later check also finds a journal that was shortened or made anew. Ends with 1
      if something is wrong.

        liaison journal verify
        liaison journal verify --head 3f6a…
      """
  )

  @Option(help: "A head printed before, 64 hexadecimal digits.")
  var head: String?

  @Flag(help: "Hash the imported files in the store again too.")
  var originals = false

  @OptionGroup var storeOptions: StoreOptions

  func validate() throws {
    guard let head else { return }
    guard head.count == 64, head.allSatisfy(\.isHexDigit) else {
      throw ValidationError("A head has 64 hexadecimal digits; \(head) has not.")
    }
  }

  func run() throws {
    let result = try storeOptions.open(Machine.current())
      .verifyJournal(expectedHead: head?.lowercased(), includesOriginals: originals)
    for finding in result.findings {
      try StandardOutput.line("\(finding.message)\n  \(finding.remedy)")
    }
    let more = result.findingCount - result.findings.count
    if more > 0 { try StandardOutput.line("… and \(more) more.") }
    try StandardOutput.line(
      "\(result.entryCount) entries, \(result.rowCount) rows: "
        + (result.isIntact ? "intact." : "not intact.")
    )
    try StandardOutput.line("head \(result.head)")
    if !result.isIntact { throw ExitCode(1) }
  }
}
