public import Importing

/// Keeps what an importer hands over, as text that tests can compare.
public final class CollectingSink: DraftSink {
  /// The drafts as they were handed over.
  public private(set) var drafts: [Draft] = []
  /// The records of kinds as they were handed over.
  public private(set) var records: [RecordDraft] = []
  /// The records that were rejected, with their problems.
  public private(set) var rejected: [(record: RejectedRecord, problems: [Problem])] = []
  /// The problems that rejected no record.
  public private(set) var notes: [Problem] = []

  /// Makes an empty sink.
  public init() {}

  /// Keeps a copy of the draft.
  public func take(_ draft: inout Draft) throws { drafts.append(draft) }

  /// Keeps the record.
  public func take(_ record: RecordDraft) throws { records.append(record) }

  /// Keeps the rejected record.
  public func reject(_ record: RejectedRecord, because problems: [Problem]) throws {
    rejected.append((record, problems))
  }

  /// Keeps the problem.
  public func note(_ problem: Problem) throws { notes.append(problem) }

  /// The drafts, one line of JSON each, every line ended.
  public var draftLines: String { drafts.map { $0.dump + "\n" }.joined() }

  /// Everything: drafts, then records of kinds, then rejected records with their problems, then notes.
  public var dump: String {
    var lines = draftLines + records.map { $0.dump + "\n" }.joined()
    for (record, problems) in rejected {
      var line = JSONLine()
      line.add("rejected", raw: record.place.dump)
      line.add("raw", text: String(decoding: record.raw, as: UTF8.self))
      if !record.header.isEmpty {
        line.add("header", text: String(decoding: record.header, as: UTF8.self))
      }
      line.add("problems", raw: JSONLine.list(problems.map(\.dump)))
      lines += line.object + "\n"
    }
    for problem in notes {
      var line = JSONLine()
      line.add("note", raw: problem.dump)
      lines += line.object + "\n"
    }
    return lines
  }
}
