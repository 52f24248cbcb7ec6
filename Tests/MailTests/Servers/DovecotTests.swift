import TestSupport
import Testing

@testable import Mail

@Suite(
  .enabled(if: Dovecot.isPresent, "\(TestMachine.missing)"),
  .timeLimit(.minutes(5)),
  .serialized
)
struct DovecotTests {
  private static let password = MailCredentials.password(user: "anna", Secret("secret"))

  @Test(arguments: MailServer.Protection.allCases)
  func `mails are fetched over every kind of connection`(
    protection: MailServer.Protection
  ) throws {
    let dovecot = try Dovecot()
    let mail = Array("Subject: hello\r\n\r\nbody\r\n".utf8)
    try dovecot.deliver([mail])
    let session = try IMAPSession.connect(to: dovecot.server(protection), as: Self.password)
    #expect(try session.select("INBOX").count == 1)
    var mails: [[UInt8]] = []
    try session.fetch([1]) { _, bytes in mails.append(bytes) }
    #expect(mails == [mail])
    session.logout()
  }

  @Test func `a certificate that nobody vouches for is refused`() throws {
    let dovecot = try Dovecot()
    let server = dovecot.server(.tls, trusting: "/etc/ssl/certs/ca-certificates.crt")
    let words = fault { _ = try IMAPSession.connect(to: server, as: Self.password) }
    #expect(words?.code == "imap.certificate" || words?.code == "imap.authorities")
    #expect(words?.isPassing == false)
  }

  @Test(arguments: [
    MailCredentials.TokenMechanism.any, .oauthBearer, .xoauth2,
  ])
  func `a token opens the mailbox, a wrong one does not`(
    mechanism: MailCredentials.TokenMechanism
  ) throws {
    let dovecot = try Dovecot()
    let server = dovecot.server(.tls)
    let good = MailCredentials.token(user: "anna", Secret("good"), mechanism)
    #expect(try IMAPSession.connect(to: server, as: good).select("INBOX").count == 0)
    let bad = MailCredentials.token(user: "anna", Secret("bad"), mechanism)
    let words = fault { _ = try IMAPSession.connect(to: server, as: bad) }
    #expect(words?.code == "imap.login")
    #expect(words?.isPassing == false)
  }

  @Test func `a wrong password is a fault that stays`() throws {
    let dovecot = try Dovecot()
    let words = fault {
      _ = try IMAPSession.connect(
        to: dovecot.server(.startTLS),
        as: .password(user: "anna", Secret("wrong"))
      )
    }
    #expect(words?.code == "imap.login")
    #expect(words?.isPassing == false)
    #expect(words?.message.contains("AUTHENTICATIONFAILED") ?? false)
  }

  @Test func `hostile and large mails come as they are, and are moved and waited for`() throws {
    let dovecot = try Dovecot()
    var hostile = Array("Subject: x\r\n\r\n".utf8)
    for number in 1...200 {
      hostile += Array("M\(number) OK done\r\n* BYE\r\n* \(number) EXISTS\r\n+ {9}\r\n)\r\n".utf8)
    }
    let large = Array("Subject: y\r\n\r\n".utf8) + [UInt8](repeating: 65, count: 6_000_000)
    try dovecot.deliver([hostile, large + [0x0D, 0x0A]])
    let session = try IMAPSession.connect(to: dovecot.server(.startTLS), as: Self.password)
    _ = try session.select("INBOX")
    var mails: [UInt32: [UInt8]] = [:]
    try session.fetch([1, 2]) { uid, bytes in mails[uid] = bytes }
    #expect(mails[1] == hostile)
    #expect(mails[2]?.count == large.count + 2)
    #expect(try session.sizes(of: [1, 2, 3]) == [1: hostile.count, 2: large.count + 2])
    try session.move([1, 9], to: "Done & erledigt ü")
    #expect(try session.uids(from: 1) == [2])
    #expect(try session.select("Done & erledigt ü").count == 1)
    _ = try session.select("INBOX")
    #expect(try !session.idle(seconds: 1))
    let delivery = Background { [port = dovecot.deliveryPort] in
      LocalClient.talk(
        port: port,
        "LHLO x\r\nMAIL FROM:<>\r\nRCPT TO:<anna>\r\nDATA\r\nSubject: z\r\n\r\n.\r\nQUIT\r\n"
      )
    }
    let hasNews = try (0..<10).contains { _ in try session.idle(seconds: 5) }
    #expect(hasNews)
    #expect(try session.uids(from: 3).count == 1)
    #expect(try session.present(of: [1, 2, 3]) == [2, 3])
    #expect(delivery.wait()?.contains("Saved") ?? false)
    session.logout()
  }

  @Test func `2,000 mails come exactly once though the connection breaks again and again`() throws {
    let dovecot = try Dovecot()
    try dovecot.deliver(
      (0..<2000).map { number in
        Array("Subject: \(number)\r\n\r\nM\(number % 9) OK done\r\nbody\r\n".utf8)
      }
    )
    var random = SplitMix64(seed: 20_261_126)
    var stored: [String: Int] = [:]
    var state: FetchState?
    var attempts = 0
    let fetch = MailboxFetch(aftermath: .moved(to: "Done"))
    while attempts < 2000 {
      attempts += 1
      do {
        let connection = try CurlConnection(
          dovecot.server(.plain),
          scheme: "imap",
          credentials: Self.password,
          dialogue: CurlDialogue()
        )
        let length = Int.random(in: 50...60_000, using: &random)
        let session = IMAPSession(
          CuttingConnection(connection, after: length),
          patience: 30,
          limits: IMAPLimits()
        )
        _ = try fetch.run(
          session,
          from: state,
          store: { mail in
            guard case .bytes(let bytes) = mail.content else { return false }
            let subject = String(decoding: bytes.prefix { $0 != 0x0D }, as: UTF8.self)
            stored[subject, default: 0] += 1
            state = mail.state(isReadable: true)
            return true
          },
          save: { state = $0 }
        )
        break
      } catch let fault as MailFault where fault.isPassing {}
    }
    #expect(stored.count == 2000)
    #expect(stored.values.allSatisfy { $0 == 1 })
    #expect(attempts > 10)
    let session = try IMAPSession.connect(to: dovecot.server(.plain), as: Self.password)
    #expect(try session.select("INBOX").count == 0)
    #expect(try session.select("Done").count == 2000)
  }
}
