import ArgumentParser
import Foundation
import Importing
import Intake
import Model
import Reporting
import Storage

/// `liaison mail show MAIL`.
struct MailShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a mail: what was found in reading it, its text and its files.",
    discussion: """
      With --raw the bytes as they came go to standard output, and with --file the
      content of one of its files.

        liaison mail show message-7
        liaison mail show message-7 --raw
        liaison mail show message-7 --file 1
      """
  )

  @Argument(help: "The mail's reference.")
  var reference: String

  @Flag(help: "Write the mail as it came.")
  var raw = false

  @Option(help: "Write the content of this file, counted from one.")
  var file: Int?

  @OptionGroup var readingOptions: ReadingOptions

  func validate() throws {
    if raw, file != nil { throw ValidationError("--raw and --file exclude each other.") }
  }

  func run() throws {
    guard raw || file != nil else { return try readingOptions.showDocument(document) }
    try readingOptions.read { reader, _ in
      let mail = try MailMessage.find(reference, in: reader)
      try StandardOutput.write(try bytes(mail, reader))
    }
  }

  private func bytes(_ mail: MailMessage, _ reader: Reader) throws -> [UInt8] {
    guard let file else { return try reader.original(mail.sha256) ?? [] }
    let files = try MailContent(of: mail, reader).files
    guard files.indices.contains(file - 1) else {
      throw CommandError(
        message: "\(reference) has \(RemindJob.count(files.count, "file")); there is no file "
          + "\(file).",
        code: 64
      )
    }
    return files[file - 1].bytes
  }

  // MARK: The page

  private func document(_ reader: Reader) throws -> Document {
    var text: RecordText?
    try reader.forEachText(of: MailMessage.type, reference: reference) { text = $0 }
    guard let text else { throw StoreError.unknown(kind: "mail", reference: reference) }
    let mail = try MailMessage.find(reference, in: reader)
    let content = try MailContent(of: mail, reader)
    var document = RecordTable.document(text, MailMessage.type)
    document.sections += [
      .table(
        key: "text",
        title: "Text",
        [Column("line", "Line", overflow: .wrap)],
        content.text.split(separator: "\n", omittingEmptySubsequences: false)
          .map { Row([.text(String($0))]) },
        emptySentence: "No text."
      ),
      .table(
        key: "files",
        title: "Files",
        Self.fileColumns,
        content.files.enumerated().map(Self.row),
        emptySentence: "No files."
      ),
    ]
    if mail.state == .waiting, content.files.contains(where: \.isRegister) {
      document.sections.append(next)
    }
    return document
  }

  /// What to do about a file that may be a register.
  private var next: Document.Section {
    let command = MailAcceptImport.command(reference)
    return .table(
      key: "next",
      title: "A file may be a register: what it would change, and its import",
      [Column("command", "Command", overflow: .wrap)],
      [Row([.text(command + " --dry-run")]), Row([.text(command)])]
    )
  }

  private static let fileColumns = [
    Column("number", "Number", .integer), Column("name", "Name"), Column("mediaType", "Type"),
    Column("bytes", "Bytes", .integer), Column("register", "Register", .flag),
    Column("sha256", "SHA-256"),
  ]

  private static func row(_ index: Int, _ file: MailContent.File) -> Row {
    Row([
      .integer(Int64(index + 1)), .text(file.name), .text(file.mediaType),
      .integer(Int64(file.byteCount)), .flag(file.isRegister), .text(file.sha256),
    ])
  }
}
