import Mail
import Testing

@Suite struct MessageLimitsTests {
  private static func limits(_ change: (inout MessageLimits) -> Void) -> MessageLimits {
    var limits = MessageLimits()
    change(&limits)
    return limits
  }

  @Test func `the limits are those that the documents state`() {
    let limits = MessageLimits()
    #expect(limits.messageBytes == 50_000_000)
    #expect(limits.headerBytes == 262_144)
    #expect([limits.fields, limits.levels, limits.parts] == [1_000, 50, 1_000])
    #expect([limits.addresses, limits.references, limits.subjectCharacters] == [200, 100, 20_000])
  }

  @Test func `a message that is too long is cut`() {
    let limits = Self.limits { $0.messageBytes = 14 }
    #expect(Message("Subject: x\n\nab", limits: limits).defects == [])
    let cut = Message("Subject: x\n\nabc", limits: limits)
    #expect(cut.root.text()?.text == "ab")
    #expect(cut.defects == .messageCut)
  }

  @Test func `fields beyond a block's length are passed over, the body is found`() {
    let limits = Self.limits { $0.headerBytes = 20 }
    let message = Message("Subject: x\nTo: a@b.example\n\nbody", limits: limits)
    #expect(message.headers.map(\.name) == ["Subject"])
    #expect(message.root.text()?.text == "body")
    #expect(message.defects == .headerCut)
    let fitting = Self.limits { $0.headerBytes = 26 }
    #expect(Message("Subject: x\nTo: a@b.example\n\nbody", limits: fitting).defects == [])
  }

  @Test func `fields beyond the number are passed over with their continuations`() {
    let limits = Self.limits { $0.fields = 1 }
    let message = Message("Subject: x\n y\nTo: a\n b\n\nbody", limits: limits)
    #expect(message.headers.map(\.text) == ["x y"])
    #expect(message.root.text()?.text == "body")
    #expect(message.defects == .fieldsCut)
  }

  private static func nested(_ count: Int) -> String {
    (0..<count).map { "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n" }.joined()
      + "\ntext"
  }

  @Test func `parts below the lowest level are not taken apart`() {
    #expect(!Message(Self.nested(49)).defects.contains(.levelsCut))
    let cut = Message(Self.nested(50))
    #expect(cut.defects.contains(.levelsCut))
    #expect(cut.parts.map { $0.mediaType.essence } == ["multipart/mixed"])
  }

  @Test func `messages in messages count as levels`() {
    let text = String(repeating: "Content-Type: message/rfc822\n\n", count: 60) + "Subject: x\n\n"
    var message = Message(text)
    var depth = 1
    while let inner = message.root.message {
      message = inner
      depth += 1
    }
    #expect(depth == 50)
    #expect(message.defects == .levelsCut)
  }

  @Test func `parts beyond the number are left as they are`() {
    let parts = String(repeating: "--b\n\nx\n", count: 5)
    let limits = Self.limits { $0.parts = 3 }
    let text = "Content-Type: multipart/mixed; boundary=b\n\n\(parts)--b--\n"
    #expect(Message(text, limits: limits).parts.count == 3)
    #expect(Message(text, limits: limits).defects == .partsCut)
    #expect(Message(text).parts.count == 5)
  }

  @Test func `addresses beyond the number are left out over all fields together`() {
    let limits = Self.limits { $0.addresses = 3 }
    let message = Message(
      "From: a@x.example\nTo: b@x.example, c@x.example, d@x.example\nCc: e@x.example\n\n",
      limits: limits
    )
    let addresses = message.addresses
    #expect(addresses.to.addresses.map(\.localPart) == ["b", "c"])
    #expect(addresses.to.isCut)
    #expect(addresses.cc.addresses == [])
    #expect(message.allDefects == .addressesCut)
    let fitting = Message("To: b@x.example, c@x.example, d@x.example,\n\n", limits: limits)
    #expect(fitting.allDefects == [])
  }

  @Test func `of too many references the first and the last are kept`() {
    let limits = Self.limits { $0.references = 3 }
    let message = Message("References: <a@x> <b@x> <c@x> <d@x>\n\n", limits: limits)
    #expect(message.references.map(\.value) == ["a@x", "c@x", "d@x"])
    #expect(message.allDefects == .referencesCut)
  }

  @Test func `a subject is cut to its length in characters`() {
    let limits = Self.limits { $0.subjectCharacters = 3 }
    #expect(Message("Subject: äöü\n\n", limits: limits).allDefects == [])
    let cut = Message("Subject: äöüß\n\n", limits: limits)
    #expect(cut.subject == "äöü")
    #expect(cut.allDefects == .subjectCut)
  }
}
