import Testing

@testable import Importing

@Suite struct JSONPathTests {
  private let document =
    (try? JSONReader.read(
      Array(#"{"a":{"b":[{"c":1},{"c":2},null]},"x y":"z","e":[],"n":null}"#.utf8)
    )) ?? JSONDocument()

  private func find(_ path: String) throws -> [String] {
    let path = try #require(JSONPath(path))
    return try path.find(in: document).map { document.location(of: $0) }
  }

  @Test(arguments: [
    ("$", ["$"]), ("a.b[0].c", ["$.a.b[0].c"]), ("$.a.b[1].c", ["$.a.b[1].c"]),
    ("a.b[*].c", ["$.a.b[0].c", "$.a.b[1].c"]), ("$['x y']", ["$['x y']"]),
    ("[\"x y\"]", ["$['x y']"]), ("x y", ["$['x y']"]), ("a.b[2]", []), ("a.b[9]", []),
    ("a.q.r", []), ("n", []), ("n.deeper[0]", []), ("e[*].x", []), ("a['b'][0]", ["$.a.b[0]"]),
  ])
  func `a path leads to what is there`(path: String, found: [String]) throws {
    #expect(try find(path) == found)
  }

  @Test(arguments: [
    "", ".", "a.", "a..b", "a[", "a[]", "a[x]", "a[-1]", "a[+1]", "a[0", "a['b]", "a['']",
    "$a", "a.*", "a[99999]", "a]",
  ])
  func `what is no path is not read`(text: String) {
    #expect(JSONPath(text) == nil)
  }

  @Test(arguments: [
    ("a[0]", "The JSON in “C” has an object at “$.a”, and the profile needs an array there."),
    (
      "['x y'].a",
      "The JSON in “C” has a text at “$['x y']”, and the profile needs an object there."
    ),
    ("a.b.c", "The JSON in “C” has an array at “$.a.b”, and the profile needs an object there."),
    (
      "a.b[*].c[*]",
      "The JSON in “C” has a number at “$.a.b[0].c”, and the profile needs an array there."
    ),
  ])
  func `a value of another kind on the way is a fault`(path: String, message: String) throws {
    let path = try #require(JSONPath(path))
    let fault = try #require(throws: JSONFault.self) { try path.find(in: document) }
    #expect(fault.message(label: "C", cell: []) == message)
  }
}
