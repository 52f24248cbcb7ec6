#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A file, read in pieces of up to 256 KiB.
public final class FileSource: ByteSource {
  /// The most that is read at once.
  private static let pieceSize = 256 << 10
  private let path: String
  private let descriptor: Int32

  /// Opens the file.
  ///
  /// - Parameters:
  ///   - path: The file's path.
  ///   - offset: Where reading begins, in bytes from 0; only for what is no pipe.
  /// - Throws: A ``Problem``: `file.missing`, `file.folder`, or `file.unreadable`.
  public init(path: String, from offset: Int = 0) throws {
    self.path = path
    let opened = unsafe open(path, O_RDONLY | O_CLOEXEC)
    let fault = errno
    guard opened >= 0 else { throw Self.problem(path, error: fault) }
    descriptor = opened
    var status = stat()
    guard unsafe fstat(opened, &status) == 0 else { throw Self.problem(path, error: errno) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw Self.problem(path, error: EISDIR) }
    guard offset == 0 || lseek(descriptor, off_t(offset), SEEK_SET) >= 0 else {
      throw Self.problem(path, error: errno)
    }
  }

  deinit { close(descriptor) }

  /// Fills the buffer with what comes next.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let size = min(buffer.count, Self.pieceSize)
    let piece = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[..<size])
    return try unsafe readDescriptor(descriptor, into: piece, named: path)
  }

  /// What is wrong with a path, by the number of a system error.
  fileprivate static func problem(_ path: String, error: Int32) -> Problem {
    switch error {
    case ENOENT, ENOTDIR:
      Problem(
        "file.missing",
        file: path,
        message: "There is no such file.",
        remedy: "Check the path."
      )
    case EISDIR:
      Problem(
        "file.folder",
        file: path,
        message: "This is a folder, not a file.",
        remedy: "Name the files in it."
      )
    default:
      Problem(
        "file.unreadable",
        file: path,
        message: "The file cannot be read: \(unsafe String(cString: strerror(error))).",
        remedy: "Check its access rights and the disk."
      )
    }
  }
}

/// The program's standard input.
public final class StandardInputSource: ByteSource {
  /// The name that problems give to standard input.
  public static let name = "-"

  /// Makes the source; there should be only one.
  public init() {}

  /// Fills the buffer with what comes next; waits for it.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    try unsafe readDescriptor(STDIN_FILENO, into: buffer, named: Self.name)
  }
}

/// Reads from a descriptor, again if a signal came in between.
private func readDescriptor(
  _ descriptor: Int32,
  into buffer: UnsafeMutableRawBufferPointer,
  named name: String
) throws -> Int {
  while true {
    let count = unsafe read(descriptor, buffer.baseAddress, buffer.count)
    if count >= 0 { return count }
    guard errno == EINTR else { throw FileSource.problem(name, error: errno) }
  }
}
