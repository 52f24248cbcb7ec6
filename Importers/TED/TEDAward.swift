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
    let all = awardElements
    let numbers = Self.distinctNumbers("CONTRACT_NO", of: all)
    return zip(all, Self.items(of: all)).enumerated().compactMap { index, pair in
      guard let contract = pair.0.first("AWARDED_CONTRACT") else { return nil }
      return TEDAward(
        element: pair.0,
        position: index + 1,
        item: pair.1,
        contractNumber: numbers[index],
        contract: contract
      )
    }
  }

  private func defenceAwards() -> [TEDAward] {
    let all = awardElements
    let numbers = Self.distinctNumbers("CONTRACT_NUMBER", of: all)
    return zip(all, Self.items(of: all)).enumerated().map { index, pair in
      TEDAward(
        element: pair.0,
        position: index + 1,
        item: pair.1,
        contractNumber: numbers[index],
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

  /// The contract number of each award, nil where there is none or another award has it too.
  private static func distinctNumbers(_ name: String, of awards: [XMLTree]) -> [String?] {
    let numbers = awards.map { $0.text(name) }
    let counts = Dictionary(grouping: numbers.compactMap { $0 }) { $0 }
    return numbers.map { number in
      guard let number, counts[number]?.count == 1,
        number.contains(where: \.isLetterOrDigit)
      else { return nil }
      return number
    }
  }
}

extension XMLTree {
  /// The element without those named, on the first two levels.
  func without(_ names: Set<String>, depth: Int = 2) -> XMLTree {
    var result = self
    result.content = content.compactMap { part in
      guard case .element(let child) = part else { return part }
      guard !names.contains(child.local) else { return nil }
      return .element(depth > 1 ? child.without(names, depth: depth - 1) : child)
    }
    return result
  }

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
