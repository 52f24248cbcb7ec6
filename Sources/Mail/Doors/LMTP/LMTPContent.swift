/// The text of a mail as it comes after DATA (RFC 5321, section 4.5.2).
///
/// It ends at a line that is only a full stop; of another line that begins with a full stop
/// that is taken away. Lines end in CRLF alone, so that a lone LF cannot end a mail early.
struct LMTPContent {
  /// Which bytes came before, as far as they matter.
  private enum Place {
    case lineStart
    case text
    /// After CR within a line.
    case carriageReturn
    /// After the full stop that begins a line.
    case stop
    /// After such a full stop and CR.
    case stopCarriageReturn
  }

  private let maximumSize: Int
  private var place = Place.lineStart
  /// The text so far; empty once it is too large.
  private(set) var bytes: [UInt8] = []
  /// Whether it is larger than the limit.
  private(set) var isTooLarge = false

  init(maximumSize: Int) { self.maximumSize = maximumSize }

  /// Takes bytes off the front, up to the end of the mail.
  ///
  /// - Returns: Whether the mail is complete.
  mutating func take(_ input: inout ArraySlice<UInt8>) -> Bool {
    var kept: [UInt8] = []
    while let byte = input.popFirst() {
      switch (place, byte) {
      case (.stopCarriageReturn, 0x0A):
        keep(kept)
        return true
      case (.lineStart, UInt8(ascii: ".")): place = .stop
      case (.stop, 0x0D): place = .stopCarriageReturn
      default:
        // What was a stop to be taken away is followed by something else: only CR was held back.
        if place == .stopCarriageReturn { kept.append(0x0D) }
        kept.append(byte)
        place = next(byte)
      }
    }
    keep(kept)
    return false
  }

  private func next(_ byte: UInt8) -> Place {
    let isAfterReturn = place == .carriageReturn || place == .stopCarriageReturn
    if byte == 0x0A, isAfterReturn { return .lineStart }
    return byte == 0x0D ? .carriageReturn : .text
  }

  private mutating func keep(_ kept: [UInt8]) {
    if bytes.count + kept.count > maximumSize { isTooLarge = true }
    if isTooLarge { bytes = [] } else { bytes += kept }
  }
}
