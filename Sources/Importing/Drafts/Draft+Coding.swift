// A draft as bytes, for keeping it aside until the other rows of its key have come, and for
// telling whether a source says the same as last time.
//
// The content is: kind; key; amendment (0, or 1 and bytes); number of fields said, and for each
// the field's number and `e` (empty), `n` and eight bytes, or `t` and bytes; then identifiers,
// parties, their identifiers and mentions, each with a count before it. Bytes have a length of
// four bytes before them; all integers are little-endian.

extension Draft {
  /// Appends what the source says, without the place: equal content, equal bytes.
  public func encodeContent(into bytes: inout [UInt8]) {
    var writer = DraftWriter(draft: self)
    swap(&writer.output, &bytes)
    writer.writeContent()
    swap(&writer.output, &bytes)
  }

  /// Appends the whole draft: place, operation, order and content.
  public func encode(into bytes: inout [UInt8]) {
    var writer = DraftWriter(draft: self)
    swap(&writer.output, &bytes)
    writer.write(Int64(place.line))
    writer.write(Int64(place.record ?? 0))
    writer.output.append(operation.rawValue)
    writer.write(order)
    writer.writeContent()
    swap(&writer.output, &bytes)
  }

  /// Makes this draft what the bytes, written by ``encode(into:)``, say.
  public mutating func decode(_ bytes: some RandomAccessCollection<UInt8>) {
    reset()
    var reader = DraftReader(source: Array(bytes))
    let line = reader.integer()
    let record = reader.integer()
    place = Place(line: Int(line), record: record == 0 ? nil : Int(record))
    operation = DraftOperation(rawValue: reader.byte()) ?? .unsaid
    order = append(reader.bytes())
    decodeContent(&reader)
  }

  private mutating func decodeContent(_ reader: inout DraftReader) {
    kind = RecordKind(rawValue: reader.byte()) ?? .agreement
    key = append(reader.bytes())
    amendment = reader.byte() == 1 ? append(reader.bytes()) : nil
    for _ in 0..<reader.count() {
      guard let field = Field(rawValue: reader.byte()) else { return }
      switch reader.byte() {
      case UInt8(ascii: "n"): set(field, number: reader.integer())
      case UInt8(ascii: "t"): set(field, bytes: append(reader.bytes()))
      default: setEmpty(field)
      }
    }
    for _ in 0..<reader.count() {
      addIdentifier(scheme: reader.string(), value: append(reader.bytes()))
    }
    for _ in 0..<reader.count() { addParty(decodeParty(&reader)) }
    for _ in 0..<reader.count() {
      let party = reader.count()
      addPartyIdentifier(
        party: party,
        scheme: reader.string(),
        value: append(reader.bytes())
      )
    }
    for _ in 0..<reader.count() {
      let kind = DraftMention.Kind(rawValue: reader.string()) ?? .document
      let name = append(reader.bytes())
      addMention(DraftMention(kind: kind, name: name, detail: optional(&reader)))
    }
  }

  private mutating func decodeParty(_ reader: inout DraftReader) -> DraftParty {
    let role = DraftParty.Role(rawValue: reader.string()) ?? .supplier
    let isOwn = reader.byte() == 1
    var party = DraftParty(role: role, name: append(reader.bytes()), isOwn: isOwn)
    for path in DraftParty.details { party[keyPath: path] = optional(&reader) }
    return party
  }

  private mutating func optional(_ reader: inout DraftReader) -> Bytes? {
    reader.byte() == 1 ? append(reader.bytes()) : nil
  }
}

extension DraftParty {
  /// The optional parts, in a fixed order.
  public static var details: [WritableKeyPath<DraftParty, Draft.Bytes?>] {
    [\.country, \.address, \.postalCode, \.city, \.email, \.phone, \.website]
  }
}

private struct DraftWriter {
  let draft: Draft
  var output: [UInt8] = []

  mutating func writeContent() {
    output.append(draft.kind.rawValue)
    write(draft.key)
    write(draft.amendment)
    writeFields()
    write(count: draft.identifiers.count)
    for identifier in draft.identifiers {
      write(identifier.scheme)
      write(identifier.value)
    }
    write(count: draft.parties.count)
    for party in draft.parties { write(party) }
    write(count: draft.partyIdentifiers.count)
    for identifier in draft.partyIdentifiers {
      write(count: identifier.party)
      write(identifier.scheme)
      write(identifier.value)
    }
    write(count: draft.mentions.count)
    for mention in draft.mentions {
      write(mention.kind.rawValue)
      write(mention.name)
      write(mention.detail)
    }
  }

  private mutating func writeFields() {
    write(count: draft.said.rawValue.nonzeroBitCount)
    var rest = draft.said.rawValue
    while rest != 0 {
      let number = UInt8(rest.trailingZeroBitCount)
      rest &= rest - 1
      guard let field = Field(rawValue: number) else { continue }
      output.append(number)
      if !draft.given.contains(field) {
        output.append(UInt8(ascii: "e"))
      } else if field.isNumber {
        output.append(UInt8(ascii: "n"))
        write(draft.number(field) ?? 0)
      } else {
        output.append(UInt8(ascii: "t"))
        write(draft.bytes(field) ?? 0..<0)
      }
    }
  }

  private mutating func write(_ party: DraftParty) {
    write(party.role.rawValue)
    output.append(party.isOwn ? 1 : 0)
    write(party.name)
    write(party.country)
    write(party.address)
    write(party.postalCode)
    write(party.city)
    write(party.email)
    write(party.phone)
    write(party.website)
  }

  mutating func write(_ bytes: Draft.Bytes) {
    write(count: bytes.count)
    output.append(contentsOf: draft.arena[Int(bytes.lowerBound)..<Int(bytes.upperBound)])
  }

  private mutating func write(_ bytes: Draft.Bytes?) {
    output.append(bytes == nil ? 0 : 1)
    if let bytes { write(bytes) }
  }

  private mutating func write(_ text: String) {
    write(count: text.utf8.count)
    output.append(contentsOf: text.utf8)
  }

  mutating func write(_ integer: Int64) {
    unsafe withUnsafeBytes(of: integer.littleEndian) { unsafe output.append(contentsOf: $0) }
  }

  private mutating func write(count: Int) {
    let count = UInt32(truncatingIfNeeded: count)
    unsafe withUnsafeBytes(of: count.littleEndian) { unsafe output.append(contentsOf: $0) }
  }
}

/// Reads what ``DraftWriter`` wrote; beyond the end everything is zero and empty.
private struct DraftReader {
  let source: [UInt8]
  private var position = 0

  init(source: [UInt8]) { self.source = source }

  mutating func byte() -> UInt8 {
    guard position < source.count else { return 0 }
    position += 1
    return source[position - 1]
  }

  mutating func integer() -> Int64 {
    var value: UInt64 = 0
    for shift in 0..<8 { value |= UInt64(byte()) << (8 * UInt64(shift)) }
    return Int64(bitPattern: value)
  }

  mutating func count() -> Int {
    var value = 0
    for shift in 0..<4 { value |= Int(byte()) << (8 * shift) }
    return value
  }

  mutating func bytes() -> ArraySlice<UInt8> {
    let length = min(count(), source.count - position)
    position += length
    return source[position - length..<position]
  }

  mutating func string() -> String { String(decoding: bytes(), as: UTF8.self) }
}
