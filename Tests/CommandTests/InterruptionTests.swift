import Foundation
import TestSupport
import Testing

@testable import Commands

/// What becomes of the store if an import is killed half-way, and who may write meanwhile.
@Suite struct InterruptionTests {
  /// So many, and so long, that the pages changed do not fit the cache of 48 MiB and go to the
  /// log long before the end.
  private static let rows = 100_000
  private static let words = String(repeating: "services ", count: 25)

  /// A list of agreements, the same for the same seed.
  private func list(seed: UInt64) -> Data {
    var generator = SplitMix64(seed: seed)
    var text = Array("Reference,Title,Start,End,Value,Currency,Party\n".utf8)
    text.reserveCapacity(Self.rows * 300)
    for number in 1...Self.rows {
      let party = Int.random(in: 1...5_000, using: &generator)
      let cents = Int.random(in: 10_000...99_999, using: &generator)
      let day = Int.random(in: 10...28, using: &generator)
      text += "K-\(number),Agreement \(number) \(Self.words),2026-01-\(day),2027-12-31,".utf8
      text +=
        "\(cents / 100).\(cents % 100 + 100),EUR,Party \(party)\n".replacing(".1", with: ".")
        .utf8
    }
    return Data(text)
  }

  @Test func `a killed import leaves the store as it was, and others wait for a while`() throws {
    let program = try Program()
    try program.run("init")
    try program.run("party", "add", "P", "Party")
    try program.write(list(seed: 7), to: "list.csv")
    let process = try program.start("import", "list.csv")
    try waitForLog(program, process)
    kill(process.processIdentifier, SIGSTOP)
    let busy = try program.run("party", "add", "Q", "Other")
    #expect(busy.code == 75)
    #expect(
      busy.errors
        == "error: Another process is writing to the store. Nothing was changed; try again.\n"
    )
    #expect(try program.objects("agreement", "list", "--format", "json").isEmpty)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
    let doctor = try program.run("doctor")
    #expect(doctor.code == 0, "\(doctor.output)")
    #expect(try program.objects("agreement", "list", "--format", "json").isEmpty)
    #expect(try program.objects("party", "list", "--format", "json").count == 1)
    let whole = try program.object("import", "list.csv", "--format", "json")
    #expect((whole["agreements"] as? [String: Int])?["new"] == Self.rows)
    #expect(try program.run("journal", "verify").code == 0)
  }

  /// Waits until the import has written into the log, and still runs.
  private func waitForLog(_ program: Program, _ process: Process) throws {
    let log = program.folder.appendingPathComponent("store.sqlite-wal").path
    while process.isRunning {
      let attributes = try? FileManager.default.attributesOfItem(atPath: log)
      if let size = attributes?[.size] as? NSNumber, size.int64Value > 1 << 20 { return }
      usleep(2_000)
    }
    Issue.record("The import ended before it could be killed.")
  }
}
