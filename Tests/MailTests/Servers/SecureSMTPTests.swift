import Foundation
import Importing
import Testing

@testable import Mail

/// Sending over TLS to a server that is written in another language.
///
/// Debian's OpenSMTPD 6.8 cannot use its key with OpenSSL 3, so it is not the server here.
@Suite(
  .enabled(
    if: TestMachine.has("/usr/bin/python3", "/usr/bin/openssl"),
    "\(TestMachine.missing)"
  ),
  .timeLimit(.minutes(2)),
  .serialized
)
struct SecureSMTPTests {
  /// Serves one connection after the other; takes TLS from the start or after STARTTLS, a
  /// login only under TLS, and writes down what it is told.
  private static let server = #"""
    import socket, ssl, sys
    folder, port, secure = sys.argv[1], int(sys.argv[2]), sys.argv[3] == "tls"
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(folder + "/cert.pem", folder + "/key.pem")
    listener = socket.create_server(("127.0.0.1", port))
    while True:
      try:
        connection = listener.accept()[0]
        hidden = secure
        if hidden: connection = context.wrap_socket(connection, server_side=True)
        stream = connection.makefile("rwb")
        def say(text): stream.write(text + b"\r\n"); stream.flush()
        say(b"220 test"); text = False
        while line := stream.readline():
          verb = line[:4].upper()
          with open(folder + "/lines", "ab") as log: log.write(b"%d " % hidden + line)
          if text:
            if line == b".\r\n": text = False; say(b"250 queued")
          elif verb == b"EHLO":
            say(b"250-test\r\n250 AUTH PLAIN XOAUTH2" if hidden else b"250-test\r\n250 STARTTLS")
          elif verb == b"STAR":
            say(b"220 go"); hidden = True
            connection = context.wrap_socket(connection, server_side=True)
            stream = connection.makefile("rwb")
          elif verb == b"AUTH": say(b"334 ")
          elif verb == b"DATA": text = True; say(b"354 go")
          elif b" " not in line.strip() and len(line) > 9: say(b"235 ok")
          else: say(b"250 ok")
      except OSError: pass
    """#

  @Test(arguments: [MailServer.Protection.tls, .startTLS])
  func `a mail goes out under TLS, and the login with it`(
    protection: MailServer.Protection
  ) throws {
    let folder = try TestFolder()
    try TestMachine.makeCertificate(in: folder.path)
    let script = try folder.write(Self.server, to: "server.py")
    let port = try TestMachine.freePort()
    let process = try TestMachine.start(
      "/usr/bin/python3",
      [script, folder.path, "\(port)", protection.rawValue],
      port: port
    )
    defer { TestMachine.end(process) }
    let envelope = try MailEnvelope(sender: "s@y", recipients: ["a@x"])
    var server = MailServer(
      host: "127.0.0.1",
      port: port,
      protection: protection,
      authorities: "\(folder.path)/cert.pem",
      patience: .init(connecting: 10, answer: 20, sending: 30)
    )
    let mail = OutgoingMail(envelope, content: Array("Subject: x\n\nbody\n".utf8))
    let sender = SMTPSender(to: server, as: .password(user: "u", Secret("hunter2")))
    let report = sender.send(mail)
    #expect(report.fault == nil)
    #expect(
      report.deliveries.map(\.outcome) == [.accepted(SendReply(code: 250, text: "queued"))]
    )
    let lines = try folder.read("lines").split(separator: "\r\n")
    #expect(lines.contains("1 Subject: x"))
    #expect(!lines.contains { $0.hasPrefix("0 AUTH") || $0.hasPrefix("0 MAIL") })
    server.authorities = nil
    let untrusted = SMTPSender(to: server).send(mail)
    #expect(untrusted.fault?.problem.code == "smtp.certificate")
    #expect(untrusted.fault?.isPassing == false)
  }
}
