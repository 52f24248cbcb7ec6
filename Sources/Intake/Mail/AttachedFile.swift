import Importing
import Mail

/// A file that came with a mail.
struct AttachedFile {
  let part: MessagePart

  init(_ part: MessagePart) { self.part = part }

  /// The name that its sender gave it, or what it is; a label only.
  var label: String { part.fileName ?? part.mediaType.essence }

  /// Whether it may be a register that importers read, or an archive that has one.
  var isRegister: Bool {
    RegisterName.fits(label)
      || ["text/csv", "text/xml", "application/xml", "text/tab-separated-values"]
        .contains(part.mediaType.essence)
      || archivesRegister
  }

  /// Whether its name or type is that of an archive.
  private var isArchive: Bool {
    label.lowercased().hasSuffix(".zip")
      || ["application/zip", "application/x-zip-compressed"].contains(part.mediaType.essence)
  }

  /// Whether it is an archive that has a register by its name, or one that cannot be looked into.
  private var archivesRegister: Bool {
    guard isArchive else { return false }
    guard let archive = try? ZipArchive(part.decoded().bytes, named: label) else { return true }
    return archive.entries.contains { RegisterName.fits($0.name) }
  }

  /// Whether it is a document that may prove something.
  var isDocument: Bool {
    let name = label.lowercased()
    return [".pdf", ".docx", ".xlsx", ".odt", ".ods", ".p7m"].contains { name.hasSuffix($0) }
      || part.mediaType.essence == "application/pdf"
  }
}

/// The names of files that may be registers.
enum RegisterName {
  /// Whether the name ends as that of a CSV or XML file, also compressed; hidden files, and what
  /// some systems put beside each file of an archive, are none.
  static func fits(_ name: String) -> Bool {
    let name = name.lowercased()
    guard let last = name.split(separator: "/").last, !last.hasPrefix("."),
      !name.hasPrefix("__macosx/")
    else { return false }
    return [".csv", ".tsv", ".xml"].contains { last.hasSuffix($0) || last.hasSuffix($0 + ".gz") }
  }
}
