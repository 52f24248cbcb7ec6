import Foundation
import Importing
import Testing

/// Hands out bytes in pieces of one size, and can fail at the end.
private final class FixedPieceSource: ByteSource {
  private let bytes: [UInt8]
  private let size: Int
  private let failure: Problem?
  private var position = 0

  init(_ bytes: [UInt8], size: Int, failure: Problem? = nil) {
    self.bytes = bytes
    self.size = size
    self.failure = failure
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = min(buffer.count, size, bytes.count - position)
    if count == 0, let failure { throw failure }
    for index in 0..<count { unsafe buffer[index] = bytes[position + index] }
    position += count
    return count
  }
}

/// Writes what a reader reports as text: `<a@x=1>`, `[text]`, `</a>`.
private func events(_ source: any ByteSource, schema: XMLSchema? = nil) throws -> String {
  let reader = try XMLReader(source, named: "test.xml", schema: schema)
  var result = ""
  while let event = try reader.next() {
    switch event {
    case .start(let name):
      let attributes = reader.attributeNames.map {
        "@\(reader.local($0))=\(reader.attribute($0) ?? "")"
      }
      result += "<\(reader.local(name))\(attributes.joined())>"
    case .end(let name): result += "</\(reader.local(name))>"
    case .text: result += "[\(reader.text)]"
    }
  }
  return result
}

private func events(_ text: String) throws -> String { try events(MemorySource(text)) }

private func problem(_ bytes: [UInt8]) -> Problem? {
  do {
    _ = try events(MemorySource(bytes))
    return nil
  } catch { return error as? Problem }
}

private func problem(_ text: String) -> Problem? { problem(Array(text.utf8)) }

@Suite struct XMLReaderTests {
  @Test func `elements, attributes and text come in the order of the document`() throws {
    let text = "<?xml version='1.0'?><!-- c --><a x='1' y='&lt;'>t<b/>u<![CDATA[<v>]]></a><?pi d?>"
    #expect(try events(text) == "<a@x=1@y=<>[t]<b></b>[u<v>]</a>")
  }

  @Test(arguments: [1, 2, 3, 7, 100])
  func `the pieces in which bytes arrive change nothing`(size: Int) throws {
    let text = "<a>\r\n  <b k=\"ä€&#x1F600;\">Grüße &amp; 😀</b>\r\n</a>"
    let expected = "<a>[\n  ]<b@k=ä€😀>[Grüße & 😀]</b>[\n]</a>"
    #expect(try events(FixedPieceSource(Array(text.utf8), size: size)) == expected)
  }

  @Test func `names are compared by number, with their namespace`() throws {
    var names = XMLNames()
    let inner = names.add("b", in: "urn:x")
    let bare = names.add("b")
    let text = "<a xmlns:p='urn:x' xmlns:q='urn:x'><p:b/><q:b/><b/></a>"
    let reader = try XMLReader(MemorySource(text), named: "", names: names)
    var found: [XMLName] = []
    while let event = try reader.next() {
      if case .start(let name) = event { found.append(name) }
    }
    #expect(found.dropFirst() == [inner, inner, bare])
    #expect(reader.namespace(found[1]) == "urn:x")
  }

  @Test func `attributes are found by name, those with a prefix by namespace too`() throws {
    var names = XMLNames()
    let language = names.add("lang", in: "http://www.w3.org/XML/1998/namespace")
    let reader = try XMLReader(
      MemorySource("<a lang='x' xml:lang='de'/>"),
      named: "",
      names: names
    )
    _ = try reader.next()
    #expect(reader.attribute("lang") == "x")
    #expect(reader.attribute(language) == "de")
    #expect(reader.attribute("other") == nil)
  }

  @Test func `character references in attributes and text mean their characters`() throws {
    let text = "<a b='&amp;&#38;&amp;amp;&#38;#38;x&lt;&quot;&#10;&#x20AC;'>&amp;&#38;&amp;#38;</a>"
    #expect(try events(text) == "<a@b=&&&amp;&#38;x<\"\n€>[&&&#38;]</a>")
  }

  @Test func `many names keep their numbers`() throws {
    let text = "<r>" + (0..<2000).map { "<n\($0 % 1000)/>" }.joined() + "</r>"
    let reader = try XMLReader(MemorySource(text), named: "")
    var found: [XMLName] = []
    while let event = try reader.next() {
      if case .start(let name) = event { found.append(name) }
    }
    #expect(found.count == 2001)
    #expect(Set(found).count == 1001)
    #expect(Array(found[1...1000]) == Array(found[1001...2000]))
    #expect(reader.local(found[777]) == "n776")
  }

  @Test func `lines and columns are those where a tag or text starts`() throws {
    let text = "<a>\n  <b\n    x='1'>t</b><c/>\n</a>"
    let reader = try XMLReader(MemorySource(text), named: "")
    var places: [String] = []
    while let event = try reader.next() {
      guard case .start(let name) = event else { continue }
      let column = reader.column.map(String.init) ?? "-"
      places.append("\(reader.local(name)) \(reader.line):\(column) \(reader.depth)")
    }
    #expect(places == ["a 1:1 1", "b 2:- 2", "c 3:16 2"])
  }

  @Test func `a line after the 65,535th is told rightly`() throws {
    let text = "<a>" + String(repeating: "\n", count: 200_000) + "<b/></a>"
    let reader = try XMLReader(MemorySource(text), named: "")
    while let event = try reader.next() {
      if case .start = event, reader.depth == 2 { break }
    }
    #expect(reader.line == 200_001)
  }

  @Test func `an element can be passed over`() throws {
    let reader = try XMLReader(MemorySource("<a><b><a>x</a></b><c/></a>"), named: "")
    _ = try reader.next()
    _ = try reader.next()
    try reader.skip()
    #expect(reader.depth == 2)
    guard case .start(let name) = try reader.next() else {
      Issue.record("No start tag follows.")
      return
    }
    #expect(reader.local(name) == "c")
  }

  // MARK: Encodings

  @Test(arguments: [
    (String.Encoding.utf16LittleEndian, [0xFF, 0xFE] as [UInt8], "UTF-16"),
    (.utf16BigEndian, [0xFE, 0xFF], "UTF-16"),
    (.utf8, [0xEF, 0xBB, 0xBF], "UTF-8"),
    (.isoLatin1, [], "ISO-8859-1"),
    (.windowsCP1252, [], "windows-1252"),
  ])
  func `other encodings are read`(encoding: String.Encoding, mark: [UInt8], name: String) throws {
    let filler = String(repeating: "<c>Grüße</c>", count: 5000)
    let text = "<?xml version='1.0' encoding='\(name)'?><a>\(filler)</a>"
    let data = try #require(text.data(using: encoding))
    let expected = "<a>" + String(repeating: "<c>[Grüße]</c>", count: 5000) + "</a>"
    #expect(try events(MemorySource(mark + Array(data))) == expected)
  }

  @Test func `bytes that are not the declared encoding are a problem`() {
    let found = problem(Array("<a>Gr".utf8) + [0xFC] + Array("n</a>".utf8))
    #expect(found?.code == "xml.malformed")
    #expect(
      found?.message
        == "The XML is not well-formed: input is not proper UTF-8, indicate encoding ! "
        + "Bytes: 0xFC 0x6E 0x3C 0x2F."
    )
  }

  // MARK: Documents that are refused

  @Test func `a document that is not well-formed names line, column and fault`() {
    let found = problem("<a>\n  <b></c>\n</a>")
    #expect(found?.code == "xml.malformed")
    #expect(found?.file == "test.xml")
    #expect(found?.place?.line == 2)
    #expect(
      found?.message
        == "The XML is not well-formed: opening and ending tag mismatch: b line 2 and c."
    )
    #expect(
      found?.remedy == "Correct the file at this place, or fetch it again if it was cut off."
    )
  }

  @Test(arguments: ["<a><b>text", "<a", "<", "<a>&", "<a/><b/>", "text", "<a x=1/>", "<a:b/>"])
  func `cut-off and wrong documents are malformed`(text: String) {
    #expect(problem(text)?.code == "xml.malformed", "\(text)")
  }

  @Test func `an empty file is said to be empty`() {
    #expect(problem("")?.code == "xml.malformed")
    #expect(problem("")?.message == "The file is empty.")
  }

  @Test func `an undeclared entity is not dropped in silence`() {
    let found = problem("<a>x&e;y</a>")
    #expect(found?.message == "The XML is not well-formed: entity 'e' not defined.")
  }

  @Test func `events before a fault are delivered, and the fault is thrown again`() throws {
    let reader = try XMLReader(MemorySource("<a><b>1</b><b>2</c></a>"), named: "")
    var ends = 0
    #expect(throws: Problem.self) {
      while let event = try reader.next() {
        if case .end = event { ends += 1 }
      }
    }
    #expect(ends == 1)
    #expect(throws: Problem.self) { try reader.next() }
  }

  @Test func `257 elements within each other are too many, 256 are not`() throws {
    func nested(_ count: Int) -> String {
      String(repeating: "<a>", count: count) + String(repeating: "</a>", count: count)
    }
    #expect(problem(nested(256)) == nil)
    #expect(problem(nested(257))?.code == "xml.limit")
    #expect(problem(nested(257))?.message == "More than 256 elements lie within each other.")
  }

  @Test func `a text of more than ten million bytes is too long`() {
    let text = String(repeating: "x", count: 10_000_001)
    #expect(problem("<a>\(text)</a>")?.code == "xml.limit")
    #expect(problem("<a>\(text.dropLast())</a>") == nil)
  }

  @Test func `the source's own problem passes through`() throws {
    let own = Problem("file.unreadable", message: "It cannot be read.", remedy: "Try again.")
    let source = FixedPieceSource(Array("<a><b>".utf8), size: 3, failure: own)
    #expect(throws: own) { _ = try events(source) }
  }

  // MARK: DOCTYPE

  @Test func `a DOCTYPE is refused by name`() {
    let found = problem("<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>")
    #expect(found?.code == "xml.doctype")
    #expect(found?.place?.line == 2)
    #expect(
      found?.message
        == "The document has a DOCTYPE, which could declare entities and name other files."
    )
    #expect(found?.remedy == "Remove the DOCTYPE, or export the file without one.")
  }

  @Test func `no file that an entity or a schema hint names is opened`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("xml-reader-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Opening a named pipe for reading would wait for a writer: the test would not end.
    let pipe = folder.appendingPathComponent("pipe").path
    #expect(unsafe mkfifo(pipe, 0o600) == 0)
    let external = "<!DOCTYPE a [<!ENTITY e SYSTEM 'file://\(pipe)'>]><a>&e;</a>"
    #expect(problem(external)?.code == "xml.doctype")
    #expect(problem("<!DOCTYPE a SYSTEM 'file://\(pipe)'><a/>")?.code == "xml.doctype")
    let parameter = "<!DOCTYPE a [<!ENTITY % p SYSTEM 'file://\(pipe)'> %p;]><a/>"
    #expect(problem(parameter)?.code == "xml.doctype")
    let hint = """
      <a xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' \
      xsi:noNamespaceSchemaLocation='file://\(pipe)'/>
      """
    #expect(problem(hint) == nil)
  }

  @Test(.enabled(if: HostileFiles.isPresent, "\(HostileFiles.missing)"))
  func `every hostile file with a DOCTYPE is refused, the simple ones parse`() throws {
    let files = try HostileFiles.all()
    #expect(files.count == 10)
    for (name, bytes) in files {
      let expected = name.hasPrefix("simple") ? nil : "xml.doctype"
      #expect(problem(bytes)?.code == expected, "\(name)")
    }
  }
}
