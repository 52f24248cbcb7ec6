public import Importing

/// Reads a source to its end as one mail.
public enum WholeMail {
  /// All bytes of the source.
  ///
  /// - Parameters:
  ///   - source: A file, or standard input when a mail server delivers through a pipe.
  ///   - maximumSize: The largest mail that is taken, in bytes.
  ///   - file: The name for problems; `-` for standard input.
  /// - Returns: The bytes.
  /// - Throws: A `Problem`: `mail.size`; what the source throws.
  public static func read(
    _ source: any ByteSource,
    maximumSize: Int = 50_000_000,
    named file: String
  ) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = try unsafe piece.withUnsafeMutableBytes { unsafe try source.read(into: $0) }
      if count == 0 { return bytes }
      guard count <= maximumSize - bytes.count else { throw tooLarge(maximumSize, file) }
      bytes += piece[..<count]
    }
  }

  private static func tooLarge(_ limit: Int, _ file: String) -> Problem {
    Problem(
      "mail.size",
      file: file,
      message: "The mail is larger than \(limit) bytes.",
      remedy: "Raise the limit for mails if it shall be taken."
    )
  }
}
