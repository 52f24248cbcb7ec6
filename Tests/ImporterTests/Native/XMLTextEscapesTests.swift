import Importing
import TestSupport
import Testing

@Suite struct XMLTextEscapesTests {
  private func encoded(_ text: String, inAttribute: Bool = false) -> String {
    var output: [UInt8] = []
    let bytes = Array(text.utf8)
    unsafe bytes.withUnsafeBufferPointer {
      unsafe XMLTextEscapes.encode($0, inAttribute: inAttribute, into: &output)
    }
    return String(decoding: output, as: UTF8.self)
  }

  private func decoded(_ text: String) -> String {
    var bytes = Array(text.utf8)
    XMLTextEscapes.decode(&bytes, from: 0)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("a&b<c>\"d\"", "a&amp;b&lt;c&gt;\"d\""), ("\t\n\r", "\t\n&#13;"),
    ("\u{0}\u{1F}", "_x0000__x001F_"),
    ("\u{FFFE}ä\u{FFFF}", "_xFFFE_ä_xFFFF_"), ("_x0041_", "_x005F_x0041_"),
    ("_x004_ _X0041_", "_x004_ _X0041_"),
    ("_xD800_", "_x005F_xD800_"), ("_x0041\u{1}", "_x005F_x0041_x0001_"),
    ("ä_x0041_&\r", "ä_x005F_x0041_&amp;&#13;"), ("", ""),
  ])
  func `text is written so that XML can hold it`(text: String, expected: String) {
    #expect(encoded(text) == expected)
  }

  @Test func `an attribute keeps its line ends and quotes`() {
    #expect(encoded("a\t\"b\"\n\r", inAttribute: true) == "a&#9;&quot;b&quot;&#10;&#13;")
    #expect(encoded("ä\t\"", inAttribute: true) == "ä&#9;&quot;")
  }

  @Test func `bytes that are no UTF-8 become a replacement character`() {
    var output: [UInt8] = []
    let bytes: [UInt8] = [0x41, 0xFF, 0x42]
    unsafe bytes.withUnsafeBufferPointer { unsafe XMLTextEscapes.encode($0, into: &output) }
    #expect(String(decoding: output, as: UTF8.self) == "A\u{FFFD}B")
  }

  @Test(arguments: 0..<200)
  func `what is written in an attribute and in an element comes back`(seed: UInt64) throws {
    let pieces = [
      "_", "x", "0041", "005F", "_x", "5F_", "&", "<", "\"", "\r", "\n", "\t", " ", "\u{1}", "ä",
      "\u{FFFF}", "😀",
    ]
    var random = SplitMix64(seed: seed)
    let text = (0..<20).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    let document = "<a b=\"\(encoded(text, inAttribute: true))\">\(encoded(text))</a>"
    let reader = try XMLReader(MemorySource(document), named: "a.xml")
    #expect(try reader.next() != nil)
    #expect(decoded(reader.attribute("b") ?? "") == text)
    #expect(try reader.next() == .text)
    #expect(decoded(reader.text) == text)
  }
}
