import Model

/// The parts of `Schemas/xml/liaison-1.xsd` that follow from the kinds of records.
enum NativeSchemaText {
  /// The elements of the document, one for each kind.
  static func sections() -> [String] {
    RecordType.all.flatMap { type in
      [
        "        <xs:element name=\"\(type.plural)\" minOccurs=\"0\">",
        "          <xs:annotation>",
        "            <xs:documentation>\(type.summary)</xs:documentation>",
        "          </xs:annotation>",
        "          <xs:complexType>",
        "            <xs:sequence>",
        "              <xs:element name=\"\(type.name)\" type=\"\(type.name)\" minOccurs=\"0\" maxOccurs=\"unbounded\"/>",
        "            </xs:sequence>",
        "          </xs:complexType>",
        "        </xs:element>",
      ]
    }
  }

  /// The types of the records: facts, references, and the two forms of a record.
  static func types() -> [String] { RecordType.all.flatMap(type) }

  private static func type(_ type: RecordType) -> [String] {
    let facts = type.fields.filter { !$0.isReference }.flatMap(element)
    let references = type.fields.filter(\.isReference).flatMap(attribute)
    return [
      "  <!-- \(type.summary) -->", "",
      "  <xs:group name=\"\(type.name)Facts\">", "    <xs:sequence>",
    ] + facts + [
      "    </xs:sequence>", "  </xs:group>", "",
      "  <xs:attributeGroup name=\"\(type.name)References\">",
    ] + references + [
      "  </xs:attributeGroup>", "",
      "  <xs:complexType name=\"\(type.name)\">", "    <xs:sequence>",
      "      <xs:group ref=\"voiding\"/>", "      <xs:choice>",
      "        <xs:group ref=\"\(type.name)Facts\"/>",
      "        <xs:element name=\"revision\" maxOccurs=\"unbounded\">",
      "          <xs:complexType>", "            <xs:sequence>",
      "              <xs:group ref=\"voiding\"/>",
      "              <xs:group ref=\"\(type.name)Facts\"/>", "            </xs:sequence>",
      "            <xs:attributeGroup ref=\"\(type.name)References\"/>",
      "            <xs:attributeGroup ref=\"provenance\"/>",
      "            <xs:attributeGroup ref=\"dated\"/>", "          </xs:complexType>",
      "        </xs:element>", "      </xs:choice>", "    </xs:sequence>",
      "    <xs:attribute name=\"reference\" type=\"name\" use=\"required\"/>",
      "    <xs:attribute name=\"effectiveOn\" type=\"day\"/>",
      "    <xs:attributeGroup ref=\"\(type.name)References\"/>",
      "    <xs:attributeGroup ref=\"recorded\"/>", "  </xs:complexType>", "",
    ]
  }

  private static func element(_ field: RecordField) -> [String] {
    let head = "      <xs:element name=\"\(field.name)\""
    let note = [
      "        <xs:annotation>",
      "          <xs:documentation>\(field.summary)</xs:documentation>",
      "        </xs:annotation>",
    ]
    guard case .choice(let words) = field.type else {
      return ["\(head) type=\"\(name(field.type))\" minOccurs=\"0\">"] + note + [
        "      </xs:element>"
      ]
    }
    return ["\(head) minOccurs=\"0\">"] + note + [
      "        <xs:simpleType>", "          <xs:restriction base=\"xs:string\">",
    ] + (words + [""]).map { "            <xs:enumeration value=\"\($0)\"/>" } + [
      "          </xs:restriction>", "        </xs:simpleType>", "      </xs:element>",
    ]
  }

  private static func attribute(_ field: RecordField) -> [String] {
    guard case .reference(let table) = field.type else { return [] }
    let voided = "voided" + field.name.prefix(1).uppercased() + field.name.dropFirst()
    return ["    <xs:attribute name=\"\(field.name)\" type=\"name\"/>"]
      + (table == "agreement" ? ["    <xs:attribute name=\"\(voided)\" type=\"count\"/>"] : [])
  }

  private static func name(_ type: FieldType) -> String {
    switch type {
    case .text, .choice, .reference: "xs:string"
    case .day: "dayOrNone"
    case .instant: "instantOrNone"
    case .count: "countOrNone"
    case .flag: "flagOrNone"
    case .decimal: "decimalOrNone"
    case .duration: "duration"
    case .money: "amount"
    }
  }
}

extension RecordField {
  /// Whether the field refers to another record.
  var isReference: Bool {
    if case .reference = type { true } else { false }
  }
}

extension NativeSchemaText {
  /// The schema with the parts made anew that follow from the kinds of records.
  static func whole(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let middle = replace(lines, "kinds of records", sections())
    return replace(middle, "records of each kind", types()).joined(separator: "\n")
  }

  /// Replaces the lines between two comments.
  private static func replace(_ lines: [String], _ part: String, _ new: [String]) -> [String] {
    guard
      let start = lines.firstIndex(where: {
        $0.hasSuffix("<!-- The \(part), made by the program. -->")
      }),
      let end = lines.firstIndex(where: { $0.hasSuffix("<!-- End of the \(part). -->") }),
      start < end
    else { return lines }
    return lines[...start] + new + lines[end...]
  }
}
