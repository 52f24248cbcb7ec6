/// Where the LMTP server listens: on this machine only.
public enum LMTPAddress: Sendable, Equatable {
  /// A socket in the file system, with the mode that says who may connect (0o600, 0o660).
  case socket(path: String, mode: UInt32)
  /// A TCP port (0 lets the system choose) on an address of this machine.
  case port(Int, host: String)

  /// Reads `/path/of/socket`, `port` or `host:port`.
  ///
  /// - Throws: A ``MailFault`` with code `lmtp.address` for what is none of these or no
  ///   address of this machine.
  public init(_ text: String) throws {
    if text.hasPrefix("/") {
      self = .socket(path: text, mode: 0o600)
      return
    }
    let colon = text.lastIndex(of: ":")
    var host = colon.map { String(text[..<$0]) } ?? "127.0.0.1"
    if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
    let digits = colon.map { text[text.index(after: $0)...] } ?? text[...]
    guard let port = Int(digits), 0...65_535 ~= port else { throw Self.fault(text) }
    self = .port(port, host: host)
    try check()
  }

  /// Refuses an address that others than this machine can reach.
  func check() throws {
    guard case .port(_, let host) = self, !LoopbackHost.contains(host) else { return }
    throw Self.fault(host)
  }

  private static func fault(_ text: String) -> MailFault {
    .permanent(
      "lmtp.address",
      "LMTP does not listen at “\(printable(text.utf8))”, which is no address of this machine.",
      remedy: "Give the path of a socket, or 127.0.0.1 and a port; LMTP has no passwords."
    )
  }
}
