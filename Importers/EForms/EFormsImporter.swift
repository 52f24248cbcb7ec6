public import Importing

/// Reads eForms notices: UBL 2.3 documents with the extensions of the European Union.
///
/// Only contract award notices carry contracts, in `efac:NoticeResult` of their extension: each
/// settled contract is one agreement with the key `<notice id>/<contract id>`. The graph is
/// followed by the ids within the notice: SettledContract, LotTender, TenderingParty, Tenderer,
/// Organization (eForms SDK, schema and `fields.json`). A contract modification notice gives
/// drafts with an amendment. Buyers and signatories are our side, tenderers are suppliers.
///
/// Calls, plans and other notices give no drafts and a note.
public struct EFormsImporter: Importer {
  /// Makes the importer; it has no settings.
  public init() {}

  /// `eforms`.
  public var id: String { "eforms" }

  /// Whether the root is one of the UBL notices that eForms uses, in its namespace.
  public func recognizes(start: [UInt8]) -> Bool {
    guard let root = XMLRoot(start: start) else { return false }
    return EFormsNotice.Form(root) != nil
  }

  /// Reads one notice.
  ///
  /// - Throws: A ``Problem`` if the document is not well-formed, has a DOCTYPE, goes beyond a
  ///   limit or is no notice (`eforms.unknown`); what the sink throws.
  public func read(
    _ source: any ByteSource,
    named file: String,
    into sink: any DraftSink
  ) throws {
    let notice = try EFormsNotice(XMLReader(source, named: file))
    for problem in notice.problems { try sink.note(problem) }
    for (index, contract) in notice.contracts.enumerated() {
      var record = notice.record(of: contract, number: index + 1)
      try record.deliver(to: sink)
    }
  }
}
