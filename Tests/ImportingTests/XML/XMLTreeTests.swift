import Importing
import Testing

@Suite struct XMLTreeTests {
  private func tree(_ text: String, limit: Int = 100) throws -> XMLTree {
    let reader = try XMLReader(MemorySource(text), named: "t.xml")
    _ = try reader.next()
    return try reader.tree(limit: limit)
  }

  @Test func `elements are found by path`() throws {
    let root = try tree("<r><a><b>1</b></a><a><b k='v'>2</b><c/></a></r>")
    #expect(root.first("a", "c")?.local == "c")
    #expect(root.all("a", "b").map(\.text) == ["1", "2"])
    #expect(root.all("a", "b").last?.attributes == ["k": "v"])
    #expect(root.text("a", "c") == nil)
    #expect(root.first("x") == nil)
  }

  @Test func `text is trimmed and joined as a reader would see it`() throws {
    #expect(try tree("<t>  Tartu \n linn </t>").text == "Tartu linn")
    #expect(try tree("<t>\n <p>one</p>\n <p>two</p>\n</t>").text == "one two")
    #expect(try tree("<t>CO<s>2</s> and <i>more</i></t>").text == "CO2 and more")
    #expect(try tree("<t> </t>").text == "")
  }

  @Test func `a subtree ends where its element ends`() throws {
    let reader = try XMLReader(MemorySource("<r>\n<a><b/></a><c/></r>"), named: "")
    _ = try reader.next()
    _ = try reader.next()
    _ = try reader.next()
    let tree = try reader.tree()
    #expect(tree.local == "a")
    #expect(tree.place == Place(line: 2, column: 1))
    guard case .start(let name) = try reader.next() else {
      Issue.record("No start tag follows.")
      return
    }
    #expect(reader.local(name) == "c")
  }

  @Test func `an element with too much in it is refused`() throws {
    let text = "<r>" + String(repeating: "<a/>", count: 100) + "</r>"
    let error = #expect(throws: Problem.self) { try tree(text) }
    #expect(error?.code == "xml.limit")
    #expect(error?.message == "The element r has more than 100 elements inside.")
  }
}
