/// Proposes how a CSV file is laid out, from its start.
///
/// Nothing here is certain, so nothing here is used without being asked: the proposal goes into
/// the draft of a profile, with reasons for a person to judge.
public enum CSVSniffer {
  /// One thing that was proposed.
  public struct Finding: Sendable, Equatable {
    /// What is proposed.
    public enum Aspect: String, Sendable, CaseIterable {
      case encoding
      case delimiter
      case quote
      case skipRows
      case headerRows
    }

    /// What is proposed.
    public var aspect: Aspect
    /// How sure it is, 0 (a guess) to 100 (certain).
    public var confidence: Int
    /// Why: one sentence with a full stop.
    public var reason: String
  }

  /// A dialect and the reasons for it.
  public struct Proposal: Sendable, Equatable {
    /// The dialect; what was not looked at has its default.
    public var dialect = CSVDialect()
    /// One finding for each aspect, in their order.
    public var findings: [Finding] = []
    /// The names of the columns; numbered `column 1` and so on if there is no header.
    public var columns: [String] = []

    /// The finding for an aspect.
    public subscript(_ aspect: Finding.Aspect) -> Finding? {
      findings.first { $0.aspect == aspect }
    }
  }

  /// The greatest number of bytes that are looked at: 64 KiB.
  public static let sampleBytes = 64 << 10

  /// Proposes a dialect.
  ///
  /// The start is that of the decompressed source; whatever is beyond 64 KiB is not looked at.
  /// If it is not the whole source, the last record is taken to be cut off.
  public static func propose(from start: [UInt8], isWhole: Bool = false) -> Proposal {
    let isCut = !isWhole || start.count > sampleBytes
    let sample = Array(start.prefix(sampleBytes))
    var proposal = Proposal()
    let encoding = encoding(of: sample)
    proposal.dialect.encoding = encoding.value
    proposal.findings.append(encoding.finding)
    let layouts = layouts(of: sample, encoding: encoding.value, isCut: isCut)
    propose(layouts, in: &proposal)
    return proposal
  }

  private static func propose(_ layouts: [Layout], in proposal: inout Proposal) {
    guard let best = layouts.first else { return }
    proposal.dialect.delimiter = best.delimiter
    proposal.dialect.quote = best.quote
    proposal.findings.append(best.delimiterFinding(runnerUp: layouts))
    proposal.findings.append(best.quoteFinding)
    proposal.dialect.skipRows = best.preambleLines
    proposal.findings.append(best.preambleFinding)
    let header = best.header
    proposal.dialect.headerRows = header.rows
    proposal.findings.append(header.finding)
    let first = best.table.first ?? []
    proposal.columns = first.indices.map { header.rows > 0 ? first[$0] : "column \($0 + 1)" }
  }
}
