extension ProfileDraftWriter {
  /// The lines of the parties: the other one with its details, and ourselves.
  mutating func parties() -> [String] {
    var lines: [String] = []
    if isOfCustomers {
      lines += party("buyer", .customerName, [.customerIdentifier, .supplierIdentifier])
    } else {
      lines += party("supplier", .supplierName, [.supplierIdentifier])
    }
    lines += ownBuyer(.buyerName)
    if isOfCustomers { lines += askForOurselves() } else { lines += ownBuyer(.customerName) }
    return lines.isEmpty ? [] : ["parties:"] + lines
  }

  private func party(
    _ role: String,
    _ name: FieldWords.Meaning,
    _ identifiers: [FieldWords.Meaning]
  ) -> [String] {
    guard let column = chosen[name] else { return [] }
    var lines = ["  - role: \(role)", "    name: \(Self.quoted(proposal.columns[column]))"]
    let numbers = identifiers.compactMap { chosen[$0] }
    if !numbers.isEmpty { lines.append("    identifiers:") }
    for number in numbers {
      let name = Self.quoted(proposal.columns[number])
      lines.append("      - {scheme: \"\(id):party\", from: \(name)}")
    }
    return lines + details()
  }

  private func details() -> [String] {
    let fields: [Field] = [.country, .address, .postalCode, .city, .email, .phone, .website]
    return fields.compactMap { field in
      chosen[.party(field)].map {
        "    \(field.profileName): \(Self.quoted(proposal.columns[$0]))"
      }
    }
  }

  private func ownBuyer(_ meaning: FieldWords.Meaning) -> [String] {
    guard let column = chosen[meaning] else { return [] }
    let name = Self.quoted(proposal.columns[column])
    return ["  - role: buyer", "    own: true", "    name: \(name)"]
  }

  /// A list of customers does not say who we are.
  private mutating func askForOurselves() -> [String] {
    questions.append(
      ProfileDraft.Question(
        column: nil,
        question: "What is our own organisation called, which supplies these customers?",
        answers: ["{role: supplier, own: true, name: {constant: NAME}} as one more of the parties"]
      )
    )
    return [
      "  # ? Put our own name for NAME.", "  # - role: supplier", "  #   own: true",
      "  #   name: {constant: NAME}",
    ]
  }

  /// The lines of the services that a column names.
  func mentions() -> [String] {
    guard let column = chosen[.services] else { return [] }
    let marks = [";", ",", "|"]
    let mark = marks.first { mark in shapes[column].words.contains { $0.contains(mark) } }
    let separator = mark.map { ", separator: \"\($0)\"" } ?? ""
    let name = Self.quoted(proposal.columns[column])
    return ["mentions:", "  - {kind: service, name: \(name)\(separator)}"]
  }
}
