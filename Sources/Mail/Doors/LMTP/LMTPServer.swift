#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Takes mails over from the mail server of this machine (LMTP, RFC 2033).
///
/// One thread serves all connections in turn; a mail is stored before the next is looked at.
/// Who connects is not asked, so it listens on this machine only.
public final class LMTPServer {
  private let listener: LMTPListener
  private let name: String
  private let limits: LMTPSession.Limits
  private let receiver: any LMTPReceiver
  private var connections: [LMTPConnection] = []

  /// The most connections at once; others wait in the system's queue.
  private static let maximumConnections = 50
  /// A silent connection is closed after so many seconds (RFC 5321, section 4.5.3.2.7).
  private static let maximumSilence = 300

  /// Begins to listen; nothing is answered before ``run(clock:until:)``.
  ///
  /// - Parameters:
  ///   - address: Where to listen.
  ///   - name: The name that the server gives itself.
  ///   - maximumSize: The largest mail, in bytes.
  ///   - maximumRecipients: The most recipients of a mail.
  ///   - receiver: Stores the mails.
  /// - Throws: A ``MailFault``: `lmtp.address`, `lmtp.listen`.
  public init(
    _ address: LMTPAddress,
    name: String = "localhost",
    maximumSize: Int = 50_000_000,
    maximumRecipients: Int = 1000,
    receiver: any LMTPReceiver
  ) throws {
    listener = try LMTPListener(address)
    self.name = printable(name.utf8)
    limits = LMTPSession.Limits(size: maximumSize, recipients: maximumRecipients)
    self.receiver = receiver
  }

  /// The TCP port on which it listens, or nil for a socket in the file system.
  public var port: Int? { listener.port }

  /// Serves until it is told to end; mails that are complete are then stored and answered.
  ///
  /// - Parameters:
  ///   - clock: The seconds since any moment, to close connections that are silent.
  ///   - shouldEnd: Asked after each event, and at least once a second.
  public func run(clock: () -> Int, until shouldEnd: () -> Bool) {
    while !shouldEnd() {
      let ready = wait()
      let now = clock()
      for connection in connections where ready.contains(connection.descriptor) {
        connection.serve(at: now)
      }
      connections.removeAll { $0.isOver || now - $0.lastHeard > Self.maximumSilence }
      if ready.contains(listener.descriptor) { accept(at: now) }
    }
    connections = []
  }

  /// Waits up to a second for events; gives the descriptors that have one.
  private func wait() -> Set<Int32> {
    var entries = connections.map { connection in
      let events = connection.hasReplies ? POLLOUT : POLLIN
      return pollfd(fd: connection.descriptor, events: Int16(events), revents: 0)
    }
    if connections.count < Self.maximumConnections {
      entries.append(pollfd(fd: listener.descriptor, events: Int16(POLLIN), revents: 0))
    }
    let count = unsafe poll(&entries, nfds_t(entries.count), 1000)
    guard count > 0 else { return [] }
    return Set(entries.filter { $0.revents != 0 }.map(\.fd))
  }

  private func accept(at now: Int) {
    #if canImport(Glibc)
    let descriptor = Glibc.accept(listener.descriptor, nil, nil)
    #else
    let descriptor = unsafe Darwin.accept(listener.descriptor, nil, nil)
    #endif
    guard descriptor >= 0 else { return }
    let session = LMTPSession(name: name, limits: limits, receiver: receiver)
    connections.append(LMTPConnection(descriptor, session, at: now))
  }
}
