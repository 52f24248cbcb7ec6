/// A percentage from 0 % to 100 %.
struct ShareForm: PolicyForm {
  var words: String { "a percentage from 0% to 100% with at most four decimals" }

  func text(_ value: Policy.Share) -> String { value.description }

  func read(_ node: DataNode) -> Policy.Share? {
    guard let text = node.text else { return nil }
    if DataNode.wholeNumber(text) != nil {
      node.refuse("“\(text)” has no percent sign.", fault: "unit", value: text)
      return nil
    }
    if text.hasPrefix("-"), Policy.Share.millionths(in: String(text.dropFirst())) != nil {
      node.refuse("“\(text)” is less than 0%.", value: text)
      return nil
    }
    guard let millionths = Policy.Share.millionths(in: text) else {
      node.refuse("“\(text)” is no percentage.", value: text)
      return nil
    }
    guard let share = Policy.Share(millionths: millionths) else {
      node.refuse("“\(text)” is more than 100%.", value: text)
      return nil
    }
    return share
  }
}
