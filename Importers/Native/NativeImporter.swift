import Foundation
public import Importing
import Schemas

/// Reads the records of Liaison's native format into drafts.
///
/// The format is stated in `Schemas/xml/liaison-1.xsd`, against which the document is checked
/// while it is read, and explained in `docs/formats/native-xml.md`. A record of the short form
/// gives a draft of what stands in it. Of the full form the latest revision that was not voided
/// counts, and of records without revisions the latest row; a voided record gives none, and a
/// note says how many there were. An agreement with versions gives a draft for each version that
/// holds, with the latest facts of that version; facts directly under the agreement are those of
/// its last version. An export is taken over whole only by an empty store, see
/// `Store.restoreNative`.
///
/// No part of the document stays in memory after its record.
public struct NativeImporter: Importer {
  /// Makes the importer; it has no settings.
  public init() {}

  /// `liaison`.
  public var id: String { NativeDocument.id }

  /// Whether the root is `register` in a namespace of ours, of any version.
  public func recognizes(start: [UInt8]) -> Bool { NativeDocument.recognizes(start: start) }

  /// Reads the document.
  ///
  /// - Throws: A ``Problem`` if the document is not well-formed, has a DOCTYPE or goes beyond a
  ///   limit; `native.newer` for a version that this program does not know; `native.invalid`
  ///   after noting each place where it does not follow the schema; what the sink throws.
  public func read(
    _ source: any ByteSource,
    named file: String,
    into sink: any DraftSink
  ) throws {
    let schema = try XMLSchema(contentsOf: Schemas.xml.appendingPathComponent("liaison-1.xsd"))
    let names = NativeNames()
    let reader = try XMLReader(source, named: file, names: names.table, schema: schema)
    try NativeReading(reader, names: names, into: sink).run()
  }
}
