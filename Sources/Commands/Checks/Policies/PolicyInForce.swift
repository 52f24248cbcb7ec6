import Importing
import Model
import Policies
import Rules
import Storage

/// The policy that a store goes by, as of a day.
struct PolicyInForce {
  /// The reference of the one record that holds the policy.
  static let reference = "policy"

  /// The thresholds.
  let policy: Policy
  /// The day from which they hold; nil for the default that comes with the program.
  let effectiveOn: String?
  /// Who approved them, or nil.
  let approvedBy: String?

  /// Reads the policy that holds on the reader's day; the default if nobody stored one.
  ///
  /// - Throws: ``CommandError`` with exit code 78 if a stored one cannot be read by this program.
  init(_ reader: Reader) throws {
    var record: RecordText?
    try reader.forEachText(of: PolicyVersion.type, reference: Self.reference) { record = $0 }
    guard let record else {
      (policy, effectiveOn, approvedBy) = (Policy(), nil, nil)
      return
    }
    policy = try Self.read(record)
    effectiveOn = record.effectiveOn
    approvedBy = record.value("approvedBy", of: PolicyVersion.type)?.text
  }

  private static func read(_ record: RecordText) throws -> Policy {
    let content = record.value("content", of: PolicyVersion.type)?.text ?? ""
    let reading = Policy.read(Array(content.utf8), named: "policy")
    if let policy = reading.policy { return policy }
    let problem = reading.problems.first.map { " \($0.message)" } ?? ""
    throw CommandError(
      message: "The stored policy cannot be read.\(problem) Apply a policy that this program "
        + "knows: liaison policy apply FILE.",
      code: 78
    )
  }
}

extension RecordText {
  /// A fact by its name, or nil if there is none.
  func value(_ name: String, of type: RecordType) -> FieldValue? {
    guard let index = type.fields.firstIndex(where: { $0.name == name }) else { return nil }
    return values[index]
  }
}

extension FieldValue {
  /// The text of a value that is text, or nil.
  var text: String? {
    if case .text(let text) = self { text } else { nil }
  }
}
