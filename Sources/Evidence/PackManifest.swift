import Crypto
import Storage

/// The files of a pack with the SHA-256 of each.
///
/// The text has the form of `sha256sum`, GNU coreutils: 64 hexadecimal digits, two blanks and the
/// name, a line for each file, in order of the names' bytes.
public struct PackManifest: Sendable, Equatable {
  /// What the file with the text is called.
  public static let name = "MANIFEST.sha256"

  /// A file and the SHA-256 of its bytes as 64 hexadecimal digits.
  public struct File: Sendable, Hashable {
    /// The path within the pack, with `/`.
    public var name: String
    /// The digest.
    public var sha256: String

    /// Makes an entry.
    public init(name: String, sha256: String) {
      self.name = name
      self.sha256 = sha256
    }
  }

  /// The files, in order of the names' bytes.
  public let files: [File]

  /// Makes a manifest of files in any order.
  public init(_ files: [File]) {
    self.files = files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// The text, ending with a line feed unless there are no files.
  public var text: String { files.map { "\($0.sha256)  \($0.name)\n" }.joined() }

  /// The SHA-256 of the text, which stands for the whole pack.
  public var sha256: String { Self.digest(text) }

  static func digest(_ text: String) -> String {
    hexadecimalText(SHA256.hash(data: Array(text.utf8)))
  }

  /// Reads the text.
  ///
  /// - Throws: ``PackError/unreadableManifest(line:)`` for a line of another form, a name that leads
  ///   out of the folder, or one that stands twice.
  public init(reading text: String) throws(PackError) {
    var files: [File] = []
    var names: Set<String> = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line.isEmpty, text.utf8.count == 0 || line.endIndex == text.endIndex { continue }
      guard let file = Self.file(line), names.insert(file.name).inserted else {
        throw .unreadableManifest(line: index + 1)
      }
      files.append(file)
    }
    self.init(files)
  }

  private static func file(_ line: Substring) -> File? {
    let digest = line.prefix(64)
    let rest = line.dropFirst(64)
    guard digest.count == 64, digest.allSatisfy({ $0.isASCII && $0.isHexDigit && !$0.isUppercase }),
      rest.hasPrefix("  ")
    else { return nil }
    let name = rest.dropFirst(2)
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard !parts.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) else { return nil }
    return File(name: String(name), sha256: String(digest))
  }
}
