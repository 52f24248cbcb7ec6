import Importing

/// What a draft of a profile was concluded from, for people.
enum DraftText {
  /// The findings, the questions, and what to do next.
  static func findings(_ draft: ProfileDraft, file: String, out: String?) -> String {
    var lines = ["Looked at \(draft.rows) rows of \(file)."]
    lines += draft.layout.map { "  \($0.aspect.rawValue): \($0.reason) (\($0.confidence) %)" }
    for column in draft.columns {
      let meaning = column.meaning ?? "not mapped"
      lines.append("  “\(column.header)” → \(meaning): \(column.reason) (\(column.confidence) %)")
    }
    lines += questions(draft.questions)
    return (lines + next(draft, file: file, out: out)).joined(separator: "\n") + "\n"
  }

  private static func questions(_ questions: [ProfileDraft.Question]) -> [String] {
    guard !questions.isEmpty else { return ["", "Nothing is left to decide."] }
    var lines = ["", "Left to decide, each a comment with ? in the profile:"]
    for question in questions {
      lines.append("  \(question.question)")
      lines += question.answers.map { "    \($0)" }
    }
    return lines
  }

  private static func next(_ draft: ProfileDraft, file: String, out: String?) -> [String] {
    let file = ShellText.word(file)
    guard let out else {
      return ["", "Next: keep it with --out FILE, correct it, and check it."]
    }
    let profile = ShellText.word(out)
    return [
      "", "Wrote \(out). Look at every line of it, then:",
      "  liaison profile check \(profile) \(file)",
      "  liaison import \(file) --profile \(profile) --dry-run",
    ]
  }
}

/// Words for a POSIX shell.
enum ShellText {
  /// The text as one word, in quotation marks only if it needs them.
  static func word(_ text: String) -> String {
    let plain = text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0)
        || "-_./,:+@%=".unicodeScalars.contains($0)
    }
    guard !plain || text.isEmpty else { return text }
    return "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
