/// One key of a policy file: its name, what may be written, what it means, and its property.
public struct PolicyKey: Sendable {
  /// The words with points between them that stand in the file, such as `dueSoon.lead`.
  public let name: String
  /// What may be written, such as `calendar days, 0d to 3650d`.
  public let values: String
  /// What the key decides: one or more sentences.
  public let sentence: String
  /// The default as it is written.
  public let standard: String

  private let write: @Sendable (Policy) -> String
  private let assign: @Sendable (DataNode, inout Policy) -> Void

  /// Ties a key to the property that holds its value.
  init<Form: PolicyForm>(
    _ name: String,
    _ path: any WritableKeyPath<Policy, Form.Value> & Sendable,
    _ form: Form,
    _ sentence: String
  ) {
    self.name = name
    self.sentence = sentence
    values = form.words
    standard = form.text(Policy()[keyPath: path])
    write = { form.text($0[keyPath: path]) }
    assign = { node, policy in
      if let value = form.read(node) { policy[keyPath: path] = value }
    }
  }

  /// The value of a policy as it is written in a file.
  public func text(in policy: Policy) -> String { write(policy) }

  /// Reads the value of a key into a policy; what does not fit is noted and changes nothing.
  func read(_ node: DataNode, into policy: inout Policy) {
    assign(node.advised("Write \(values), such as “\(name): \(standard)”."), &policy)
  }
}

/// What may be written for a key, and how.
protocol PolicyForm<Value>: Sendable {
  associatedtype Value: Sendable

  /// What may be written, for the middle of a sentence.
  var words: String { get }

  /// Reads a value; what does not fit is noted and gives nil.
  func read(_ node: DataNode) -> Value?

  /// The value as it is written, the same for equal values.
  func text(_ value: Value) -> String
}

extension PolicyKey {
  /// The key of that name, or nil.
  public static func named(_ name: String) -> PolicyKey? { all.first { $0.name == name } }
}
