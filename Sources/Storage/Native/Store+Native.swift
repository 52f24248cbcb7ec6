import GRDB

extension Store {
  /// Whether nothing was ever recorded, so that a native export can be restored.
  ///
  /// - Throws: ``StoreError``.
  public var isEmpty: Bool {
    get throws {
      try onConnection { database in
        try Int64.fetchOne(database, sql: "SELECT 1 FROM main.recording LIMIT 1") == nil
      }
    }
  }

  /// Writes the whole store in the native format (`Schemas/xml/liaison-1.xsd`).
  ///
  /// Both times are written with every fact. Records are in an order that does not depend on
  /// how they lie in the file, and memory does not grow with the store. Without provenance
  /// sources, lines, records, batches and conflicts are left out, for comparing stores that
  /// were filled from different files.
  ///
  /// - Throws: ``StoreError``; what the sink throws.
  public func exportNative(
    provenance: Bool = true,
    to sink: ([UInt8]) throws -> Void
  ) throws {
    try withoutActuallyEscaping(sink) { sink in
      try onConnection { database in
        // The temporary tables go with the transaction.
        try database.execute(sql: "BEGIN")
        defer { try? database.execute(sql: "ROLLBACK") }
        try NativeExporter(database, provenance: provenance, to: sink).run()
      }
    }
  }
}
