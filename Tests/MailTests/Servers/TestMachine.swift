import Foundation

@testable import Mail

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What tests with real servers need of the machine.
enum TestMachine {
  /// Whether the programs are there and may be started as other users.
  static func has(_ programs: String...) -> Bool {
    let isAutomatic = ProcessInfo.processInfo.environment["CI"] == "true"
    return !isAutomatic && geteuid() == 0
      && programs.allSatisfy(FileManager.default.isExecutableFile(atPath:))
  }

  /// What a skipped test says.
  static let missing = "The servers are not installed, or this is not root, or CI is true."

  /// A TCP port that nobody has at the moment.
  static func freePort() throws -> Int {
    try LMTPListener(.port(0, host: "127.0.0.1")).port ?? 0
  }

  /// Starts a server and waits until it listens.
  static func start(_ path: String, _ arguments: [String], port: Int) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try unblocked { try process.run() }
    for _ in 0..<200 {
      if listens(port) { break }
      poll(nil, 0, 50)
    }
    return process
  }

  /// Tests run on threads that block signals, which a started program would inherit.
  private static func unblocked(_ body: () throws -> Void) rethrows {
    var none = sigset_t()
    var old = sigset_t()
    unsafe sigemptyset(&none)
    unsafe pthread_sigmask(SIG_SETMASK, &none, &old)
    defer { unsafe pthread_sigmask(SIG_SETMASK, &old, nil) }
    try body()
  }

  /// Ends a server that a test has started: asks it to, and after five seconds makes it.
  static func end(_ process: Process) {
    process.terminate()
    for _ in 0..<100 {
      guard process.isRunning else { return }
      poll(nil, 0, 50)
    }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  private static func listens(_ port: Int) -> Bool {
    #if canImport(Glibc)
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
    let descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(port).bigEndian)
    unsafe inet_pton(AF_INET, "127.0.0.1", &address.sin_addr)
    let status = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    return status == 0
  }

  /// Runs a line of the shell to its end.
  static func shell(_ line: String) throws {
    let program = ProgramRun(
      path: "/bin/sh",
      arguments: ["-ec", line],
      environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"]
    )
    _ = try program.run(patience: 60, keepsErrors: true)
  }

  /// Makes a key and a certificate for 127.0.0.1 that signs itself, `key.pem` and `cert.pem`.
  static func makeCertificate(in folder: String) throws {
    try shell(
      """
      openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost \
        -addext 'subjectAltName=DNS:localhost,IP:127.0.0.1' \
        -keyout '\(folder)/key.pem' -out '\(folder)/cert.pem'
      """
    )
  }
}
