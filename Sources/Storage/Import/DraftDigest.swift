import Crypto
public import Importing

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
    if let seal = draft.seal { return prefix + DraftSealing.bytes(seal) }
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

/// Checks drafts and reckons their digests ahead, on the thread that reads them.
public struct DraftSealing {
  private var content: [UInt8] = []

  /// Makes a sealing with storage of its own.
  public init() { content.reserveCapacity(2048) }

  /// Checks the draft; reckons the digest of its content and leaves it in the draft.
  ///
  /// - Returns: What keeps the draft from being stored; then it is not sealed.
  public mutating func seal(_ draft: inout Draft) -> [Problem] {
    let problems = DraftCheck.problems(draft)
    guard problems.isEmpty else { return problems }
    content.removeAll(keepingCapacity: true)
    draft.encodeContent(into: &content)
    var words: (UInt64, UInt64) = (0, 0)
    for (index, byte) in SHA256.hash(data: content).prefix(16).enumerated() {
      if index < 8 {
        words.0 = words.0 << 8 | UInt64(byte)
      } else {
        words.1 = words.1 << 8 | UInt64(byte)
      }
    }
    draft.seal = words
    return []
  }

  static func bytes(_ seal: (UInt64, UInt64)) -> [UInt8] {
    [seal.0, seal.1].flatMap { word in
      (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * UInt64($0))) }
    }
  }
}
