import Importing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

extension Maildir {
  /// Makes the folders that are missing, for the owner alone.
  ///
  /// - Throws: A `Problem` with code `file.unreadable`.
  public func create() throws {
    for folder in ["", "/tmp", "/new", "/cur"] {
      guard unsafe mkdir(path + folder, 0o700) == 0 || errno == EEXIST else {
        throw FolderListing.unreadable(path + folder, errno)
      }
    }
  }

  /// Puts a mail into `new`: written to `tmp`, made to last, then given its place at once.
  ///
  /// - Parameters:
  ///   - mail: The mail's bytes.
  ///   - unique: A name that no other mail has or had, without `/` and `:`; by the format
  ///     time, process and host, which the caller knows.
  /// - Throws: A `Problem`: `mail.name` for a name that is taken or not allowed,
  ///   `file.unreadable` for all else.
  public func deliver(_ mail: [UInt8], unique: String) throws {
    let isName = !unique.isEmpty && !unique.hasPrefix(".") && !unique.contains { "/:".contains($0) }
    guard isName else { throw badName(unique) }
    let draft = "\(path)/tmp/\(unique)"
    defer { unsafe unlink(draft) }
    try write(mail, to: draft)
    // Unlike a rename, a link never replaces a mail.
    guard unsafe link(draft, "\(path)/new/\(unique)") == 0 else {
      throw errno == EEXIST ? badName(unique) : FolderListing.unreadable(draft, errno)
    }
    try FolderListing.synchronise("\(path)/new")
  }

  private func write(_ mail: [UInt8], to draft: String) throws {
    let descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FolderListing.unreadable(draft, errno) }
    defer { close(descriptor) }
    guard Systems.write(mail, to: descriptor), fsync(descriptor) == 0 else {
      throw FolderListing.unreadable(draft, errno)
    }
  }

  private func badName(_ unique: String) -> Problem {
    Problem(
      "mail.name",
      file: path,
      value: unique,
      message: "A mail cannot have the name “\(printable(unique.utf8))” in the Maildir.",
      remedy: "Give a name that is not taken, without a slash and a colon."
    )
  }
}
