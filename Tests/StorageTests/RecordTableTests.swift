import GRDB
import Model
import Testing

@testable import Storage

/// The tables of the kinds of records are those that the kinds ask for.
@Suite struct RecordTableTests {
  @Test(arguments: RecordType.all.map(\.name))
  func `the tables of a kind have its facts with their checks`(_ name: String) throws {
    let type = try #require(RecordType.named(name))
    let store = try Store.inMemory()
    let found = try store.queue.read { database in
      try [type.table, type.revisionTable].map { table in
        try String.fetchOne(
          database,
          sql: "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?",
          arguments: [table]
        )
      }
    }
    #expect(found.map { $0.map(Self.plain) } == [Self.identity(type), Self.revision(type)])
  }

  /// A statement without comments, in one line.
  private static func plain(_ sql: String) -> String {
    sql.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { !$0.hasPrefix("--") }
      .joined(separator: " ")
  }

  private static func identity(_ type: RecordType) -> String {
    """
    CREATE TABLE \(type.table) ( id INTEGER PRIMARY KEY, reference TEXT NOT NULL UNIQUE CHECK \
    (reference <> ''), recordingId INTEGER NOT NULL REFERENCES recording (id), \
    sequence INTEGER NOT NULL ) STRICT
    """
  }

  private static func revision(_ type: RecordType) -> String {
    let facts = type.fields.map(column).joined(separator: " ")
    return """
      CREATE TABLE \(type.revisionTable) ( id INTEGER PRIMARY KEY, \
      \(type.name)Id INTEGER NOT NULL REFERENCES \(type.table) (id), \(facts) \
      sourceId INTEGER REFERENCES batchSource (id), line INTEGER, record INTEGER, \
      effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')), \
      recordingId INTEGER NOT NULL REFERENCES recording (id), sequence INTEGER NOT NULL, \
      CHECK (id >> 20 = \(type.name)Id) ) STRICT
      """
  }

  private static let second =
    "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z"

  private static func column(_ field: RecordField) -> String {
    let name = field.columns[0]
    let needed = field.isRequired ? " NOT NULL" : ""
    return switch field.type {
    case .text: "\(name) TEXT\(needed)\(field.isRequired ? " CHECK (\(name) <> '')" : ""),"
    case .day: "\(name) TEXT\(needed) CHECK (\(name) IS date(\(name), '+0 days')),"
    case .instant: "\(name) TEXT\(needed) CHECK (\(name) GLOB '\(second)'),"
    case .count: "\(name) INTEGER\(needed) CHECK (\(name) >= 0),"
    case .flag: "\(name) INTEGER\(needed) CHECK (\(name) = 0 OR \(name) = 1),"
    case .decimal: "\(name) TEXT\(needed) CHECK (\(name) GLOB '*[0-9]'),"
    case .duration: "\(name) TEXT\(needed) CHECK (\(name) GLOB '[0-9]*'),"
    case .money:
      "\(name) INTEGER\(needed), \(name)Currency TEXT CHECK ((\(name) IS NULL) = (\(name)Currency "
        + "IS NULL) AND (\(name)Currency IS NULL OR length(\(name)Currency) = 3)),"
    case .choice(let words):
      "\(name) TEXT\(needed) CHECK (\(words.map { "\(name) = '\($0)'" }.joined(separator: " OR "))),"
    case .reference(let table): "\(name) INTEGER\(needed) REFERENCES \(table) (id),"
    }
  }
}
