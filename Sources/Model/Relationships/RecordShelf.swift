/// Records of many kinds, each kind in order of reference.
public struct RecordShelf: Sendable {
  private var shelves: [ObjectIdentifier: any Sendable] = [:]

  /// Makes an empty shelf.
  public init() {}

  /// The records of a kind.
  public subscript<Kind: StoredRecord>(_: Kind.Type) -> [Kind] {
    get { shelves[ObjectIdentifier(Kind.self)] as? [Kind] ?? [] }
    set { shelves[ObjectIdentifier(Kind.self)] = newValue }
  }

  /// Adds a record after those of its kind.
  public mutating func add<Kind: StoredRecord>(_ record: Kind) {
    // Taken out while it grows, so that the array has one owner and is not copied each time.
    var records = shelves.removeValue(forKey: ObjectIdentifier(Kind.self)) as? [Kind] ?? []
    records.append(record)
    self[Kind.self] = records
  }
}
