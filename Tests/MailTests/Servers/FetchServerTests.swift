import Foundation
import TestSupport
import Testing

@testable import Mail

/// A mailbox of many mails is fetched while something goes wrong again and again: every mail is in
/// the store exactly once.
@Suite(
  .enabled(if: Dovecot.isPresent, "\(TestMachine.missing)"),
  .timeLimit(.minutes(30)),
  .serialized
)
struct FetchServerTests {
  /// How many mails are fetched; `LIAISON_TEST_MAILS` says otherwise.
  private static let count =
    ProcessInfo.processInfo.environment["LIAISON_TEST_MAILS"].flatMap { Int($0) } ?? 400

  private static let kills = 12
  /// How often a connection is cut before the rest is fetched without a proxy.
  private static let cuts = 25

  private let dovecot: Dovecot
  private let program: Program

  init() throws {
    dovecot = try Dovecot()
    program = try Program()
    program.environment["LIAISON_IMAP_USER"] = "anna"
    program.environment["LIAISON_IMAP_SECRET"] = "env:PASSWORD"
    program.environment["PASSWORD"] = "secret"
    use(port: dovecot.plainPort)
  }

  private func use(port: Int) {
    program.environment["LIAISON_IMAP_SERVER"] = "imap+plain://127.0.0.1:\(port)"
  }

  private func prepare(textSize: Int = 10) throws {
    let text = String(repeating: "Lorem ipsum\r\n", count: textSize / 10)
    try dovecot.deliver(
      (1...Self.count).map { number in
        Array("From: k@acme.example\r\nSubject: Mail \(number)\r\n\r\n\(number) \(text)".utf8)
      }
    )
    let result = try program.run("init", "--organization", "Example IT", "--zone", "Europe/Berlin")
    #expect(result.code == 0, "\(result.errors)")
  }

  /// Fetches what is left, and expects that every mail is there once and flagged as seen.
  private func expectEveryMailOnce(mostQuarantined: Int) throws {
    let last = try program.run("mail", "fetch", "--once", "--quiet")
    #expect(last.code == 0, "\(last.errors)")
    let mails = try program.objects("mail", "list", "--format", "json")
    #expect(mails.count == Self.count)
    #expect(Set(mails.compactMap { $0["sha256"] as? String }).count == Self.count)
    let states = Dictionary(grouping: mails) { $0["state"] as? String ?? "" }.mapValues(\.count)
    #expect((states["waiting"] ?? 0) + (states["quarantined"] ?? 0) == Self.count)
    #expect((states["quarantined"] ?? 0) <= mostQuarantined)
    let flagged = try FileManager.default.contentsOfDirectory(
      atPath: "\(dovecot.folder.path)/mail/anna/cur"
    )
    #expect(flagged.count { $0.hasSuffix("S") } == Self.count)
    let again = try program.run("mail", "fetch", "--once")
    #expect(again.errors == "Took 0 mails.\n")
    #expect(try program.run("journal", "verify").code == 0)
  }

  @Test func `the program is killed`() throws {
    try prepare()
    let liaison = Program.url.path
    var random = SplitMix64(seed: 5)
    for _ in 0..<Self.kills {
      let seconds = "0.\(Int.random(in: 1...9, using: &random))"
      _ = try program.shell("timeout -s KILL \(seconds) \(liaison) mail fetch --once --quiet")
    }
    // Three kills in the midst of one mail make it look like the cause; it waits for a person then.
    try expectEveryMailOnce(mostQuarantined: Self.kills / 3)
  }

  @Test(.enabled(if: TestMachine.has("/usr/bin/python3"), "\(TestMachine.missing)"))
  func `the connection is cut`() throws {
    try prepare()
    let proxy = try CuttingProxy(to: dovecot.plainPort, folder: program.folder.path, seed: 7)
    use(port: proxy.port)
    var codes: Set<Int32> = []
    for _ in 0..<Self.cuts {
      codes.insert(try program.run("mail", "fetch", "--once", "--quiet").code)
    }
    #expect(codes.isSubset(of: [0, 75]), "\(codes)")
    #expect(codes.contains(75))
    use(port: dovecot.plainPort)
    try expectEveryMailOnce(mostQuarantined: 0)
  }

  @Test(.enabled(if: SmallDisk.isPossible, "A file system cannot be mounted here."))
  func `the disk is full`() throws {
    let disk = try SmallDisk(megabytes: 6)
    program.environment["LIAISON_STORE"] = "\(disk.path)/store.sqlite"
    try prepare(textSize: 40_000)
    let full = try program.run("mail", "fetch", "--once", "--quiet")
    #expect(full.code == 74, "\(full.errors)")
    #expect(full.errors.contains("full"), "\(full.errors)")
    #expect(try program.run("journal", "verify").code == 0)
    let stored = try program.objects("mail", "list", "--format", "json").count
    #expect(stored < Self.count)
    try disk.grow(megabytes: 400 + Self.count / 10)
    try expectEveryMailOnce(mostQuarantined: 0)
  }
}
