/// What the parser reported for one chunk of input and nobody has taken yet.
///
/// Text and attribute values lie in one array of bytes that is used again for the next chunk.
struct XMLEventQueue {
  enum Kind: UInt8 {
    case start, end, text
  }

  struct Attribute {
    var name: XMLName
    var bytes: Range<Int>
  }

  struct Entry {
    var kind: Kind
    var name = XMLName(code: 0)
    var line: Int
    var column: Int?
    var depth: Int
    var attributes: Range<Int> = 0..<0
    var text: Range<Int> = 0..<0
  }

  /// Attributes of the waiting start tags.
  private(set) var attributes: [Attribute] = []
  /// Text and attribute values of what waits.
  private(set) var bytes: [UInt8] = []
  private var entries: [Entry] = []
  private var position = 0
  private var pending: [UInt8] = []
  private var pendingPlace = Place(line: 1)

  /// The length of the text that is not yet ended by a tag.
  var pendingCount: Int { pending.count }

  /// Forgets what was taken, before another chunk is parsed.
  mutating func clear() {
    entries.removeAll(keepingCapacity: true)
    attributes.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    position = 0
  }

  /// Takes the next entry, or nil if another chunk is needed.
  mutating func next() -> Entry? {
    guard position < entries.count else { return nil }
    position += 1
    return entries[position - 1]
  }

  /// Adds text, which waits until a tag ends it.
  mutating func addText(_ text: UnsafeBufferPointer<UInt8>, at place: @autoclosure () -> Place) {
    if pending.isEmpty { pendingPlace = place() }
    unsafe pending.append(contentsOf: text)
  }

  /// Adds an attribute of the start tag that comes next.
  mutating func addAttribute(_ name: XMLName, value: UnsafeBufferPointer<UInt8>) {
    let start = bytes.count
    unsafe bytes.append(contentsOf: value)
    if unsafe value.contains(UInt8(ascii: "&")) { decodeAmpersands(from: start) }
    attributes.append(Attribute(name: name, bytes: start..<bytes.count))
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
  mutating func addStart(_ name: XMLName, place: Place, depth: Int, attributesFrom first: Int) {
    var entry = Entry(kind: .start, name: name, line: place.line, depth: depth)
    entry.column = place.column
    entry.attributes = first..<attributes.count
    entries.append(entry)
  }

  /// Adds an end tag.
  mutating func addEnd(_ name: XMLName, line: Int, depth: Int) {
    entries.append(Entry(kind: .end, name: name, line: line, depth: depth))
  }

  /// Ends the text that waits, if any.
  mutating func endText(depth: Int) {
    guard !pending.isEmpty else { return }
    let start = bytes.count
    bytes.append(contentsOf: pending)
    pending.removeAll(keepingCapacity: true)
    var entry = Entry(kind: .text, line: pendingPlace.line, depth: depth)
    entry.column = pendingPlace.column
    entry.text = start..<bytes.count
    entries.append(entry)
  }
}
