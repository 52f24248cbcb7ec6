/// What is missing in an HTML page for those who hear it, and what must not be in it.
struct PageFaults {
  private(set) var sentences: [String] = []
  /// The number of pictures in it.
  let pictures: Int
  private let tags: PageTags

  init(_ page: String) throws {
    tags = try PageTags(page)
    pictures = tags.named("svg").count { $0.attributes["role"] == "img" }
    checkHead()
    checkHeadings()
    checkTables()
    checkPictures()
    checkReferences()
  }

  private mutating func require(_ holds: Bool, _ sentence: String) {
    if !holds { sentences.append(sentence) }
  }

  private mutating func checkHead() {
    require(tags.named("html").first?.attributes["lang"] == "en", "no language")
    require(tags.named("title").first?.text.isEmpty == false, "no title")
  }

  private mutating func checkHeadings() {
    let count = tags.named("h1").count
    require(count == 1, "\(count) elements h1")
    let levels = tags.elements.map(\.name).filter { ["h1", "h2", "h3", "h4"].contains($0) }
    for (one, next) in zip(levels, levels.dropFirst()) where next > one {
      require(
        next.dropFirst() == one.dropFirst() || Self.follows(one, next),
        "\(next) after \(one)"
      )
    }
  }

  private static func follows(_ one: String, _ next: String) -> Bool {
    (Int(one.dropFirst()) ?? 0) + 1 == Int(next.dropFirst())
  }

  private mutating func checkTables() {
    for (position, element) in tags.elements.enumerated() where element.name == "table" {
      let captions = tags.named("caption", within: position)
      require(captions.count == 1 && !captions[0].text.isEmpty, "a table without caption")
    }
    let unscoped = tags.named("th").first {
      !["row", "col"].contains($0.attributes["scope"] ?? "")
    }
    require(unscoped == nil, "a th without scope")
  }

  private mutating func checkPictures() {
    for (position, element) in tags.elements.enumerated()
    where element.name == "svg"
      && !element.around.contains(where: { tags.elements[$0].name == "svg" })
    {
      let name = element.attributes["aria-labelledby"]
      let titles = tags.named("title", within: position)
      let isTitled = titles.contains { $0.attributes["id"] == name && !$0.text.isEmpty }
      require(element.attributes["role"] == "img" && isTitled, "a picture without title")
      let words = element.attributes["aria-describedby"]
      let described = tags.named("desc", within: position)
        .contains { $0.attributes["id"] == words && $0.text.count > 1 }
      require(described, "a picture without words")
    }
  }

  private mutating func checkReferences() {
    var seen: Set<String> = []
    for id in tags.elements.compactMap({ $0.attributes["id"] }) {
      require(seen.insert(id).inserted, "an id twice: \(id)")
    }
    require(tags.named("script").isEmpty, "a script")
    for element in tags.elements {
      require(!element.attributes.keys.contains { $0.hasPrefix("on") }, "a handler")
      guard let source = element.attributes["src"] else { continue }
      require(false, "an address from elsewhere: \(source)")
    }
  }
}
