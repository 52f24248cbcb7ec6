import Model
import TestSupport
import Testing

@testable import Rules

/// What holds for a run over any files.
@Suite struct CheckPropertyTests {
  private static let day = "2025-06-30"
  private static let parties = 12

  /// What a run found, without what cannot be compared.
  private struct Found: Equatable {
    let findings: [CheckFinding]
    let kept: [CheckFinding]
    let counts: [[RuleResult: Int]]

    init(_ outcome: CheckOutcome) {
      findings = outcome.findings
      kept = outcome.kept
      counts = outcome.rules.map(\.counts)
    }
  }

  private func check(_ files: some Sequence<RelationshipFile>, _ context: RuleContext) -> Check {
    var check = Check(Rule.all, context, keepsAll: true)
    for file in files { check.take(file) }
    return check
  }

  private func found(_ check: Check) -> Found {
    var check = check
    return Found(check.finish())
  }

  @Test(arguments: 0..<20)
  func `the order of the files does not matter`(seed: Int) throws {
    var generated = GeneratedFiles(seed: seed)
    let files = try generated.files(Self.parties, on: Self.day)
    let context = try generated.context(on: Self.day, parties: Self.parties)
    let inOrder = found(check(files, context))
    #expect(!inOrder.findings.isEmpty)
    #expect(found(check(files.reversed(), context)) == inOrder)
    for _ in 0..<3 { #expect(found(check(generated.shuffled(files), context)) == inOrder) }
  }

  @Test(arguments: 0..<20)
  func `two runs over a part each, merged, find what one run finds`(seed: Int) throws {
    var generated = GeneratedFiles(seed: seed)
    let files = try generated.files(Self.parties, on: Self.day)
    let context = try generated.context(on: Self.day, parties: Self.parties)
    let whole = found(check(files, context))
    for border in [0, 1, Self.parties / 2, Self.parties] {
      let first = check(files[..<border], context)
      let second = check(files[border...], context)
      for (left, right) in [(first, second), (second, first)] {
        var merged = left
        merged.merge(right)
        #expect(found(merged) == whole)
      }
    }
  }

  @Test(arguments: 0..<20)
  func `no two findings have one key`(seed: Int) throws {
    var generated = GeneratedFiles(seed: seed)
    let files = try generated.files(Self.parties, on: Self.day)
    let outcome = found(check(files, try RuleSamples.context(on: Self.day)))
    let all = outcome.findings + outcome.kept
    let twins = Dictionary(grouping: all, by: \.key).values.filter { $0.count > 1 }
    #expect(twins.map { $0.map(\.judgement.message) } == [])
  }
}
