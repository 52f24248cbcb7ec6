import Importing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Which file a path named, and how it stood.
public struct FileIdentity: Sendable, Equatable, Codable {
  /// The device and the file's number on it.
  public var device: UInt64
  /// The file's number on its device.
  public var inode: UInt64
  /// The size in bytes.
  public var size: Int
  /// The time of the last change of the content, in nanoseconds since 1970-01-01 UTC.
  public var modified: Int

  /// Asks the system about a path.
  ///
  /// - Throws: A `Problem`: `file.missing`, `file.unreadable`.
  public init(path: String) throws {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw Self.problem(path, errno) }
    device = UInt64(truncatingIfNeeded: status.st_dev)
    inode = UInt64(truncatingIfNeeded: status.st_ino)
    size = Int(status.st_size)
    #if canImport(Darwin)
    let time = status.st_mtimespec
    #else
    let time = status.st_mtim
    #endif
    modified = Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
  }

  private static func problem(_ path: String, _ error: Int32) -> Problem {
    guard error == ENOENT || error == ENOTDIR else {
      return FolderListing.unreadable(path, error)
    }
    return Problem(
      "file.missing",
      file: path,
      message: "There is no such file.",
      remedy: "Check the path."
    )
  }
}
