import Foundation
import Synchronization

@testable import Mail

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A server on loopback that says what a script answers to each line; it ends with the value.
///
/// After an answer that begins with 354 it takes lines silently up to a full stop alone, and
/// gives the script that full stop.
final class ScriptedServer: Sendable {
  /// An answer that closes the connection.
  static let hangUp = "\u{0}"

  let port: Int
  private let listener: Listener
  private let log = Mutex<[String]>([])

  /// The listener, which only the thread of the server uses once that runs.
  private final class Listener: @unchecked Sendable {
    let inner: LMTPListener
    let isEnded = Mutex(false)
    init(_ inner: LMTPListener) { self.inner = inner }
  }

  /// Begins to serve.
  ///
  /// - Parameters:
  ///   - greeting: What is said first; empty for nothing.
  ///   - answer: The answer to a line without its end; empty for silence.
  /// - Throws: A ``MailFault`` if it cannot listen.
  init(greeting: String, answer: @escaping @Sendable (String) -> String) throws {
    let inner = try LMTPListener(.port(0, host: "127.0.0.1"))
    port = inner.port ?? 0
    listener = Listener(inner)
    let listener = listener
    Thread.detachNewThread { [weak self] in
      while !listener.isEnded.withLock({ $0 }) {
        guard Systems.wait(listener.inner.descriptor, for: POLLIN, milliseconds: 50) == .ready
        else { continue }
        let descriptor = accept(listener.inner.descriptor, nil, nil)
        guard descriptor >= 0 else { continue }
        Self.serve(descriptor, greeting, listener) { line in
          self?.log.withLock { $0.append(line) }
          return answer(line)
        }
        close(descriptor)
      }
    }
  }

  deinit { listener.isEnded.withLock { $0 = true } }

  /// The lines that came, without the text of mails.
  var lines: [String] { log.withLock { $0 } }

  private static func serve(
    _ descriptor: Int32,
    _ greeting: String,
    _ listener: Listener,
    _ answer: (String) -> String
  ) {
    guard greeting.isEmpty || Systems.write(Array(greeting.utf8), to: descriptor) else { return }
    var waiting: [UInt8] = []
    var isText = false
    while !listener.isEnded.withLock({ $0 }) {
      guard Systems.wait(descriptor, for: POLLIN, milliseconds: 50) == .ready else { continue }
      var piece = [UInt8](repeating: 0, count: 4096)
      let count = Systems.read(descriptor, into: &piece)
      guard count > 0 else { return }
      waiting += piece[..<count]
      while let end = waiting.firstIndex(of: 0x0A) {
        let line = String(decoding: waiting[..<end], as: UTF8.self).trimmingCharacters(
          in: .whitespacesAndNewlines
        )
        waiting.removeFirst(end + 1)
        guard !isText || line == "." else { continue }
        let reply = answer(line)
        guard reply != hangUp else { return }
        isText = reply.hasPrefix("354")
        guard reply.isEmpty || Systems.write(Array(reply.utf8), to: descriptor) else { return }
      }
    }
  }
}
