public import Importing

/// Why a server, a program or a folder could not be used, and whether trying again may help.
public struct MailFault: Error, Sendable, Equatable {
  /// Whether the same attempt may succeed later, with nobody doing anything about it.
  public var isPassing: Bool
  /// What is wrong and what to do about it; never holds a password or a token.
  public var problem: Problem

  /// Makes a fault.
  public init(isPassing: Bool, problem: Problem) {
    self.isPassing = isPassing
    self.problem = problem
  }

  /// A fault that may pass: a broken connection, a busy server, a full disk.
  static func passing(_ code: String, _ message: String, remedy: String) -> MailFault {
    MailFault(isPassing: true, problem: Problem(code, message: message, remedy: remedy))
  }

  /// A fault that stays until somebody mends it: a wrong password, a missing mailbox.
  static func permanent(_ code: String, _ message: String, remedy: String) -> MailFault {
    MailFault(isPassing: false, problem: Problem(code, message: message, remedy: remedy))
  }
}

/// A text of a server or a program as it may stand in a message: printable ASCII, one line.
///
/// - Returns: At most 200 characters; what is not printable is a question mark.
func printable(_ bytes: some Sequence<UInt8>) -> String {
  let characters = bytes.prefix(200).map { byte in
    0x20...0x7E ~= byte ? Character(Unicode.Scalar(byte)) : "?"
  }
  return String(characters)
}
