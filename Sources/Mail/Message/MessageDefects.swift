/// What a reader tolerated or cut; a set of flags.
public struct MessageDefects: OptionSet, Hashable, Sendable {
  /// The flags as bits, from the lowest: their order in ``names``.
  public let rawValue: UInt64

  /// Makes a set from bits.
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// The message is longer than ``MessageLimits/messageBytes``; the rest was not read.
  public static let messageCut = Self(bit: 0)
  /// The header block is longer than ``MessageLimits/headerBytes``; later fields were not read.
  public static let headerCut = Self(bit: 1)
  /// There are more fields than ``MessageLimits/fields``; later fields were not read.
  public static let fieldsCut = Self(bit: 2)
  /// A part lies deeper than ``MessageLimits/levels`` and was not taken apart.
  public static let levelsCut = Self(bit: 3)
  /// There are more parts than ``MessageLimits/parts``; later ones were not taken apart.
  public static let partsCut = Self(bit: 4)
  /// There are more addresses than ``MessageLimits/addresses``; later ones were not read.
  public static let addressesCut = Self(bit: 5)
  /// There are more references than ``MessageLimits/references``; those in the middle are left out.
  public static let referencesCut = Self(bit: 6)
  /// The subject is longer than ``MessageLimits/subjectCharacters``; the rest is left out.
  public static let subjectCut = Self(bit: 7)
  /// Blank lines or a byte order mark came before the first field.
  public static let leadingBlankLines = Self(bit: 8)
  /// An mbox line that starts with `From ` came before the first field, or among the fields.
  public static let envelopeLine = Self(bit: 9)
  /// Lines end with a lone CR.
  public static let loneCarriageReturn = Self(bit: 10)
  /// A NUL byte is in a header field.
  public static let nul = Self(bit: 11)
  /// There is no header field at all.
  public static let noFields = Self(bit: 12)
  /// A line of the header block is no field and no continuation; it was passed over.
  public static let strayHeaderLine = Self(bit: 13)
  /// No blank line stands between the header block and the body.
  public static let noBlankLine = Self(bit: 14)
  /// A field that may stand once, such as `Content-Type`, stands more than once; the first that
  /// can be read counts.
  public static let repeatedField = Self(bit: 15)
  /// A `Content-Type`, `Content-Disposition` or `Content-Transfer-Encoding` is not well formed.
  public static let malformedField = Self(bit: 16)
  /// A multipart body without a boundary in its field; the boundary was taken from the body.
  public static let boundaryGuessed = Self(bit: 17)
  /// A multipart body in which no boundary was found; it was not taken apart.
  public static let boundaryNotFound = Self(bit: 18)
  /// The last boundary of a multipart body is missing.
  public static let finalBoundaryMissing = Self(bit: 19)
  /// A transfer encoding that is not known; the bytes are given as they are.
  public static let unknownEncoding = Self(bit: 20)
  /// Encoded bytes hold characters that the encoding does not have; they were passed over.
  public static let malformedEncoding = Self(bit: 21)
  /// Base64 goes on after its padding; all of it was read.
  public static let base64Restarted = Self(bit: 22)
  /// A charset that is not known, or not said although it is needed; another one was taken.
  public static let charsetGuessed = Self(bit: 23)
  /// Bytes that are no characters in the charset were replaced by U+FFFD.
  public static let charactersReplaced = Self(bit: 24)

  private init(bit: UInt64) { rawValue = 1 << bit }
}

extension MessageDefects {
  /// The names of the flags that are set, in the order of their bits; stable, for records.
  public var names: [String] {
    Self.allNames.indices.compactMap { rawValue >> $0 & 1 == 1 ? Self.allNames[$0] : nil }
  }

  private static let allNames = [
    "message-cut", "header-cut", "fields-cut", "levels-cut", "parts-cut", "addresses-cut",
    "references-cut", "subject-cut", "leading-blank-lines", "envelope-line",
    "lone-carriage-return", "nul", "no-fields", "stray-header-line", "no-blank-line",
    "repeated-field", "malformed-field", "boundary-guessed", "boundary-not-found",
    "final-boundary-missing", "unknown-encoding", "malformed-encoding", "base64-restarted",
    "charset-guessed", "characters-replaced",
  ]
}
