public import Importing
import Testing

/// What every importer promises (see `Importer`), as checks over sample files.
///
/// A suite of an importer calls ``checkPromises(_:sample:)`` for each of its fixtures and
/// ``checkMutations(_:sample:seed:)`` for 200 seeds.
public enum ImporterContract {
  /// What came of one reading.
  public struct Outcome {
    /// What was handed over.
    public var sink: CollectingSink
    /// What was thrown, if anything.
    public var failure: (any Error)?

    /// All of it as text.
    public var dump: String {
      sink.dump + ((failure as? Problem).map { "{\"thrown\":\($0.dump)}\n" } ?? "")
    }
  }

  /// Reads the bytes in one go.
  public static func read(
    _ importer: any Importer,
    _ bytes: [UInt8],
    named file: String = "sample"
  ) -> Outcome {
    let sink = CollectingSink()
    do {
      try importer.read(MemorySource(bytes), named: file, into: sink)
      return Outcome(sink: sink)
    } catch {
      return Outcome(sink: sink, failure: error)
    }
  }

  /// Checks everything that one valid sample can show.
  public static func checkPromises(_ importer: any Importer, sample: [UInt8]) {
    checkRepetition(importer, sample)
    #expect(importer.recognizes(start: Array(sample.prefix(65_536))))
    #expect(!importer.recognizes(start: []))
    let empty = read(importer, [])
    #expect(empty.sink.drafts.isEmpty)
    #expect(empty.failure == nil || empty.failure is Problem)
    for cut in cuts(sample.count) { checkOutcome(read(importer, Array(sample.prefix(cut)))) }
    checkOutcome(read(importer, sample.flatMap { [$0, 0] }))
    checkOutcome(read(importer, [0xFF, 0xFE] + sample))
    checkOutcome(read(importer, sample.map { $0 ^ 0x80 }))
  }

  /// Checks that changed, lost and added bytes do no harm, at places that the seed decides.
  public static func checkMutations(_ importer: any Importer, sample: [UInt8], seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    var bytes = sample
    for _ in 0..<Int.random(in: 1...12, using: &generator) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
      default:
        let end = min(bytes.count, place + Int.random(in: 1...200, using: &generator))
        bytes.removeSubrange(place..<end)
      }
    }
    checkRepetition(importer, bytes)
  }

  private static func checkRepetition(_ importer: any Importer, _ bytes: [UInt8]) {
    let first = read(importer, bytes)
    checkOutcome(first)
    #expect(first.dump == read(importer, bytes).dump)
  }

  /// Places at which a sample is cut off: all of a short one, else about 200.
  private static func cuts(_ count: Int) -> [Int] {
    Array(stride(from: 0, to: count, by: max(1, count / 200)))
  }

  private static func checkOutcome(_ outcome: Outcome) {
    if let failure = outcome.failure {
      let problem = failure as? Problem
      #expect(problem != nil, "\(failure) is no Problem.")
      check(problem.map { [$0] } ?? [])
    }
    var taken: [String: Int] = [:]
    for draft in outcome.sink.drafts {
      #expect(draft.place.line >= 1)
      if let record = draft.place.record { taken["\(record)", default: 0] += 1 }
    }
    for record in outcome.sink.records {
      #expect(record.place.line >= 1)
      #expect(record.values.allSatisfy { $0.place.line >= 1 })
      if let number = record.place.record { taken["\(number)", default: 0] += 1 }
    }
    for (record, problems) in outcome.sink.rejected {
      #expect(record.place.line >= 1)
      #expect(problems.contains { $0.severity == .error })
      if let number = record.place.record { taken["\(number)", default: 0] += 1 }
      check(problems)
    }
    #expect(taken.values.allSatisfy { $0 == 1 }, "A record was handed over or rejected twice.")
    check(outcome.sink.notes)
  }

  private static func check(_ problems: [Problem]) {
    for problem in problems {
      #expect(problem.code.contains("."), "\(problem.code)")
      #expect(problem.message.hasSuffix("."), "\(problem.message)")
      #expect(problem.remedy.hasSuffix("."), "\(problem.remedy)")
      #expect((problem.place?.line ?? 1) >= 1)
    }
  }
}
