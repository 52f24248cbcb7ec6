public import Importing

extension Policy {
  /// What came of reading a policy file.
  public struct Reading: Sendable {
    /// The policy with the values in force, or nil if ``problems`` is not empty.
    public var policy: Policy?
    /// Everything that is wrong with the file, in its order, each with line and column.
    public var problems: [Problem]
    /// The title that the file gives itself, or nil.
    public var title: String?
    /// Where its numbers come from, as the file says, or nil.
    public var source: String?
    /// The template from which it starts, or nil for the default.
    public var basedOn: String?
    /// The keys that the file itself names, in its order.
    public var named: [String]
  }

  /// Reads a policy from the bytes of a YAML file.
  ///
  /// A file names only the keys that it changes; the others keep the values of the template named
  /// by `basedOn`, or of the default. Keys are written whole, such as `dueSoon.lead`, or in groups;
  /// both mean the same. Everything that is wrong is collected, with these codes:
  ///
  /// - `policy.key`: a key that is not known, with the nearest one;
  /// - `policy.duplicate`: a key that stands more than once;
  /// - `policy.type`: a list, a group or nothing in place of a value, or the other way round;
  /// - `policy.unit`: a unit that is missing, unknown or not possible for this key;
  /// - `policy.value`: a value that is not possible for this key;
  /// - `policy.order`: values that do not fit each other, such as grades that do not go down;
  /// - `policy.version`: another version of the language;
  /// - `policy.syntax`, `policy.size`, `policy.alias`: text that is not YAML, has more than 65,536
  ///   bytes, or names values for later use.
  public static func read(
    _ bytes: some Collection<UInt8>,
    named file: String,
    templates: PolicyTemplates = .shipped
  ) -> Reading {
    let findings = DataFindings(file: file, subject: "policy")
    var reader = PolicyReader(findings: findings, templates: templates)
    if let root = DataText(findings: findings).root(bytes) { reader.read(root) }
    let problems = findings.sorted
    return Reading(
      policy: problems.isEmpty ? reader.policy : nil,
      problems: problems,
      title: reader.title,
      source: reader.source,
      basedOn: reader.basedOn,
      named: reader.named
    )
  }

  /// Reads a policy from a file.
  ///
  /// A file that cannot be read gives the problem `file.unreadable`. No more of it is read than a
  /// policy can have.
  public static func read(path: String, templates: PolicyTemplates = .shipped) -> Reading {
    if let data = DataFile.bytes(path) {
      return read(data, named: path, templates: templates)
    }
    let problem = Problem(
      "file.unreadable",
      file: path,
      message: "The policy cannot be read.",
      remedy: "Check the path and the permissions."
    )
    return Reading(policy: nil, problems: [problem], named: [])
  }
}
