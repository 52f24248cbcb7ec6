import Importing

/// One awarded contract of a notice, whatever the form.
struct TEDAward {
  /// The element that stands for the award.
  let element: XMLTree
  /// Its number among the awards of the notice, 1-based, contracts not awarded counted.
  let position: Int
  /// The item by which it is told apart within the notice.
  let item: String
  /// The contract number, nil if there is none or if it is junk or repeated in the notice.
  let contractNumber: String?
  /// Contract and values of the award.
  let contract: XMLTree
}

extension TEDNotice {
  /// The contracts that were awarded, in the order of the document.
  func awards() -> [TEDAward] {
    switch Form(form.local) {
    case .award, .modification: standardAwards()
    case .defenceAward: defenceAwards()
    case .other: []
    }
  }

  private func standardAwards() -> [TEDAward] {
    let all = form.all("AWARD_CONTRACT")
    return zip(all, Self.items(of: all)).enumerated().compactMap { index, pair in
      guard let contract = pair.0.first("AWARDED_CONTRACT") else { return nil }
      return TEDAward(
        element: pair.0,
        position: index + 1,
        item: pair.1,
        contractNumber: distinctNumber("CONTRACT_NO", of: pair.0, among: all),
        contract: contract
      )
    }
  }

  private func defenceAwards() -> [TEDAward] {
    let all = form.descendants("AWARD_OF_CONTRACT_DEFENCE", depth: 2)
    return zip(all, Self.items(of: all)).enumerated().map { index, pair in
      TEDAward(
        element: pair.0,
        position: index + 1,
        item: pair.1,
        contractNumber: distinctNumber("CONTRACT_NUMBER", of: pair.0, among: all),
        contract: pair.0
      )
    }
  }

  /// The `ITEM` of each award, or their positions if one has none or two have the same.
  private static func items(of awards: [XMLTree]) -> [String] {
    let items = awards.map { $0.attributes["ITEM"] ?? "" }
    let areDistinct = Set(items).count == items.count && !items.contains("")
    return areDistinct ? items : awards.indices.map { String($0 + 1) }
  }

  private func distinctNumber(
    _ name: String,
    of award: XMLTree,
    among all: [XMLTree]
  ) -> String? {
    guard let number = award.text(name), number.contains(where: \.isLetterOrDigit) else {
      return nil
    }
    return all.filter { $0.text(name) == number }.count == 1 ? number : nil
  }
}

extension XMLTree {
  /// The elements with the name at most so many levels below this one.
  func descendants(_ name: String, depth: Int) -> [XMLTree] {
    guard depth > 0 else { return [] }
    return children.flatMap {
      $0.local == name ? [$0] : $0.descendants(name, depth: depth - 1)
    }
  }
}

extension Character {
  /// Whether the character is a letter or a number.
  var isLetterOrDigit: Bool { isLetter || isNumber }
}

extension String {
  /// Whether a contract number says nothing outside its notice, such as `1` or `000`.
  var isJunkNumber: Bool { filter(\.isLetterOrDigit).count < 3 || allSatisfy { $0 == "0" } }
}
