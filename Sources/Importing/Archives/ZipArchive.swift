/// A ZIP archive in memory, read by its directory (PKWARE APPNOTE 6.3.10).
///
/// Read are files that are stored or deflated. An archive is refused as a whole if it is one of
/// several parts or written as zip64, if names lead out of a folder or are there twice, if files
/// lie over each other, and beyond its limits. Nothing is unpacked before all that is checked,
/// and nothing is ever written to a disk.
public struct ZipArchive: Sendable {
  /// The name for problems.
  public let name: String
  /// The files, in the order of the directory; folders are left out.
  public let entries: [ZipEntry]

  private let bytes: [UInt8]
  private let start: Int
  private let problems: ZipProblems

  /// Reads the directory of an archive.
  ///
  /// - Throws: A ``Problem``: `zip.damaged`, `zip.form`, `zip.name`, or `zip.limit`.
  public init(_ bytes: [UInt8], named name: String, limits: ZipLimits = ZipLimits()) throws {
    self.name = name
    self.bytes = bytes
    problems = ZipProblems(file: name)
    let directory = try ZipDirectory(of: bytes, problems, limits)
    start = directory.start
    entries = directory.entries.filter { !$0.isFolder }
    var names: Set<String> = []
    if let twice = entries.first(where: { !names.insert($0.name).inserted }) {
      throw problems.repeated(twice)
    }
    let total = entries.reduce(0) { $0 + $1.byteCount }
    guard total <= limits.bytes else {
      throw problems.limit("unpacks to more than \(limits.bytes) bytes")
    }
    guard total <= limits.freeBytes || total / limits.ratio <= bytes.count else {
      throw problems.limit("unpacks to more than \(limits.ratio) times its size")
    }
  }

  /// Whether bytes begin as an archive does: with a file, or with the end of an empty one.
  public static func begins(_ start: some Collection<UInt8>) -> Bool {
    let start = Array(start.prefix(4))
    return start == [0x50, 0x4B, 3, 4] || start == [0x50, 0x4B, 5, 6]
  }

  /// Unpacks a file.
  ///
  /// - Returns: Its bytes, as many as the directory says and with the checksum that it says.
  /// - Throws: A ``Problem``: `zip.encrypted`, `zip.method`, or `zip.damaged`.
  public func content(of entry: ZipEntry) throws -> [UInt8] {
    guard !entry.isEncrypted else { throw problems.encrypted(entry) }
    let packed = try packed(entry)
    let content: [UInt8]
    switch entry.method {
    case 0: content = Array(packed)
    case 8:
      guard let inflated = Deflate.inflated(packed, count: entry.byteCount) else {
        throw problems.damaged(entry, "it cannot be unpacked to its size")
      }
      content = inflated
    default: throw problems.method(entry)
    }
    guard content.count == entry.byteCount, Deflate.checksum(content) == entry.checksum else {
      throw problems.damaged(entry, "its checksum is another")
    }
    return content
  }

  /// The packed bytes, which follow the file's own header.
  private func packed(_ entry: ZipEntry) throws -> ArraySlice<UInt8> {
    let header = entry.offset
    let nameStart = header + 30
    let nameEnd = nameStart + (bytes.zipNumber(at: header + 26, 2) ?? 0)
    let first = nameEnd + (bytes.zipNumber(at: header + 28, 2) ?? 0)
    guard bytes.zipNumber(at: header, 4) == 0x0403_4B50, first + entry.packedCount <= start,
      bytes[nameStart..<nameEnd] == entry.rawName
    else { throw problems.damaged(entry, "its header is not that of the directory") }
    return bytes[first..<first + entry.packedCount]
  }
}
