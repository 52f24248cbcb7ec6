/// Opens sources by their paths.
public enum ByteSources {
  /// Opens a file, or standard input for `-`; what is compressed with gzip is decompressed.
  ///
  /// Gzip is recognised by its first two bytes (RFC 1952, section 2.3.1), not by the name.
  ///
  /// - Returns: A source whose start can be looked at.
  /// - Throws: A ``Problem``: `file.missing`, `file.folder`, or `file.unreadable`.
  public static func open(path: String) throws -> PeekableSource {
    let isInput = path == StandardInputSource.name
    let file: any ByteSource = try isInput ? StandardInputSource() : FileSource(path: path)
    return try decompressed(file, named: path)
  }

  /// Puts a decompressor in front of a source if it is compressed with gzip.
  ///
  /// - Returns: A source whose start can be looked at.
  /// - Throws: What the source throws.
  public static func decompressed(
    _ source: any ByteSource,
    named file: String
  ) throws -> PeekableSource {
    let peekable = PeekableSource(source)
    guard try peekable.peek(2) == [0x1F, 0x8B] else { return peekable }
    return PeekableSource(GzipSource(peekable, named: file))
  }
}
