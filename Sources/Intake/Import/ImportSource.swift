public import Importing

/// Something that is imported: a file on disk, or one that came with a mail.
public struct ImportSource: Sendable {
  /// The path as it was given; for a file of a mail its place in the mail.
  public var path: String
  /// Opens the bytes as they are kept, anew for each reading.
  public var open: @Sendable () throws -> any ByteSource

  /// Makes a source of a file on disk.
  public init(path: String) {
    self.path = path
    open = { try FileSource(path: path) }
  }

  /// Makes a source of bytes in memory.
  public init(_ bytes: [UInt8], named name: String) {
    path = name
    open = { MemorySource(bytes) }
  }

  /// Opens the bytes, decompressed if they are compressed with gzip.
  ///
  /// - Returns: A source whose start can be looked at.
  /// - Throws: A `Problem` if there is no such file or it cannot be read.
  public func decompressed() throws -> PeekableSource {
    try ByteSources.decompressed(open(), named: path)
  }
}
