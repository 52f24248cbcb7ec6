import Foundation
import Importing
import TestSupport
import Testing

@Suite struct XMLSchemaTests {
  private static let text = """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t"
      elementFormDefault="qualified">
      <xs:element name="list"><xs:complexType><xs:sequence>
        <xs:element name="entry" maxOccurs="unbounded"><xs:complexType>
          <xs:simpleContent><xs:extension base="xs:integer">
            <xs:attribute name="day" type="xs:date"/>
          </xs:extension></xs:simpleContent>
        </xs:complexType></xs:element>
      </xs:sequence></xs:complexType></xs:element>
    </xs:schema>
    """

  private func schema(_ text: String = XMLSchemaTests.text) throws -> XMLSchema {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("schema-\(UUID().uuidString).xsd")
    try Data(text.utf8).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    return try XMLSchema(contentsOf: url)
  }

  private func read(_ text: String, _ schema: XMLSchema) throws -> (count: Int, [Problem]) {
    let reader = try XMLReader(MemorySource(text), named: "t.xml", schema: schema)
    var count = 0
    while try reader.next() != nil { count += 1 }
    return (count, reader.invalidities)
  }

  @Test func `a valid document has no problems and loses no event`() throws {
    let text = "<list xmlns='urn:t'><entry day='2024-02-29'>1</entry></list>"
    let (count, problems) = try read(text, schema())
    #expect(problems == [])
    #expect(count == 5)
  }

  @Test func `a problem names line, element and fault`() throws {
    let text = "<list xmlns='urn:t'>\n<entry day='2023-02-29'>1</entry>\n<other/>\n</list>"
    let (_, problems) = try read(text, schema())
    #expect(problems.map(\.code) == ["xml.invalid", "xml.invalid"])
    #expect(problems.map(\.place?.line) == [2, 3])
    #expect(problems.map(\.field) == ["entry/@day", "other"])
    #expect(
      problems.first?.message
        == "entry/@day does not follow the schema: "
        + "'2023-02-29' is not a valid value of the atomic type 'xs:date'."
    )
    #expect(
      problems.last?.message
        == "other does not follow the schema: this element is not expected. "
        + "Expected is ( {urn:t}entry )."
    )
  }

  @Test func `at most a hundred problems are kept`() throws {
    let entries = String(repeating: "<entry>x</entry>", count: 500)
    let (count, problems) = try read("<list xmlns='urn:t'>\(entries)</list>", schema())
    #expect(problems.count == 100)
    #expect(count == 1502)
  }

  @Test func `a fault of form is thrown while a schema is checked`() throws {
    let schema = try schema()
    let error = #expect(throws: Problem.self) { try read("<list xmlns='urn:t'><e></list>", schema) }
    #expect(error?.code == "xml.malformed")
  }

  @Test func `a DOCTYPE is refused while a schema is checked`() throws {
    let schema = try schema()
    let error = #expect(throws: Problem.self) { try read("<!DOCTYPE list []><list/>", schema) }
    #expect(error?.code == "xml.doctype")
  }

  @Test func `a file that is no schema is refused`() throws {
    let error = #expect(throws: Problem.self) { try schema("<a/>") }
    #expect(error?.code == "xml.schema")
    #expect(error?.message.hasPrefix("The schema cannot be used: the XML document '/") == true)
    #expect(error?.message.hasSuffix(".xsd' is not a schema document.") == true)
    let missing = URL(fileURLWithPath: "/nonexistent/x.xsd")
    let other = #expect(throws: Problem.self) { try XMLSchema(contentsOf: missing) }
    #expect(other?.message == "The schema cannot be used: it could not be read.")
  }

  @Test(.enabled(if: Corpus.isPresent, "\(Corpus.missing)"))
  func `notices are valid against their own large schema`() throws {
    let folder = try #require(Corpus.folder).appendingPathComponent("xml/eforms")
    let url = folder.appendingPathComponent("xsd/maindoc/UBL-ContractAwardNotice-2.3.xsd")
    let schema = try XMLSchema(contentsOf: url)
    for name in ["can_24_maximal.xml", "INVALID_can_24_empty.xml", "can-modif_23.xml"] {
      let data = try Data(contentsOf: folder.appendingPathComponent("notices/\(name)"))
      let text = String(decoding: data, as: UTF8.self)
      let (_, problems) = try read(text, schema)
      #expect(problems == [], "\(name)")
      let broken = text.replacing("<cbc:NoticeTypeCode", with: "<cbc:NoticeTypeCodex")
        .replacing("</cbc:NoticeTypeCode>", with: "</cbc:NoticeTypeCodex>")
      #expect(try read(broken, schema).1.map(\.field) == ["NoticeTypeCodex"], "\(name)")
    }
  }
}
