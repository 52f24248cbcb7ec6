public import Importing
import Mail
import Model
import Storage

/// The files of a mail that are to be imported, taken out of archives.
///
/// Their names are places in the mail, such as `message-7/registers.zip/contracts.csv`; they are
/// labels, and no file is written under them.
public struct MailRegisters: Sendable {
  /// The files, in their order; the same content once.
  public private(set) var sources: [ImportSource] = []
  /// What was left out of archives because its name is not that of a register: one note each.
  public private(set) var notes: [Problem] = []

  /// A file of the mail.
  private struct File {
    let number: Int
    let label: String
    let isRegister: Bool
    let bytes: [UInt8]
  }

  private let reference: String
  private let files: [File]
  /// By the name of a source the number of the file of the mail and its label.
  private var origins: [String: (number: Int, label: String)] = [:]
  private var contents: Set<[UInt8]> = []

  /// Finds the files.
  ///
  /// - Parameters:
  ///   - mail: The mail.
  ///   - choice: Names or numbers of its files, also the name of a file in an archive; empty for
  ///     all that may be registers.
  ///   - reader: The store.
  /// - Throws: `StoreError.notAllowed` if there are none, or none of that name or number; a
  ///   `Problem` for an archive that cannot be used.
  init(of mail: MailMessage, _ choice: [String], _ reader: Reader) throws {
    reference = mail.reference
    let parts = try ReadMail(of: mail, reader).message.attachments.map(AttachedFile.init)
    var labels: Set<String> = []
    files = parts.enumerated().map { index, file in
      var label = Self.label(file.label) ?? "file"
      if !labels.insert(label).inserted { label = "\(index + 1)/\(label)" }
      return File(
        number: index + 1,
        label: label,
        isRegister: file.isRegister,
        bytes: file.part.decoded().bytes
      )
    }
    if choice.isEmpty {
      let registers = files.filter(\.isRegister)
      // An archive without one says why it is none.
      let others = registers.isEmpty ? files.filter { ZipArchive.begins($0.bytes) } : []
      for file in registers + others { try take(file) }
    } else {
      for name in choice { try take(named: name) }
    }
    if sources.isEmpty { throw StoreError.notAllowed(noRegister) }
  }

  /// The last part of a name, without what a terminal would obey; nil if nothing is left.
  private static func label(_ name: String) -> String? {
    let last = name.split { $0 == "/" || $0 == "\\" }.last ?? ""
    let text = LabelText.cleaned(last)
    return text == "." || text == ".." || text.isEmpty ? nil : String(text.prefix(200))
  }

  // MARK: Choosing

  private mutating func take(named name: String) throws {
    if let number = Int(name) {
      guard files.indices.contains(number - 1) else { throw unknown(name) }
      return try take(files[number - 1])
    }
    let own = reference + "/"
    let label = name.hasPrefix(own) ? String(name.dropFirst(own.count)) : name
    if let file = files.first(where: { $0.label == label }) { return try take(file) }
    guard let file = files.first(where: { label.hasPrefix($0.label + "/") }),
      ZipArchive.begins(file.bytes)
    else { throw unknown(name) }
    let archive = try archive(file)
    let member = label.dropFirst(file.label.count + 1)
    guard let entry = archive.entries.first(where: { $0.name == member }) else {
      throw unknown(name)
    }
    try take(entry, of: archive, file)
  }

  private func unknown(_ name: String) -> StoreError {
    .notAllowed("\(reference) has no file \(name); \(fileList)")
  }

  private var noRegister: String {
    files.isEmpty
      ? "\(reference) has no files."
      : "\(reference) has no file that may be a register; \(fileList) Choose one with --attachment."
  }

  private var fileList: String {
    let list = files.map { "\($0.number) \($0.label)" }.joined(separator: ", ")
    return list.isEmpty ? "it has none." : "its files are \(list)."
  }

  // MARK: Taking

  private mutating func take(_ file: File) throws {
    guard file.label.lowercased().hasSuffix(".zip") || ZipArchive.begins(file.bytes) else {
      return try take(file.bytes, named: "\(reference)/\(file.label)", of: file)
    }
    let archive = try archive(file)
    var hasRegister = false
    for entry in archive.entries {
      guard RegisterName.fits(entry.name) || Self.isArchive(entry.name) else {
        notes.append(ArchiveProblems.leftOut("\(archive.name)/\(entry.name)"))
        continue
      }
      hasRegister = true
      try take(entry, of: archive, file)
    }
    guard hasRegister else { throw ArchiveProblems.noRegister(archive.name) }
  }

  private func archive(_ file: File) throws -> ZipArchive {
    let archive = try ZipArchive(file.bytes, named: "\(reference)/\(file.label)")
    let names = archive.entries.map(\.name)
    guard !names.contains("[Content_Types].xml"), names.first != "mimetype" else {
      throw ArchiveProblems.officeDocument(archive.name, reference)
    }
    return archive
  }

  private mutating func take(_ entry: ZipEntry, of archive: ZipArchive, _ file: File) throws {
    let name = "\(archive.name)/\(entry.name)"
    guard !Self.isArchive(entry.name) else { throw ArchiveProblems.nested(name) }
    let bytes = try archive.content(of: entry)
    guard !ZipArchive.begins(bytes), !bytes.starts(with: Self.gzip) else {
      throw ArchiveProblems.nested(name)
    }
    try take(bytes, named: name, of: file)
  }

  private mutating func take(_ bytes: [UInt8], named name: String, of file: File) throws {
    let source = ImportSource(bytes, named: name)
    if bytes.starts(with: Self.gzip) {
      let start = try source.decompressed().peek(4)
      guard !ZipArchive.begins(start), !start.starts(with: Self.gzip) else {
        throw ArchiveProblems.nested(name)
      }
    }
    guard contents.insert(OriginalDigest.of(bytes).sha256).inserted else { return }
    origins[name] = (file.number, file.label)
    sources.append(source)
  }

  private static let gzip: [UInt8] = [0x1F, 0x8B]

  private static func isArchive(_ name: String) -> Bool {
    let name = name.lowercased()
    return [".zip", ".gz", ".tgz", ".bz2", ".xz", ".7z", ".rar", ".tar"].contains {
      name.hasSuffix($0)
    }
  }

  // MARK: What to do next

  /// The file of the mail that has a source, as its number and its label; nil for none of these.
  public func origin(of source: String) -> (number: Int, label: String)? { origins[source] }
}
