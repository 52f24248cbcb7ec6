#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A file with a secret, which nobody but its owner may read.
struct SecretFile {
  let path: String
  /// The most that is read, in bytes; tokens are a few thousand.
  private static let maximumSize = 64 << 10

  /// The bytes of the file.
  func read() throws -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw unreadable(errno) }
    defer { close(descriptor) }
    try check(descriptor)
    var bytes = [UInt8](repeating: 0, count: Self.maximumSize)
    let count = Systems.read(descriptor, into: &bytes)
    guard count >= 0 else { throw unreadable(errno) }
    return Array(bytes[..<count])
  }

  /// The mode is asked of the open file, so that it cannot be exchanged in between.
  private func check(_ descriptor: Int32) throws {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw unreadable(errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw notFile() }
    guard status.st_mode & 0o077 == 0 else { throw isOpen(status.st_mode & 0o777) }
  }

  private func unreadable(_ error: Int32) -> MailFault {
    .permanent(
      "secret.missing",
      "The file with the password or token cannot be read: \(path): \(Systems.text(of: error)).",
      remedy: "Check the path and who owns the file."
    )
  }

  private func notFile() -> MailFault {
    .permanent(
      "secret.missing",
      "This is no file with a password or token: \(path).",
      remedy: "Check the path."
    )
  }

  private func isOpen(_ mode: mode_t) -> MailFault {
    let octal = String(mode, radix: 8)
    return .permanent(
      "secret.open",
      "Others can read the file with the password or token: \(path) has mode \(octal).",
      remedy: "Run chmod 600 on it, and change the secret if others may have read it."
    )
  }
}
