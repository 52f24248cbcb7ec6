/// What the parser reported for one chunk of input and nobody has taken yet.
///
/// Text and attribute values lie in one array of bytes that is used again for the next chunk.
struct XMLEventQueue {
  enum Kind: UInt8 {
    case start, end, text
  }

  struct Attribute {
    var name: XMLName
    var bytes: Range<Int32>
  }

  /// An event; small, because there are millions.
  struct Entry {
    var kind: Kind
    var depth: UInt16
    var name = XMLName(code: 0)
    /// The line, 1-based.
    var line: Int
    /// The column, 1-based; 0 if it is not known.
    var column: Int32 = 0
    /// Of a start tag the attributes, of text the bytes.
    var range: Range<Int32> = 0..<0
  }

  /// Attributes of the waiting start tags.
  private(set) var attributes: [Attribute] = []
  /// Text and attribute values of what waits.
  private(set) var bytes: [UInt8] = []
  private var entries: [Entry] = []
  private var position = 0
  /// Where text begins that no tag has ended yet; it is the last of the bytes.
  private var openText: Int?
  private var openTextPlace = (line: 1, column: Int32(0))

  /// The length of the text that is not yet ended by a tag.
  var openTextCount: Int { openText.map { bytes.count - $0 } ?? 0 }

  /// Forgets what was taken, before another chunk is parsed.
  mutating func clear() {
    entries.removeAll(keepingCapacity: true)
    attributes.removeAll(keepingCapacity: true)
    position = 0
    guard let start = openText else { return bytes.removeAll(keepingCapacity: true) }
    bytes.removeSubrange(..<start)
    openText = 0
  }

  /// Takes the next entry, or nil if another chunk is needed.
  mutating func next() -> Entry? {
    guard position < entries.count else { return nil }
    position += 1
    return entries[position - 1]
  }

  /// Adds text, which waits until a tag ends it.
  mutating func addText(_ text: UnsafeBufferPointer<UInt8>, line: Int, column: Int32) {
    if openText == nil {
      openText = bytes.count
      openTextPlace = (line, column)
    }
    unsafe bytes.append(contentsOf: text)
  }

  /// Ends the text that waits, if any; to be called before a tag is added.
  mutating func endText(depth: Int) {
    guard let start = openText else { return }
    openText = nil
    var entry = Entry(kind: .text, depth: UInt16(depth), line: openTextPlace.line)
    entry.column = openTextPlace.column
    entry.range = Int32(start)..<Int32(bytes.count)
    entries.append(entry)
  }

  /// Adds an attribute of the start tag that comes next.
  mutating func addAttribute(_ name: XMLName, value: UnsafeBufferPointer<UInt8>) {
    let start = bytes.count
    unsafe bytes.append(contentsOf: value)
    if unsafe value.contains(UInt8(ascii: "&")) { decodeAmpersands(from: start) }
    attributes.append(Attribute(name: name, bytes: Int32(start)..<Int32(bytes.count)))
  }

  /// Makes `&` of each `&#38;`: libxml2 leaves every ampersand of an attribute so, and only it,
  /// unless it is told to replace entities.
  private mutating func decodeAmpersands(from start: Int) {
    var target = start
    var source = start
    while source < bytes.count {
      bytes[target] = bytes[source]
      source += bytes[source] == UInt8(ascii: "&") ? 5 : 1
      target += 1
    }
    bytes.removeSubrange(target...)
  }

  /// Adds a start tag with the attributes from the index on.
  mutating func addStart(
    _ name: XMLName,
    line: Int,
    column: Int32,
    depth: Int,
    attributesFrom first: Int
  ) {
    var entry = Entry(kind: .start, depth: UInt16(depth), name: name, line: line)
    entry.column = column
    entry.range = Int32(first)..<Int32(attributes.count)
    entries.append(entry)
  }

  /// Adds an end tag.
  mutating func addEnd(_ name: XMLName, line: Int, depth: Int) {
    entries.append(Entry(kind: .end, depth: UInt16(depth), name: name, line: line))
  }
}
