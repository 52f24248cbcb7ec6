/// What one record of a source says, understood but not yet compared with the store.
///
/// A draft is made to be reused: text lies as UTF-8 bytes in one arena, so that a million
/// records pass from file to database without a `String` for each cell. Every field has three
/// states: not said (the source has no such column), said to be empty, and given.
public struct Draft: Sendable {
  /// A run of bytes in the arena of a draft.
  public typealias Bytes = Range<Int32>

  /// What is described.
  public var kind: RecordKind = .agreement
  /// What the source wants done with it.
  public var operation = DraftOperation.unsaid
  /// Where the record starts.
  public var place = Place(line: 1)
  /// The key that identifies the record within its source; empty if there is none.
  public var key: Bytes = 0..<0
  /// The version this row describes, for a source whose amendments are rows.
  ///
  /// Unique within the key. Nil for a row that describes the agreement itself.
  public var amendment: Bytes?
  /// Bytes by which rows of one key are ordered, oldest first, before they are put together.
  public var order: Bytes = 0..<0
  /// Further names of the record, such as an `OCID` or a contract number of the other side.
  public private(set) var identifiers: [DraftIdentifier] = []
  /// The parties that take part, in the order of the source.
  public private(set) var parties: [DraftParty] = []
  /// The identifiers of all parties, each with the number of its party.
  public private(set) var partyIdentifiers: [DraftPartyIdentifier] = []
  /// Further things the record names: services covered, content items, documents.
  public private(set) var mentions: [DraftMention] = []
  /// Which fields the source speaks of, given or empty.
  public private(set) var said: FieldSet = []
  /// Which fields have a value.
  public private(set) var given: FieldSet = []
  /// A digest of the content, if whoever read the draft has reckoned it already.
  public var seal: (UInt64, UInt64)?
  /// All text of the draft.
  public private(set) var arena: [UInt8] = []
  private var slots: [Int64]

  /// Makes an empty draft.
  public init() {
    slots = Array(repeating: 0, count: Field.allCases.count)
    arena.reserveCapacity(1024)
  }

  /// Empties the draft and keeps its storage for the next record.
  public mutating func reset() {
    kind = .agreement
    operation = .unsaid
    key = 0..<0
    amendment = nil
    order = 0..<0
    seal = nil
    identifiers.removeAll(keepingCapacity: true)
    parties.removeAll(keepingCapacity: true)
    partyIdentifiers.removeAll(keepingCapacity: true)
    mentions.removeAll(keepingCapacity: true)
    said = []
    given = []
    arena.removeAll(keepingCapacity: true)
  }

  // MARK: Fields

  /// Says that the source leaves the field empty.
  public mutating func setEmpty(_ field: Field) {
    said.insert(field)
    given.remove(field)
  }

  /// Sets a number field: a day, minor units, a count or a flag.
  public mutating func set(_ field: Field, number: Int64) {
    said.insert(field)
    given.insert(field)
    slots[Int(field.rawValue)] = number
  }

  /// Sets a text field to bytes already in the arena.
  public mutating func set(_ field: Field, bytes: Bytes) {
    said.insert(field)
    given.insert(field)
    slots[Int(field.rawValue)] = Int64(bytes.lowerBound) << 32 | Int64(bytes.upperBound)
  }

  /// Sets a text field.
  public mutating func set(_ field: Field, text: String) {
    set(field, bytes: append(text))
  }

  /// The number in a field, or nil if none is given.
  public func number(_ field: Field) -> Int64? {
    given.contains(field) ? slots[Int(field.rawValue)] : nil
  }

  /// The bytes of a text field, or nil if none is given.
  public func bytes(_ field: Field) -> Bytes? {
    guard given.contains(field) else { return nil }
    let slot = slots[Int(field.rawValue)]
    return Int32(truncatingIfNeeded: slot >> 32)..<Int32(truncatingIfNeeded: slot)
  }

  /// The text of a field, or nil if none is given.
  public func text(_ field: Field) -> String? { bytes(field).map(string) }

  // MARK: Arena

  /// Adds bytes to the arena and tells where they lie.
  public mutating func append(_ bytes: some Sequence<UInt8>) -> Bytes {
    let start = Int32(arena.count)
    arena.append(contentsOf: bytes)
    return start..<Int32(arena.count)
  }

  /// Adds text to the arena and tells where it lies.
  public mutating func append(_ text: String) -> Bytes {
    let start = Int32(arena.count)
    arena.append(contentsOf: text.utf8)
    return start..<Int32(arena.count)
  }

  /// Lets a function add bytes to the arena, and tells where they lie.
  public mutating func append(with body: (inout [UInt8]) -> Void) -> Bytes {
    let start = Int32(arena.count)
    body(&arena)
    return start..<Int32(arena.count)
  }

  /// The text of a run of bytes; ill-formed UTF-8 is replaced.
  public func string(_ bytes: Bytes) -> String {
    String(decoding: arena[Int(bytes.lowerBound)..<Int(bytes.upperBound)], as: UTF8.self)
  }

  /// Calls a function with a run of the arena's bytes in place.
  public borrowing func withBytes<Value>(
    _ bytes: Bytes,
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Value
  ) rethrows -> Value {
    try unsafe arena.withUnsafeBufferPointer { arena in
      let range = Int(bytes.lowerBound)..<Int(bytes.upperBound)
      return try unsafe body(UnsafeBufferPointer(rebasing: arena[range]))
    }
  }

  // MARK: Identifiers, parties, mentions

  /// Adds a name of the record itself.
  public mutating func addIdentifier(scheme: String, value: Bytes) {
    identifiers.append(DraftIdentifier(scheme: scheme, value: value))
  }

  /// Adds a party and gives its number, for ``addPartyIdentifier(party:scheme:value:)``.
  @discardableResult
  public mutating func addParty(_ party: DraftParty) -> Int {
    parties.append(party)
    return parties.count - 1
  }

  /// Adds an identifier, as the source writes it, to the party with the number.
  public mutating func addPartyIdentifier(party: Int, scheme: String, value: Bytes) {
    partyIdentifiers.append(
      DraftPartyIdentifier(party: party, scheme: scheme, value: value)
    )
  }

  /// Adds something else that the record names.
  public mutating func addMention(_ mention: DraftMention) { mentions.append(mention) }
}
