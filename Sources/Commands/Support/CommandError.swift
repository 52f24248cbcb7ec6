/// Why a command cannot do what was asked, where no other layer says so.
struct CommandError: Error, Equatable {
  /// One sentence, and what to do.
  let message: String
  /// The exit code by sysexits.h.
  let code: Int32

  /// A file cannot be written where it should be (73).
  static func cannotCreate(_ path: String) -> CommandError {
    CommandError(
      message: "The file \(path) cannot be written. Check the folder and its permissions.",
      code: 73
    )
  }

  /// A file was begun and cannot be written to its end (74).
  static func cannotWrite(_ path: String, reason: String) -> CommandError {
    CommandError(
      message: "The file \(path) cannot be written: \(reason). Nothing is left of it.",
      code: 74
    )
  }

  /// There is already a file at the path (73).
  static func exists(_ path: String) -> CommandError {
    CommandError(
      message: "There is already a file at \(path). Choose another path.",
      code: 73
    )
  }
}
