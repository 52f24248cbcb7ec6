/// How the writer of an mbox treated lines that begin with `From `.
public enum MboxVariant: String, Sendable, CaseIterable {
  /// `From ` became `>From `; whether a line was `>From ` before cannot be known.
  case mboxo
  /// One `>` more before `From ` and before every row of `>` that `From ` follows.
  case mboxrd
  /// Nothing was changed; lines of the mail are told by Content-Length alone.
  case mboxcl2

  /// How many bytes to take off the front of a line: 1 for a `>` that the writer added.
  func quote(_ line: UnsafeRawBufferPointer) -> Int {
    var marks = 0
    while marks < line.count, unsafe line[marks] == UInt8(ascii: ">") { marks += 1 }
    guard marks > 0, unsafe Mbox.isFrom(UnsafeRawBufferPointer(rebasing: line[marks...])) else {
      return 0
    }
    switch self {
    case .mboxo: return marks == 1 ? 1 : 0
    case .mboxrd: return 1
    case .mboxcl2: return 0
    }
  }
}
