import TestSupport
import Testing

@testable import Importing

@Suite struct JSONReaderTests {
  private func read(_ text: String, limits: JSONLimits = JSONLimits()) throws -> JSONDocument {
    try JSONReader.read(Array(text.utf8), limits: limits)
  }

  /// The message of the fault in a text.
  private func fault(_ text: String, limits: JSONLimits = JSONLimits()) -> String? {
    do throws(JSONFault) {
      _ = try JSONReader.read(Array(text.utf8), limits: limits)
      return nil
    } catch {
      return error.message(label: "C", cell: Array(text.utf8))
    }
  }

  private func texts(_ document: JSONDocument) -> [String] {
    document.nodes.map { String(decoding: document.bytes[$0.text], as: UTF8.self) }
  }

  @Test func `values lie in the order of the text, each with its end`() throws {
    let document = try read(#" {"a": [1, "x", true, null], "b": {}} "#)
    #expect(
      document.nodes.map(\.kind) == [.object, .array, .number, .text, .flag, .null, .object]
    )
    #expect(document.nodes.map(\.end) == [7, 6, 3, 4, 5, 6, 7])
    #expect(document.children(of: 0) == [1, 6])
    #expect(document.children(of: 1) == [2, 3, 4, 5])
    #expect(document.member(Array("b".utf8), of: 0) == 6)
    #expect(document.member(Array("c".utf8), of: 0) == nil)
    #expect(document.location(of: 3) == "$.a[1]")
    #expect(document.location(of: 0) == "$")
  }

  @Test func `a number keeps its digits as written`() throws {
    let numbers = [
      "0", "-0", "12345678901234567890123456789", "1.50", "0.10", "1e5", "-2.5E+03",
    ]
    for number in numbers { #expect(texts(try read(number)) == [number]) }
  }

  @Test(arguments: ["01", "+1", "1.", ".5", "-", "1e", "1e+", "0x1", "1.2.3", "NaN", "00"])
  func `what JSON does not call a number is refused`(text: String) {
    #expect(fault(text) != nil)
  }

  @Test func `escapes give the characters that they stand for`() throws {
    let document = try read(#""\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00ü""#)
    #expect(texts(document) == ["\"\\/\u{8}\u{C}\n\r\té😀ü"])
  }

  @Test(arguments: [
    (#""\x""#, "an escape in a text is not one of JSON, at character 2"),
    (#""a\u12""#, "an escape in a text is not one of JSON, at character 3"),
    (#""\ud800""#, "an escape in a text is not one of JSON, at character 2"),
    (#""\ud800\u0041""#, "an escape in a text is not one of JSON, at character 2"),
    (#""\udc00""#, "an escape in a text is not one of JSON, at character 2"),
    (#""\u0000""#, "an escape in a text is not one of JSON, at character 2"),
    (#"["é", "x]"#, "the text that starts here is not closed, at character 7"),
    ("\"a\nb\"", "a text has a line end or another control character in it, at character 3"),
    ("[007]", "a number is not written as JSON has them, at character 2"),
    ("[1 2]", "“,” or “]” is missing, at character 4"),
    (#"{"a": 1 "b": 2}"#, "“,” or “}” is missing, at character 9"),
    (#"{"a" 1}"#, "“:” is missing, at character 6"),
    ("{a: 1}", "a name in double quotes is missing, at character 2"),
    (#"{"a": 1,}"#, "a name in double quotes is missing, at character 9"),
    ("[1,]", "a value is missing, at character 4"),
    ("['a']", "a value is missing, at character 2"),
    ("[1, 2", "“,” or “]” is missing, at its end"),
    ("{", "a name in double quotes is missing, at its end"),
    ("tru", "a value is missing, at character 1"),
    ("", "a value is missing, at its end"),
    ("1 x", "there is more after the value, at character 3"),
    ("[] []", "there is more after the value, at character 4"),
  ])
  func `a fault is told with its place`(text: String, what: String) {
    #expect(fault(text) == "The JSON in “C” cannot be read: \(what).")
  }

  @Test func `a name may stand only once in an object`() {
    #expect(
      fault(#"{"id": 1, "\u0069d": 2}"#)
        == "The JSON in “C” has the name “id” twice in one object, at character 11."
    )
    #expect(fault(#"[{"id": 1}, {"id": 2, "x": {"id": 3}}]"#) == nil)
  }

  @Test func `what is too deep or too large is refused`() throws {
    let deep = String(repeating: "[", count: 100_000)
    #expect(fault(deep) == "The JSON in “C” is nested deeper than 32 levels, at character 33.")
    let most = String(repeating: "[", count: 32) + String(repeating: "]", count: 32)
    #expect(fault(most) == nil)
    var limits = JSONLimits()
    limits.values = 3
    #expect(fault("[1,2]", limits: limits) == nil)
    #expect(fault("[1,2,3]", limits: limits) == "The JSON in “C” has more than 3 values.")
    limits.bytes = 4
    #expect(fault("[1]  ", limits: limits) == "The JSON in “C” has more than 4 bytes.")
  }

  @Test(arguments: 0..<100)
  func `damaged JSON never stops the program`(seed: Int) {
    var generator = SplitMix64(seed: UInt64(seed))
    var bytes = Array(#"{"a":[1.5,"x\u00e9",{"b":null}],"c":true,"d":"\ud83d\ude00"}"#.utf8)
    for _ in 0..<3 {
      let place = Int(generator.next() % UInt64(bytes.count))
      bytes[place] = Array(#"{}[]",:\u01e-."#.utf8)[Int(generator.next() % 14)]
    }
    let text = String(decoding: bytes, as: UTF8.self)
    if let message = fault(text) { #expect(message.hasPrefix("The JSON in “C” ")) }
  }
}
