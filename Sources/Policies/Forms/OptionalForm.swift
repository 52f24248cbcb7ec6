import Yams

/// A value or the word `none`.
struct OptionalForm<Form: PolicyForm>: PolicyForm {
  private let form: Form

  init(_ form: Form) { self.form = form }

  var words: String { "\(form.words) or none" }

  func text(_ value: Form.Value?) -> String { value.map(form.text) ?? "none" }

  func read(_ node: DataNode) -> Form.Value?? {
    if case .scalar(let scalar) = node.node, scalar.string == "none" { return .some(nil) }
    return form.read(node).map { .some($0) }
  }
}
