#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A socket that listens on this machine; it is closed with the value.
final class LMTPListener {
  let descriptor: Int32
  /// The port it has, or nil for one in the file system.
  let port: Int?
  private let path: String?

  /// Begins to listen.
  ///
  /// - Throws: A ``MailFault``: `lmtp.address`, `lmtp.listen`.
  init(_ address: LMTPAddress) throws {
    try address.check()
    switch address {
    case .socket(let path, let mode):
      descriptor = try Self.local(path, mode)
      port = nil
      self.path = path
    case .port(let number, let host):
      (descriptor, port) = try Self.network(number, host)
      path = nil
    }
  }

  deinit {
    close(descriptor)
    if let path { unsafe unlink(path) }
  }

  private static func local(_ path: String, _ mode: UInt32) throws -> Int32 {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let room = MemoryLayout.size(ofValue: address.sun_path)
    guard path.utf8.count < room else { throw fault(path, ENAMETOOLONG) }
    unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: path.utf8) }
    try removeDead(path, address)
    let descriptor = try open(AF_UNIX, path)
    do {
      try bind(descriptor, address, path)
      guard unsafe chmod(path, mode_t(mode)) == 0 else { throw fault(path, errno) }
      try listen(descriptor, path)
    } catch {
      close(descriptor)
      throw error
    }
    return descriptor
  }

  /// Removes a socket on which nobody listens any more.
  private static func removeDead(_ path: String, _ address: sockaddr_un) throws {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFSOCK else { throw fault(path, EEXIST) }
    let probe = try open(AF_UNIX, path)
    defer { close(probe) }
    let isLive = unsafe pointed(address) { unsafe connect(probe, $0, $1) } == 0
    guard !isLive else { throw fault(path, EADDRINUSE) }
    unsafe unlink(path)
  }

  private static func network(_ port: Int, _ host: String) throws -> (Int32, Int) {
    let place = "\(host):\(port)"
    let descriptor = try open(host == "::1" ? AF_INET6 : AF_INET, place)
    do {
      var yes: Int32 = 1
      let size = socklen_t(MemoryLayout<Int32>.size)
      unsafe setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, size)
      if host == "::1" {
        var address = sockaddr_in6()
        address.sin6_family = sa_family_t(AF_INET6)
        address.sin6_port = in_port_t(UInt16(port).bigEndian)
        unsafe inet_pton(AF_INET6, host, &address.sin6_addr)
        try bind(descriptor, address, place)
      } else {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port).bigEndian)
        unsafe inet_pton(AF_INET, host == "localhost" ? "127.0.0.1" : host, &address.sin_addr)
        try bind(descriptor, address, place)
      }
      try listen(descriptor, place)
      return (descriptor, try Self.port(of: descriptor, place))
    } catch {
      close(descriptor)
      throw error
    }
  }

  /// The port that the system gave; it stands at the same place in both kinds of address.
  private static func port(of descriptor: Int32, _ place: String) throws -> Int {
    var address = sockaddr_in6()
    var size = socklen_t(MemoryLayout<sockaddr_in6>.size)
    let result = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe getsockname(descriptor, $0, &size)
      }
    }
    guard result == 0 else { throw fault(place, errno) }
    return Int(UInt16(bigEndian: address.sin6_port))
  }

  private static func open(_ family: Int32, _ place: String) throws -> Int32 {
    #if canImport(Glibc)
    let descriptor = socket(family, Int32(SOCK_STREAM.rawValue), 0)
    #else
    let descriptor = socket(family, SOCK_STREAM, 0)
    #endif
    guard descriptor >= 0 else { throw fault(place, errno) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    return descriptor
  }

  private static func bind<Address>(
    _ descriptor: Int32,
    _ address: Address,
    _ place: String
  ) throws {
    #if canImport(Glibc)
    let result = unsafe pointed(address) { unsafe Glibc.bind(descriptor, $0, $1) }
    #else
    let result = unsafe pointed(address) { unsafe Darwin.bind(descriptor, $0, $1) }
    #endif
    guard result == 0 else { throw fault(place, errno) }
  }

  private static func listen(_ descriptor: Int32, _ place: String) throws {
    #if canImport(Glibc)
    let result = Glibc.listen(descriptor, 50)
    #else
    let result = Darwin.listen(descriptor, 50)
    #endif
    guard result == 0 else { throw fault(place, errno) }
  }

  private static func pointed<Address, Result>(
    _ address: Address,
    _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
  ) -> Result {
    var address = address
    return unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe body($0, socklen_t(MemoryLayout<Address>.size))
      }
    }
  }

  private static func fault(_ place: String, _ error: Int32) -> MailFault {
    .permanent(
      "lmtp.listen",
      "LMTP cannot listen at \(place): \(Systems.text(of: error)).",
      remedy: "Choose another place, or end the program that has it."
    )
  }
}
