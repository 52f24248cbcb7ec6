/// One examination of the store and what it found.
public struct DoctorCheck: Sendable, Equatable {
  /// A stable name of one word or two, such as `foreignKeys`.
  public var name: String
  /// What was looked at, for people.
  public var title: String
  /// What is wrong, a sentence each; at most 20, then one that counts the rest.
  public var problems: [String]
  /// What to do about it; nil if nothing is wrong.
  public var remedy: String?

  /// Whether nothing is wrong.
  public var isSound: Bool { problems.isEmpty }

  init(_ name: String, _ title: String, _ problems: [String], remedy: String) {
    self.name = name
    self.title = title
    let shown = problems.prefix(20)
    let rest = problems.count - shown.count
    self.problems = shown + (rest > 0 ? ["There are \(rest) more."] : [])
    self.remedy = problems.isEmpty ? nil : remedy
  }
}
