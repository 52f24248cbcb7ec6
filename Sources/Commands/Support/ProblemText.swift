import Importing

/// Problems as people read them.
enum ProblemText {
  /// `file:line:column: severity: message`, then the remedy, each on a line.
  static func block(_ problem: Problem) -> String {
    var text = place(problem) + "\(problem.severity.rawValue): \(problem.message)"
    if let field = problem.field { text += " [\(field)]" }
    return text + "\n  \(problem.remedy)"
  }

  private static func place(_ problem: Problem) -> String {
    var parts = problem.file.map { [$0] } ?? []
    if let place = problem.place {
      parts.append("\(place.line)")
      if let column = place.column { parts.append("\(column)") }
    }
    return parts.isEmpty ? "" : parts.joined(separator: ":") + ": "
  }
}
