import Foundation
import Mail
import TestSupport
import Testing

/// Whatever a mail's bytes are, everything that understands it comes to an end.
@Suite struct DamagedMailTests {
  private static let mail = """
    From: MAILER-DAEMON@example.net
    Authentication-Results: mx.example.net; dkim=pass (a "b") reason="c" header.d=example.com
    Subject: [#C-1] Undelivered Mail 550 5.1.1
    Content-Type: multipart/report; boundary=b

    --b
    Content-Type: text/html

    <p>On 3 May 2026 at 10:15, <a href="cid:x">Ann</a> wrote: &#8364; <blockquote>done 2026-11-20
    --b
    Content-Type: message/delivery-status

    Final-Recipient: rfc822; ann@example.com
    Action: failed
    Status: 5.1.1
    Diagnostic-Code: smtp; 550 5.1.1 <ann@example.com> "unknown"
    --b--
    """

  @Test func `damaged mails are understood without an end of the process`() {
    var generator = SplitMix64(seed: 5)
    let original = Array(Self.mail.utf8)
    let classifier = MessageClassifier(own: OwnMail(key: nil, addresses: ["ann@example.com"]))
    for _ in 0..<400 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...12, using: &generator) {
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: index)
        default: bytes.insert(bytes[index / 2], at: index)
        }
      }
      let message = MessageReader().read(bytes)
      let result = classifier.classify(message)
      #expect(!result.reasons.isEmpty)
      #expect(!SenderTrust.judged(message, server: "mx.example.net").reasons.isEmpty)
      let text = String(decoding: bytes, as: UTF8.self)
      let reply = ReplyText(HypertextText(text).text)
      _ = ReminderAnswer(reply.reply)
      let reduced = ReducedHypertext(text).html
      #expect(ReducedHypertext(reduced).html == reduced)
      #expect(DuplicateKeys(message).content.count == 64)
    }
  }
}
