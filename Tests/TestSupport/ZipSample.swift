/// Writes ZIP archives for tests, also such as no honest program writes.
public struct ZipSample: Sendable {
  /// A file of an archive; what is set is written, whether it is true or not.
  public struct File: Sendable {
    /// The name in the directory and in the file's own header.
    public var name, headerName: [UInt8]
    /// The bytes that stand in the archive.
    public var packed: [UInt8]
    /// How they are packed: 0 not at all, 8 by deflate.
    public var method = 0
    /// The flags, bit 0 for a password.
    public var flags = 0
    /// How many bytes it has unpacked, and how many packed.
    public var byteCount, packedCount: Int
    /// The CRC-32 of the unpacked bytes.
    public var checksum: UInt32
    /// Where the directory says that it begins; nil for where it does.
    public var offset: Int?

    /// Makes a file that is stored as it is, or in deflate blocks that are.
    public init(_ name: String, _ content: [UInt8], isDeflated: Bool = false) {
      self.name = Array(name.utf8)
      headerName = self.name
      packed = isDeflated ? GzipSample.deflated(GzipSample.stored(content)) : content
      method = isDeflated ? 8 : 0
      byteCount = content.count
      packedCount = packed.count
      checksum = GzipSample.checksum(content)
    }

    /// Makes a deflated file of one letter and so many times 258 more.
    public init(_ name: String, letters times: Int) {
      let letter = UInt8(ascii: "a")
      self.init(name, [UInt8](repeating: letter, count: 1 + 258 * times))
      packed = GzipSample.deflated(GzipSample.repeated(letter, times: times))
      packedCount = packed.count
      method = 8
    }
  }

  /// The files, in order.
  public var files: [File]
  /// How many files the end says that there are; nil for how many there are.
  public var count: Int?
  /// The numbers of this part and of the part in which the directory begins.
  public var parts = (0, 0)
  /// Text after the end.
  public var comment: [UInt8] = []

  /// Makes an archive.
  public init(_ files: [File]) { self.files = files }

  /// The archive.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for file in files {
      let start = bytes.count
      bytes += Self.numbers((0x0403_4B50, 4), (20, 2)) + Self.facts(file, file.headerName)
      bytes += Self.numbers((0, 2)) + file.headerName + file.packed
      directory += Self.numbers((0x0201_4B50, 4), (20, 2), (20, 2)) + Self.facts(file, file.name)
      directory += Self.numbers((0, 2), (0, 2), (0, 2), (0, 2), (0, 4), (file.offset ?? start, 4))
      directory += file.name
    }
    let count = count ?? files.count
    let end = Self.numbers(
      (0x0605_4B50, 4),
      (parts.0, 2),
      (parts.1, 2),
      (count, 2),
      (count, 2),
      (directory.count, 4),
      (bytes.count, 4),
      (comment.count, 2)
    )
    return bytes + directory + end + comment
  }

  /// What stands in both headers, from the flags to the length of the name.
  private static func facts(_ file: File, _ name: [UInt8]) -> [UInt8] {
    numbers(
      (file.flags, 2),
      (file.method, 2),
      (0, 4),
      (Int(file.checksum), 4),
      (file.packedCount, 4),
      (file.byteCount, 4),
      (name.count, 2)
    )
  }

  /// Numbers of so many bytes, the lowest first.
  private static func numbers(_ numbers: (Int, Int)...) -> [UInt8] {
    numbers.flatMap { number, count in
      (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
  }
}
