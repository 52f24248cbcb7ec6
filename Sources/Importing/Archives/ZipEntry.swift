/// A file in an archive, as the archive's directory describes it.
public struct ZipEntry: Sendable, Equatable {
  /// The name with `/` between folders; a label only, never a path to write to.
  public let name: String
  /// How many bytes it has, unpacked.
  public let byteCount: Int
  /// Whether a password is needed to read it.
  public let isEncrypted: Bool

  /// The name as it is written.
  let rawName: ArraySlice<UInt8>
  /// How it is packed: 0 not at all, 8 by deflate (APPNOTE, section 4.4.5).
  let method: Int
  /// The CRC-32 of the unpacked bytes.
  let checksum: UInt32
  /// How many bytes it takes in the archive.
  let packedCount: Int
  /// Where its own header begins, in bytes from 0.
  let offset: Int

  /// Whether it is a folder: only a name.
  var isFolder: Bool { name.hasSuffix("/") }
}
