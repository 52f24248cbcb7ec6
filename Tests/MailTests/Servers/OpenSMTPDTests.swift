import Foundation
import Testing

@testable import Mail

/// Where it listens for commands, which no configuration can change.
private let openSMTPDSocket = "/var/run/smtpd.sock"

/// An OpenSMTPD with a configuration of its own hands over to the LMTP server under test.
@Suite(
  .enabled(
    if: TestMachine.has("/usr/sbin/smtpd")
      && !FileManager.default.fileExists(atPath: openSMTPDSocket),
    "\(TestMachine.missing)"
  ),
  .timeLimit(.minutes(2)),
  .serialized
)
struct OpenSMTPDTests {
  @Test func `a mail goes out by SMTP and comes in by LMTP as it was`() throws {
    let folder = try TestFolder()
    let receiver = PretendReceiver()
    let lmtp = try LMTPServer(.port(0, host: "127.0.0.1"), receiver: receiver)
    let port = try TestMachine.freePort()
    try folder.write(Self.configuration(port, lmtp.port ?? 0), to: "smtpd.conf")
    try TestMachine.shell("chmod 600 '\(folder.path)/smtpd.conf'")
    let process = try TestMachine.start(
      "/usr/sbin/smtpd",
      ["-d", "-f", "\(folder.path)/smtpd.conf"],
      port: port
    )
    defer { Self.end(process) }
    let sender = SMTPSender(
      to: MailServer(
        host: "127.0.0.1",
        port: port,
        protection: .plain,
        patience: .init(connecting: 10, answer: 30, sending: 60)
      )
    )
    let envelope = try MailEnvelope(sender: "", recipients: ["anna@here.example"])
    let text = "Subject: dots\r\nMessage-ID: <1@x>\r\nDate: Thu, 26 Nov 2026 07:00:00 +0000\r\n"
    let report = sender.send(
      OutgoingMail(envelope, content: Array((text + "\r\n.\r\n..two\r\nend\r\n").utf8))
    )
    #expect(report.fault == nil)
    #expect(report.deliveries.map(\.outcome.reply.code) == [250])
    var rounds = 0
    lmtp.run(
      clock: { 0 },
      until: {
        rounds += 1
        return !receiver.mails.isEmpty || rounds > 60
      }
    )
    // The queue is one for the whole machine: what a test left there that was cut off comes as well.
    #expect(Set(receiver.mails.map(\.recipients)) == [["anna@here.example"]])
    let received = receiver.mails.first.map { String(decoding: $0.content, as: UTF8.self) } ?? ""
    #expect(received.replacing("\r\n", with: "\n").hasSuffix("\n.\n..two\nend\n"))
  }

  /// Its socket lies at a fixed place and would be taken for that of a running server.
  private static func end(_ process: Process) {
    TestMachine.end(process)
    try? FileManager.default.removeItem(atPath: openSMTPDSocket)
  }

  private static func configuration(_ port: Int, _ lmtp: Int) -> String {
    """
    listen on 127.0.0.1 port \(port) hostname here.example
    table users { "@" = nobody }
    action "hand" lmtp "127.0.0.1:\(lmtp)" rcpt-to virtual <users>
    match from any for any action "hand"
    """
  }
}
