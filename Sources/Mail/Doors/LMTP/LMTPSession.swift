/// One conversation with a mail server that hands mails over (LMTP, RFC 2033).
///
/// The bytes of the other side go in, replies come out; commands may come many at once
/// (PIPELINING, RFC 2920). After DATA there is one reply for each recipient, and 250 only for
/// one for whom the mail is stored.
struct LMTPSession {
  /// What the server allows.
  struct Limits {
    /// The largest mail, in bytes.
    var size: Int
    /// The most recipients of a mail.
    var recipients: Int
  }

  private let limits: Limits
  private let name: String
  private let receiver: any LMTPReceiver
  private var line: [UInt8] = []
  private var isGreeted = false
  private var sender: String?
  private var recipients: [String] = []
  private var content: LMTPContent?
  private var faults = 0
  /// Whether the conversation is over once the replies are sent.
  private(set) var isClosed = false

  /// The longest line of a command, in bytes; SMTPUTF8 asks for some more than 1,000.
  private static let maximumLine = 4096
  /// A client with more wrong commands than this is no mail server.
  private static let maximumFaults = 50

  init(name: String, limits: Limits, receiver: any LMTPReceiver) {
    self.name = name
    self.limits = limits
    self.receiver = receiver
  }

  /// What the server says first.
  var greeting: [UInt8] { LMTPReply(220, "\(name) LMTP ready").bytes }

  /// Takes bytes and carries out what is complete.
  ///
  /// - Returns: The replies.
  mutating func receive(_ bytes: [UInt8]) -> [UInt8] {
    var rest = bytes[...]
    var replies: [UInt8] = []
    while !rest.isEmpty, !isClosed {
      if content != nil {
        replies += takeContent(&rest)
      } else {
        replies += takeLine(&rest)
      }
    }
    return replies
  }

  // MARK: Commands

  private mutating func takeLine(_ rest: inout ArraySlice<UInt8>) -> [UInt8] {
    guard let end = rest.firstIndex(of: 0x0A) else {
      // The end of a line that is too long is waited for without keeping it.
      line += rest.prefix(max(Self.maximumLine + 1 - line.count, 0))
      rest = []
      return []
    }
    line += rest[..<end].prefix(max(Self.maximumLine + 1 - line.count, 0))
    rest = rest[(end + 1)...]
    if line.last == 0x0D { line.removeLast() }
    defer { line = [] }
    guard line.count <= Self.maximumLine else { return refuse(.tooLong) }
    return command(line)
  }

  private mutating func command(_ line: [UInt8]) -> [UInt8] {
    let verb = line.prefix { $0 != 0x20 }
    let argument = line.dropFirst(verb.count).drop { $0 == 0x20 }
    switch String(decoding: verb.map(uppercase), as: UTF8.self) {
    case "LHLO": return hello()
    case "MAIL": return mail(argument)
    case "RCPT": return recipient(argument)
    case "DATA": return data()
    case "RSET":
      reset()
      return LMTPReply.done.bytes
    case "NOOP": return LMTPReply.done.bytes
    case "VRFY": return LMTPReply(252, "2.5.0 Try to deliver").bytes
    case "QUIT":
      isClosed = true
      return LMTPReply(221, "2.0.0 Bye").bytes
    default: return refuse(.unknown)
    }
  }

  private mutating func refuse(_ reply: LMTPReply) -> [UInt8] {
    faults += 1
    guard faults > Self.maximumFaults else { return reply.bytes }
    isClosed = true
    return LMTPReply(421, "4.7.0 Too many faults").bytes
  }

  private mutating func hello() -> [UInt8] {
    isGreeted = true
    reset()
    let features = [
      "PIPELINING", "ENHANCEDSTATUSCODES", "8BITMIME", "SMTPUTF8", "SIZE \(limits.size)",
    ]
    let lines = ["250-\(name)"] + features.dropLast().map { "250-\($0)" }
    let last = "250 \(features[features.count - 1])"
    return Array((lines + [last]).map { $0 + "\r\n" }.joined().utf8)
  }

  private mutating func reset() {
    sender = nil
    recipients = []
    content = nil
  }

  private mutating func mail(_ argument: ArraySlice<UInt8>) -> [UInt8] {
    guard isGreeted, sender == nil else { return refuse(.outOfOrder) }
    guard let path = LMTPPath(argument, after: "FROM:") else { return refuse(.badAddress) }
    if let size = path.parameters["SIZE"].flatMap({ Int($0) }), size > limits.size {
      return LMTPReply.tooLarge.bytes
    }
    sender = path.address
    return LMTPReply(250, "2.1.0 OK").bytes
  }

  private mutating func recipient(_ argument: ArraySlice<UInt8>) -> [UInt8] {
    guard sender != nil else { return refuse(.outOfOrder) }
    guard let path = LMTPPath(argument, after: "TO:"), !path.address.isEmpty else {
      return refuse(.badAddress)
    }
    guard recipients.count < limits.recipients else {
      return LMTPReply(452, "4.5.3 Too many recipients").bytes
    }
    let verdict = receiver.accepts(recipient: path.address)
    if verdict == .stored { recipients.append(path.address) }
    return LMTPReply(verdict, accepted: "OK").bytes
  }

  private mutating func data() -> [UInt8] {
    guard sender != nil else { return refuse(.outOfOrder) }
    guard !recipients.isEmpty else { return LMTPReply(503, "5.5.1 No valid recipients").bytes }
    content = LMTPContent(maximumSize: limits.size)
    return LMTPReply(354, "Go on, end with a full stop").bytes
  }

  // MARK: Content

  private mutating func takeContent(_ rest: inout ArraySlice<UInt8>) -> [UInt8] {
    guard content?.take(&rest) ?? false else { return [] }
    defer { reset() }
    return verdicts().flatMap(\.bytes)
  }

  /// One reply for each recipient.
  private func verdicts() -> [LMTPReply] {
    guard let content, !content.isTooLarge else { return recipients.map { _ in .tooLarge } }
    let mail = LMTPMail(sender: sender ?? "", recipients: recipients, content: content.bytes)
    var verdicts = (try? receiver.deliver(mail)) ?? []
    // What is missing was not stored.
    while verdicts.count < recipients.count { verdicts.append(.passing("Not stored, try again")) }
    return verdicts.prefix(recipients.count).map { LMTPReply($0, accepted: "Stored") }
  }
}
