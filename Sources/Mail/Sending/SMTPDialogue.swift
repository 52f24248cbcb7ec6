/// What was said about a mail while libcurl sent it, one command after the other.
///
/// Of what the program says only the verb is looked at and nothing is kept, since logins
/// hold the password.
struct SMTPDialogue {
  /// The command that waits for a reply.
  private enum Step {
    case other
    case login
    case sender
    case recipient
    case data
    case text
  }

  private var step = Step.other
  private var lines: [[UInt8]] = []
  /// The replies to RCPT, in the order of the recipients.
  private(set) var recipients: [SendReply] = []
  /// The reply to MAIL, if it was a refusal.
  private(set) var senderRefusal: SendReply?
  /// The reply to DATA, if it was a refusal.
  private(set) var dataRefusal: SendReply?
  /// The reply after the last full stop.
  private(set) var final: SendReply?
  /// The last reply that was a refusal, whatever to.
  private(set) var refusal: SendReply?
  /// Whether a login was begun.
  private(set) var hasLogin = false
  /// Whether the text of the mail was begun.
  private(set) var hasText = false

  /// Takes a command as it was sent.
  mutating func sent(_ line: some Sequence<UInt8>) {
    let verb = String(decoding: line.prefix(4).map(uppercase), as: UTF8.self)
    switch verb {
    case "AUTH":
      step = .login
      hasLogin = true
    case "MAIL": step = .sender
    case "RCPT": step = .recipient
    case "DATA": step = .data
    default: step = step == .login ? .login : .other
    }
  }

  /// Takes a line of a reply; one with a space or nothing after the code is its last.
  mutating func received(_ line: [UInt8]) {
    let text = line.filter { $0 != 0x0D && $0 != 0x0A }
    guard text.count >= 3, text[..<3].allSatisfy({ 0x30...0x39 ~= $0 }) else { return }
    if lines.count < 100 { lines.append(Array(text.dropFirst(4))) }
    guard text.count == 3 || text[3] == 0x20 else { return }
    let code = text[..<3].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    let words = printable(lines.joined(separator: [0x20]))
    lines = []
    take(SendReply(code: code, text: words))
  }

  private mutating func take(_ reply: SendReply) {
    let code = reply.code ?? 0
    if code >= 400 { refusal = reply }
    switch step {
    case .sender: if code >= 400 { senderRefusal = reply }
    case .recipient: recipients.append(reply)
    case .data:
      if code == 354 {
        hasText = true
        step = .text
        return
      }
      dataRefusal = reply
    case .text: final = reply
    case .login: if code < 300 { step = .other }
    case .other: break
    }
    if step != .login { step = .other }
  }
}
