import Crypto
import Importing

/// What a source last said of an agreement, in 20 bytes: the scheme's number in four bytes
/// big-endian, then the first 16 bytes of SHA-256 over the draft's content.
struct DraftDigest {
  private let prefix: [UInt8]
  private var content: [UInt8] = []

  init(schemeId: Int64) {
    let number = UInt32(truncatingIfNeeded: schemeId)
    prefix = (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) }
    content.reserveCapacity(2048)
  }

  mutating func digest(_ draft: borrowing Draft) -> [UInt8] {
    content.removeAll(keepingCapacity: true)
    draft.encodeContent(into: &content)
    return digest(content)
  }

  func digest(_ content: [UInt8]) -> [UInt8] {
    prefix + SHA256.hash(data: content).prefix(16)
  }

  /// Whether a stored digest comes from this scheme.
  func isOurs(_ digest: [UInt8]) -> Bool { digest.starts(with: prefix) }
}
