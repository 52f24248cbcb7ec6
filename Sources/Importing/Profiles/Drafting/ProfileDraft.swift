/// A proposal for a profile, with reasons and open questions for a person to judge.
public struct ProfileDraft: Sendable, Equatable {
  /// One column that was given a meaning, or none.
  public struct Column: Sendable, Equatable {
    /// The header cell.
    public var header: String
    /// The meaning proposed, such as `startsOn`, `key` or `supplier name`; nil if none was found.
    public var meaning: String?
    /// How sure it is, 0 (a guess) to 100 (certain).
    public var confidence: Int
    /// Why: one sentence with a full stop.
    public var reason: String
  }

  /// Something that the file alone does not say.
  public struct Question: Sendable, Equatable {
    /// The column it is about, or nil if it is about the file.
    public var column: String?
    /// The question, with a question mark.
    public var question: String
    /// The possible answers as YAML, each with what it would mean for the first cell.
    public var answers: [String]
  }

  /// The profile in YAML; lines that need an answer are comments with a `?`.
  public var yaml: String
  /// What was found about the layout of the file.
  public var layout: [CSVSniffer.Finding]
  /// The columns in their order.
  public var columns: [Column]
  /// What a person has to decide before the profile can be used.
  public var questions: [Question]
  /// The number of rows looked at.
  public var rows: Int

  /// The draft as text for a terminal: YAML, with everything else as comments before it.
  public var text: String {
    var lines = ["# Draft of a profile, from \(rows) rows. Check every line before using it.", "#"]
    lines += layout.map { "# \($0.aspect.rawValue): \($0.reason) (\($0.confidence) %)" }
    lines.append("#")
    for column in columns {
      let meaning = column.meaning ?? "not mapped"
      lines.append("# “\(column.header)” → \(meaning): \(column.reason) (\(column.confidence) %)")
    }
    for question in questions {
      lines.append("#")
      lines.append("# Question: \(question.question)")
      lines += question.answers.map { "#   \($0)" }
    }
    return lines.joined(separator: "\n") + "\n" + yaml
  }
}
