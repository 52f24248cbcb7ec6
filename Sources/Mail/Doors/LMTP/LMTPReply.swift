/// One reply of the server (RFC 5321, section 4.2), with an enhanced code (RFC 3463).
struct LMTPReply: Equatable {
  let code: Int
  let text: String

  init(_ code: Int, _ text: String) {
    self.code = code
    self.text = text
  }

  /// The reply to a verdict; texts of others are made one printable line.
  init(_ verdict: LMTPVerdict, accepted: String) {
    switch verdict {
    case .stored: self.init(250, "2.1.5 \(accepted)")
    case .passing(let text): self.init(451, "4.3.0 \(printable(text.utf8))")
    case .permanent(let text): self.init(550, "5.7.1 \(printable(text.utf8))")
    }
  }

  var bytes: [UInt8] { Array("\(code) \(text)\r\n".utf8) }

  static let outOfOrder = LMTPReply(503, "5.5.1 Not now")
  static let tooLong = LMTPReply(500, "5.5.2 Line too long")
  static let unknown = LMTPReply(500, "5.5.1 Command not known")
  static let badAddress = LMTPReply(501, "5.1.3 Address not understood")
  static let tooLarge = LMTPReply(552, "5.3.4 Mail too large")
  static let done = LMTPReply(250, "2.0.0 OK")
}
