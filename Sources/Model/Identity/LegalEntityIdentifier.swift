/// A legal entity identifier of ISO 17442-1:2020, section 4, and its check.
///
/// It has 18 characters of A–Z and 0–9 and two check digits by ISO/IEC 7064, MOD 97-10: letters
/// count 10 to 35, and the whole number leaves 1 when divided by 97.
public struct LegalEntityIdentifier: Hashable, Sendable {
  /// What a check says.
  public enum Verdict: Hashable, Sendable {
    /// Well formed, and the check digits are right.
    case valid
    /// The check digits are right but 00, 01 or 99, which are never issued.
    case doubtful
    /// It cannot be a legal entity identifier.
    case invalid(Fault)
  }

  /// Why a text is no legal entity identifier.
  public enum Fault: Hashable, Sendable {
    /// It has that many characters instead of 20.
    case length(Int)
    /// A character other than A–Z and 0–9, at a 1-based position.
    case character(position: Int)
    /// The last two characters are not both digits.
    case checkDigitsNotDigits
    /// The check digits are wrong.
    case checkDigits

    /// The reason as a sentence.
    public var sentence: String {
      switch self {
      case .length(let count): "The identifier has \(count) characters, not 20."
      case .character(let position):
        "Character \(position) is neither a capital letter of A to Z nor a digit."
      case .checkDigitsNotDigits: "The last two characters are not digits."
      case .checkDigits: "The check digits are wrong."
      }
    }
  }

  /// Checks a text as it stands: small letters and blanks are faults.
  public static func check(_ text: String) -> Verdict {
    let bytes = Array(text.utf8)
    guard bytes.count == 20 else { return .invalid(.length(text.count)) }
    var remainder = 0
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 48...57: remainder = (remainder * 10 + Int(byte) - 48) % 97
      case 65...90: remainder = (remainder * 100 + Int(byte) - 55) % 97
      default: return .invalid(.character(position: index + 1))
      }
    }
    guard bytes[18] < 58, bytes[19] < 58 else { return .invalid(.checkDigitsNotDigits) }
    guard remainder == 1 else { return .invalid(.checkDigits) }
    return ["00", "01", "99"].contains(text.suffix(2)) ? .doubtful : .valid
  }
}
