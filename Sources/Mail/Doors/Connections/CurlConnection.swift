import CCurl

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A connection that libcurl opens, protects and logs in, and that is then a stream of bytes.
///
/// It is CURLOPT_CONNECT_ONLY with curl_easy_send and curl_easy_recv: libcurl's own IMAP
/// transfers lose what is longer than a buffer and take lines of a mail for replies.
final class CurlConnection: ByteConnection {
  private let handle: CurlHandle
  private let socket: curl_socket_t
  private let patience: Int
  private let fault: CurlFault
  private var piece = [UInt8](repeating: 0, count: 64 << 10)

  /// Connects and logs in.
  ///
  /// - Parameters:
  ///   - server: The server.
  ///   - scheme: `imap`.
  ///   - credentials: Who the program is.
  ///   - options: Login options other than those of the credentials, or nil.
  ///   - dialogue: Is given the server's lines.
  /// - Throws: A ``MailFault``.
  init(
    _ server: MailServer,
    scheme: String,
    credentials: MailCredentials,
    options: String? = nil,
    dialogue: CurlDialogue
  ) throws {
    handle = try CurlHandle(server, scheme: scheme)
    patience = server.patience.answer
    fault = CurlFault(server: server, scheme: scheme, dialogue: dialogue)
    try handle.set(credentials)
    if let options { try handle.set(CURLOPT_LOGIN_OPTIONS, options) }
    try handle.set(CURLOPT_CONNECT_ONLY, 1)
    try dialogue.listen(to: handle)
    let code = handle.perform()
    guard code == CURLE_OK else { throw fault.fault(code) }
    var socket: curl_socket_t = -1
    guard unsafe curl_get_socket(handle.raw, &socket) == CURLE_OK, socket >= 0 else {
      throw fault.fault(CURLE_RECV_ERROR)
    }
    self.socket = socket
  }

  func send(_ bytes: [UInt8]) throws {
    var start = 0
    while start < bytes.count {
      var count = 0
      let code = unsafe bytes.withUnsafeBytes { buffer in
        unsafe curl_easy_send(
          handle.raw,
          buffer.baseAddress.map { unsafe $0 + start },
          buffer.count - start,
          &count
        )
      }
      start += count
      if code == CURLE_AGAIN {
        try waitToSend()
      } else if code != CURLE_OK {
        throw fault.fault(code)
      }
    }
  }

  private func waitToSend() throws {
    switch Systems.wait(socket, for: POLLOUT, milliseconds: Int32(clamping: patience * 1000)) {
    case .timedOut: throw fault.fault(CURLE_OPERATION_TIMEDOUT)
    case .ready, .interrupted: break
    }
  }

  func receive(within seconds: Int) throws -> ReceivedBytes {
    while true {
      var count = 0
      let code = unsafe piece.withUnsafeMutableBytes { buffer in
        unsafe curl_easy_recv(handle.raw, buffer.baseAddress, buffer.count, &count)
      }
      if code == CURLE_OK { return count > 0 ? .bytes(Array(piece[..<count])) : .closed }
      // A connection that was found dead is no longer one that can be read.
      if code == CURLE_UNSUPPORTED_PROTOCOL || code == CURLE_RECV_ERROR { return .closed }
      guard code == CURLE_AGAIN else { throw fault.fault(code) }
      switch Systems.wait(socket, for: POLLIN, milliseconds: Int32(clamping: seconds * 1000)) {
      case .timedOut: return .timedOut
      case .interrupted: return .interrupted
      case .ready: break
      }
    }
  }
}
