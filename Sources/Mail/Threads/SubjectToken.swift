/// The mark in a subject line that names a case for people, such as `[#C-2026-0007]`.
///
/// It is not signed, since people type it; it counts only together with the sender.
public enum SubjectToken {
  /// The longest reference in a mark, in characters.
  private static let longest = 40
  /// The most marks that are read from one subject line.
  private static let most = 8

  /// The mark of a reference.
  public static func written(_ reference: String) -> String { "[#\(reference)]" }

  /// The references whose marks stand in a subject line, in their order, each once.
  public static func references(in subject: String) -> [String] {
    var references: [String] = []
    var rest = subject[...]
    while let start = rest.firstRange(of: "[#"), references.count < most {
      rest = rest[start.upperBound...]
      guard let end = rest.firstIndex(of: "]") else { break }
      let reference = String(rest[..<end])
      let isUsable =
        !reference.isEmpty && reference.count <= longest
        && !reference.contains { $0.isWhitespace || $0 == "[" }
      if isUsable, !references.contains(reference) { references.append(reference) }
    }
    return references
  }
}
