/// A notification in JSON inside a mail, as the mail services of Amazon send them.
struct DeliveryNotification {
  /// What a notification is about.
  enum Kind: String {
    case bounce = "Bounce"
    case complaint = "Complaint"
    case delivery = "Delivery"
  }

  private static let mark = NeedleSet(["notificationType"])

  /// What the notification is about.
  let kind: Kind
  private let text: String

  /// Finds a notification in the words of a mail; nil if there is none.
  init?(_ notice: String) {
    guard Self.mark.isFound(in: notice) else { return nil }
    let plain = notice.replacing("\\\"", with: "\"").filter { !$0.isNewline }
    guard let name = Self.values("notificationType", in: plain[...]).first,
      let kind = Kind(rawValue: name)
    else { return nil }
    self.kind = kind
    text = plain
  }

  /// What is said of each recipient.
  var evidence: [RecipientEvidence] {
    let list = Self.part(of: text, from: kind == .delivery ? "\"recipients\"" : "Recipients\"")
    let statuses = Self.values("status", in: list)
    let answers = Self.values(kind == .delivery ? "smtpResponse" : "diagnosticCode", in: text[...])
    let addresses =
      kind == .delivery ? AddressScan.addresses(in: list) : Self.values("emailAddress", in: list)
    let count = max(addresses.count, 1)
    return (0..<count).map { index in
      RecipientEvidence(
        address: index < addresses.count ? addresses[index].lowercased() : nil,
        action: kind == .bounce ? .failed : .delivered,
        statedStatus: index < statuses.count ? EnhancedStatus(statuses[index]) : nil,
        answer: index < answers.count ? answers[index] : answers.first
      )
    }
  }

  /// The text from a name on to the end of its list.
  private static func part(of text: String, from name: String) -> Substring {
    guard let start = text.firstRange(of: name) else { return "" }
    return text[start.upperBound...].prefix { $0 != "]" }
  }

  /// The string values of a member, in their order; at most 100.
  private static func values(_ name: String, in text: Substring) -> [String] {
    var values: [String] = []
    var rest = text
    while let found = rest.firstRange(of: "\"\(name)\""), values.count < 100 {
      rest = rest[found.upperBound...].drop { $0 == " " || $0 == ":" }
      guard rest.first == "\"" else { continue }
      values.append(String(rest.dropFirst().prefix { $0 != "\"" }))
    }
    return values
  }
}
