import Crypto

/// The secret with which own addresses, message ids and loop marks are signed.
///
/// Whoever does not know it can repeat what we sent, but cannot make an address or id for another
/// case. Signatures are the first ten bytes of an HMAC-SHA256 (RFC 2104, section 5 allows to cut).
public struct MailKey: Sendable {
  /// What a signature is for, so that one never stands for another.
  enum Purpose: UInt8 {
    case address = 1
    case message = 2
    case loop = 3
  }

  /// The fewest bytes of a secret.
  public static let fewestBytes = 16
  /// The bytes that stay of a signature.
  private static let signatureBytes = 10

  private let key: SymmetricKey

  /// Makes a key; nil for a secret of fewer than 16 bytes.
  public init?(secret: [UInt8]) {
    guard secret.count >= Self.fewestBytes else { return nil }
    key = SymmetricKey(data: secret)
  }

  /// The signature of the texts for a purpose: 16 characters of a to z and 2 to 7.
  func signature(_ purpose: Purpose, _ texts: [String]) -> String {
    var bytes = [purpose.rawValue]
    for text in texts {
      bytes.append(contentsOf: text.utf8)
      bytes.append(0)
    }
    let code = HMAC<SHA256>.authenticationCode(for: bytes, using: key)
    return Base32.encoded(Array(code.prefix(Self.signatureBytes)))
  }

  /// Whether that is the signature of the texts, without regard to case.
  ///
  /// The time it takes does not depend on where the two differ.
  func isSignature(_ text: String, _ purpose: Purpose, _ texts: [String]) -> Bool {
    let wanted = Array(signature(purpose, texts).utf8)
    let given = Array(text.lowercased().utf8)
    guard wanted.count == given.count else { return false }
    var difference: UInt8 = 0
    for index in wanted.indices { difference |= wanted[index] ^ given[index] }
    return difference == 0
  }
}
