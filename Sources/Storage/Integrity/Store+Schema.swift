import GRDB

extension Store {
  /// The SQL of the schema, tables before indices and each in order of name.
  ///
  /// The program's own table of applied migrations is left out.
  ///
  /// - Returns: Statements, each ended by `;` and parted by an empty line.
  /// - Throws: ``StoreError``.
  public func schema() throws -> String {
    try onConnection(Self.schema)
  }

  static func schema(_ database: Database) throws -> String {
    let statements = try String.fetchAll(
      database,
      sql: """
        SELECT sql FROM sqlite_schema
        WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite!_%' ESCAPE '!'
          AND name <> 'grdb_migrations'
        ORDER BY type = 'table' DESC, type, name
        """
    )
    return statements.map { $0 + ";\n" }.joined(separator: "\n")
  }
}
