import Importing
import Model
import Storage
import Testing

@testable import Intake

extension CivilDay {
  /// A day of the text, which must be right.
  static func of(_ text: String) -> CivilDay {
    guard let day = CivilDay(text) else { preconditionFailure("\(text) is not a day") }
    return day
  }
}

extension WriteRequest {
  /// The request number n: made in minute n of an hour in 2026.
  static func number(_ number: Int, _ command: String = "import") -> WriteRequest {
    WriteRequest(
      actor: "tester",
      command: command,
      recordedAt: "2026-03-01T10:\(number < 10 ? "0" : "")\(number):00Z",
      salt: Array(repeating: UInt8(truncatingIfNeeded: number), count: 16)
    )
  }
}

extension ImportOptions {
  /// Options of the day on which all tests import.
  static var sample: ImportOptions { ImportOptions(importDay: CivilDay.of("2026-03-01").number) }
}

extension ImportReport {
  /// All but the batch, as text.
  var text: String {
    let counts = [outcome.agreements, outcome.amendments, outcome.parties].map { "\($0)" }
    let lines =
      ["\(profile) \(read) \(accepted) \(rejected) \(unusable) \(itemCount)"] + counts
      + sources.map { "\($0.path) \(hexadecimalText($0.digest.sha256))" }
      + items.map { "\($0)" } + problems.map { "\($0)" }
      + problemCounts.sorted { $0.key < $1.key }.map { "\($0)" }
    return lines.joined(separator: "\n")
  }

  /// The records read, accepted and rejected.
  var records: [Int] { [read, accepted, rejected] }

  /// The counts of agreements in the order new, changed, unchanged, vanished, conflicting.
  var agreements: [Int] {
    let counts = outcome.agreements
    return [
      counts.new, counts.changed, counts.unchanged, counts.vanished, counts.conflicting,
    ]
  }
}

extension Store {
  /// The whole store in the native format.
  func export(provenance: Bool = true) throws -> String {
    var bytes: [UInt8] = []
    try exportNative(provenance: provenance) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Every agreement as it is on a day, by reference.
  func agreements(on day: String = "2026-03-01") throws -> [String: AgreementRecord] {
    try read(asOf: AsOf(day: .of(day))) { reader in
      var found: [String: AgreementRecord] = [:]
      try reader.forEachAgreement { found[$0.reference] = $0 }
      return found
    }
  }

  /// The revisions of an agreement as `version effectiveOn changed`.
  func revisions(_ reference: String) throws -> [String] {
    try read(asOf: AsOf(day: .of("2026-03-01"))) { reader in
      let agreement = try #require(try reader.agreement(reference))
      return try reader.revisions(of: agreement.id).map {
        "\($0.version) \($0.effectiveOn) \($0.changed ?? "-")"
      }
    }
  }

  /// Expects that every examination is sound and that the journal fits the rows.
  ///
  /// `exception` names an examination whose findings the source itself has brought.
  func expectSound(
    besides exception: String? = nil,
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    let problems = try examine().filter { $0.name != exception }.flatMap { check in
      check.problems.map { "\(check.name): \($0)" }
    }
    #expect(problems == [], sourceLocation: location)
    let findings = try verifyJournal().findings.map(\.message)
    #expect(findings == [], sourceLocation: location)
  }
}
