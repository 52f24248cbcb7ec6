import Importing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Looks into folders.
enum FolderListing {
  /// Whether the path is a folder, also through a symbolic link.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The names in a folder in the system's order, without those that begin with a full stop.
  ///
  /// - Throws: A `Problem`: `file.unreadable`, or `file.name` for one that is not UTF-8 and so
  ///   could not be opened by its name.
  static func names(in path: String) throws -> [String] {
    guard let folder = unsafe opendir(path) else { throw unreadable(path, errno) }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    errno = 0
    while let entry = unsafe readdir(folder) {
      let bytes = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { unsafe Array($0) }
      guard let name = String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self) else {
        throw badName(path, bytes)
      }
      if !name.hasPrefix(".") { names.append(name) }
      errno = 0
    }
    guard errno == 0 else { throw unreadable(path, errno) }
    return names
  }

  /// Makes what was done in a folder last through a crash of the machine.
  static func synchronise(_ path: String) throws {
    let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(path, errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw unreadable(path, errno) }
  }

  private static func badName(_ path: String, _ bytes: [UInt8]) -> Problem {
    Problem(
      "file.name",
      file: path,
      message: "A name in the folder is not UTF-8: “\(printable(bytes.prefix { $0 != 0 }))”.",
      remedy: "Rename the file."
    )
  }

  static func unreadable(_ path: String, _ error: Int32) -> Problem {
    Problem(
      "file.unreadable",
      file: path,
      message: "The folder cannot be used: \(Systems.text(of: error)).",
      remedy: "Check its access rights and the disk."
    )
  }
}
