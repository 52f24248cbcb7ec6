import Foundation

@testable import Mail

/// A Postfix of its own for one test; it ends with the value.
///
/// Mails to `example.org` go to the Maildir `mail/box`, those to `pipe.example` through a pipe to
/// a program.
final class Postfix {
  static let program = "/usr/sbin/postfix"
  /// Postfix writes only below /var.
  private static let log = "/var/log/liaison-test-postfix.log"
  private static let mostWaiting = 400
  static var isPresent: Bool { TestMachine.has(program, "/usr/lib/postfix/sbin/master") }

  let folder: TestFolder
  let port: Int
  private let process: Process

  /// The Maildir in which mails to `example.org` arrive.
  var maildir: String { "\(folder.path)/mail/box" }

  /// Starts it.
  ///
  /// - Parameters:
  ///   - pipe: The command to which mails to `pipe.example` are piped, as the user `nobody`.
  ///   - settings: More lines for `main.cf`, in place of those before them.
  /// - Throws: What starting it throws.
  init(pipe: String = "/bin/cat", settings: String = "") throws {
    folder = try TestFolder()
    port = try TestMachine.freePort()
    for part in ["queue", "data", "mail", "etc"] { try folder.makeFolder(part) }
    try folder.write(Self.main(folder.path) + settings + "\n", to: "etc/main.cf")
    try folder.write(Self.master(port, pipe), to: "etc/master.cf")
    try TestMachine.shell(
      """
      cd '\(folder.path)'; chmod 755 .; chown postfix data; chown mail:mail mail; chmod 755 queue
      \(Self.program) -c '\(folder.path)/etc' check
      """
    )
    process = try TestMachine.start(
      Self.program,
      ["-c", "\(folder.path)/etc", "start-fg"],
      port: port
    )
  }

  deinit {
    // The program that starts the master does not end it.
    try? TestMachine.shell("kill $(cat '\(folder.path)/queue/pid/master.pid')")
    TestMachine.end(process)
    try? FileManager.default.removeItem(atPath: Self.log)
  }

  /// What sends through it.
  var sender: SMTPSender {
    SMTPSender(
      to: MailServer(
        host: "127.0.0.1",
        port: port,
        protection: .plain,
        patience: .init(connecting: 10, answer: 30, sending: 60)
      )
    )
  }

  /// The mails in the Maildir.
  func arrived() throws -> [[UInt8]] {
    guard FileManager.default.fileExists(atPath: "\(maildir)/cur") else { return [] }
    let mailbox = Maildir(path: maildir)
    return try mailbox.list().entries.compactMap { try mailbox.read($0) }
  }

  /// Waits until something is so, 20 seconds at most.
  static func wait(until isSo: () throws -> Bool) rethrows -> Bool {
    for _ in 0..<mostWaiting {
      if try isSo() { return true }
      poll(nil, 0, 50)
    }
    return false
  }

  private static func main(_ folder: String) -> String {
    """
    compatibility_level = 3.6
    queue_directory = \(folder)/queue
    data_directory = \(folder)/data
    mail_owner = postfix
    setgid_group = postdrop
    myhostname = here.example
    mydestination =
    inet_interfaces = 127.0.0.1
    inet_protocols = ipv4
    mynetworks = 127.0.0.0/8
    maillog_file = \(log)
    recipient_delimiter = +
    virtual_mailbox_domains = example.org
    virtual_mailbox_base = \(folder)/mail
    virtual_mailbox_maps = static:box/
    virtual_minimum_uid = 1
    virtual_uid_maps = static:8
    virtual_gid_maps = static:8
    relay_domains = pipe.example
    transport_maps = inline:{ {pipe.example = piped:} }
    minimal_backoff_time = 1s
    maximal_backoff_time = 2s
    queue_run_delay = 1s
    piped_destination_recipient_limit = 1
    smtpd_recipient_restrictions = permit_mynetworks, reject

    """
  }

  private static func master(_ port: Int, _ pipe: String) -> String {
    """
    \(port) inet n - n - - smtpd
    pickup unix n - n 60 1 pickup
    cleanup unix n - n - 0 cleanup
    qmgr unix n - n 300 1 qmgr
    rewrite unix - - n - - trivial-rewrite
    bounce unix - - n - 0 bounce
    defer unix - - n - 0 bounce
    trace unix - - n - 0 bounce
    verify unix - - n - 1 verify
    flush unix n - n 1000? 0 flush
    proxymap unix - - n - - proxymap
    smtp unix - - n - - smtp
    relay unix - - n - - smtp
    error unix - - n - - error
    retry unix - - n - - error
    discard unix - - n - - discard
    virtual unix - n n - - virtual
    anvil unix - - n - 1 anvil
    scache unix - - n - 1 scache
    postlog unix-dgram n - n - 1 postlogd
    piped unix - n n - 2 pipe flags=DRq user=nobody argv=\(pipe)

    """
  }
}
