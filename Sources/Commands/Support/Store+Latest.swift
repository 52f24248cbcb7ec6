import Model
import Storage

extension Store {
  /// Reads what is known last, also what holds only from a later day on.
  func readLatest<Value>(_ body: (Reader) throws -> Value) throws -> Value {
    try read(asOf: AsOf(day: .last, knowledge: .now), body)
  }
}

extension StoredRecord {
  /// The record as a reader sees it.
  ///
  /// - Throws: ``StoreError/unknown(kind:reference:)``.
  static func find(_ reference: String, in reader: Reader) throws -> Self {
    guard let record = try reader.record(Self.self, reference) else {
      throw StoreError.unknown(kind: type.words, reference: reference)
    }
    return record
  }

  /// The record as it is known last.
  ///
  /// - Throws: ``StoreError/unknown(kind:reference:)``.
  static func find(_ reference: String, in store: Store) throws -> Self {
    try store.readLatest { try find(reference, in: $0) }
  }
}
