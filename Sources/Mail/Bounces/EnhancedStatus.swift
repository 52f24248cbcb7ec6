/// An enhanced mail system status code (RFC 3463), such as 5.1.1.
public struct EnhancedStatus: Sendable, Hashable, CustomStringConvertible {
  /// 2 for success, 4 for a passing failure, 5 for a lasting one.
  public let kind: Int
  /// What the code is about, such as 1 for addresses; 0 to 999.
  public let subject: Int
  /// The particular condition; 0 to 999.
  public let detail: Int

  /// Makes a code; nil if a number is out of range.
  public init?(_ kind: Int, _ subject: Int, _ detail: Int) {
    guard kind == 2 || kind == 4 || kind == 5, (0...999).contains(subject),
      (0...999).contains(detail)
    else { return nil }
    self.kind = kind
    self.subject = subject
    self.detail = detail
  }

  /// Reads the first code in a text; nil if there is none.
  public init?(_ text: String) {
    guard let first = StatusScan.found(in: text).first else { return nil }
    self = first.status
  }

  /// The three numbers with dots between them.
  public var description: String { "\(kind).\(subject).\(detail)" }

  /// Whether the code says nothing but that something failed.
  var isVague: Bool { subject == 0 && detail == 0 }
}
