public import Importing

/// Reads notices of Tenders Electronic Daily in the TED XML of 2014 to 2024 (R2.0.8, R2.0.9).
///
/// Each awarded contract of forms F03, F06, F15, F21 to F23, F25, of the defence award (F18) and
/// of the transport notice (T02) is one agreement with the key `<notice number>/<award item>`.
/// Form F20 changes a contract that it names: a draft with an amendment. A form in several
/// languages counts once, in its original language. Calls, prior notices and design contests
/// give no drafts and a note. The buyer is our side, contractors are suppliers.
///
/// Four namespaces are in use for one format, one of them relative (`ted/R2.0.9.S02/publication`),
/// so that only the name of the root counts.
public struct TEDImporter: Importer {
  /// Makes the importer; it has no settings.
  public init() {}

  /// `ted`.
  public var id: String { "ted" }

  /// Whether the root is `TED_EXPORT`, in a namespace of TED or in none.
  public func recognizes(start: [UInt8]) -> Bool {
    guard let root = XMLRoot(start: start) else { return false }
    return root.isTED
  }

  /// Reads one notice.
  ///
  /// - Throws: A ``Problem`` if the document is not well-formed, has a DOCTYPE, goes beyond a
  ///   limit, is no TED notice (`ted.unknown`) or has no form (`ted.noForm`); what the sink
  ///   throws.
  public func read(
    _ source: any ByteSource,
    named file: String,
    into sink: any DraftSink
  ) throws {
    let notice = try TEDNotice(XMLReader(source, named: file))
    for problem in notice.problems { try sink.note(problem) }
    for award in notice.awards() {
      var record = notice.record(of: award)
      try record.deliver(to: sink)
    }
  }
}

extension XMLRoot {
  /// Whether the root is that of a TED notice.
  var isTED: Bool {
    local == "TED_EXPORT" && (namespace.isEmpty || namespace.lowercased().contains("ted/"))
  }
}
