import Importing
import Model

/// Goes through one document and hands over a draft for each agreement, party and other record.
///
/// The schema is checked up to 16 KiB ahead of what is read here. As soon as it is broken no more
/// drafts are handed over, and the rest is read only to find all places that are wrong.
final class NativeReading {
  let reader: XMLReader
  let names: NativeNames
  let sink: any DraftSink
  var draft = Draft()
  var problems: [Problem] = []
  /// The parties of the agreement at hand.
  var parties: [NativeParty] = []
  /// What the agreement at hand mentions.
  var mentions: [NativeMention] = []
  private var recordCount = 0
  /// How many records were passed over, by element.
  private var passedOver: [String: Int] = [:]
  /// How many records were withdrawn, by element.
  private var withdrawn: [String: Int] = [:]

  init(_ reader: XMLReader, names: NativeNames, into sink: any DraftSink) {
    self.reader = reader
    self.names = names
    self.sink = sink
  }

  /// Reads the document to its end.
  func run() throws {
    try NativeDocument.readRoot(reader)
    while let event = try reader.next() {
      guard case .start(let section) = event else { continue }
      switch section {
      case names.parties: try readSection(of: names.party, readParty)
      case names.agreements: try readSection(of: names.agreement, readAgreement)
      case names.recordings, names.schemes, names.originals, names.batches: try reader.skip()
      case names.settings, names.calendars, names.assignments: try readEntries()
      default:
        if let (record, type) = names.kind(of: section) {
          try readSection(of: record) { try readRecord(type) }
        } else {
          try reader.skip()
        }
      }
    }
    try NativeDocument.checkSchema(reader, report: sink.note)
    try reportPassedOver()
  }

  /// Reads the records of a section.
  private func readSection(of record: XMLName, _ read: () throws -> Void) throws {
    while let event = try reader.next() {
      switch event {
      case .start(record) where reader.invalidities.isEmpty:
        startRecord(nextPlace())
        try read()
      case .start: try reader.skip()
      case .end: return
      case .text: continue
      }
    }
  }

  private func startRecord(_ place: Place) {
    draft.reset()
    draft.place = place
    problems.removeAll(keepingCapacity: true)
    parties.removeAll(keepingCapacity: true)
    mentions.removeAll(keepingCapacity: true)
  }

  /// Hands over the draft, or rejects the record if there is a problem.
  func deliver() throws {
    guard reader.invalidities.isEmpty else { return }
    if problems.isEmpty { return try sink.take(&draft) }
    try sink.reject(RejectedRecord(place: draft.place, raw: []), because: problems)
  }

  /// Hands over the draft and those of the later versions of its agreement, or rejects them all.
  func deliver(with others: [Draft]) throws {
    let isTaken = reader.invalidities.isEmpty && problems.isEmpty
    try deliver()
    guard isTaken else { return }
    for var other in others { try sink.take(&other) }
  }

  /// The place of the record whose start tag is current, with the next number.
  func nextPlace() -> Place {
    recordCount += 1
    return Place(line: reader.line, column: reader.column, record: recordCount)
  }

  // MARK: What gives no draft

  /// Passes over a record that gives no draft.
  func passOver(_ name: XMLName) throws {
    count(reader.local(name))
    try reader.skip()
  }

  /// Counts a record of an element that gives no draft.
  func count(_ element: String) { passedOver[element, default: 0] += 1 }

  /// Counts a record that was withdrawn.
  func countWithdrawn(_ element: String) { withdrawn[element, default: 0] += 1 }

  private func reportPassedOver() throws {
    for (element, count) in passedOver.sorted(by: { $0.key < $1.key }) {
      try sink.note(
        Problem(
          "native.passedOver",
          .warning,
          file: reader.file,
          field: element,
          message: "\(Self.elements(count, element)) passed over: an import does not take them.",
          remedy: "Restore an export into an empty store to have everything."
        )
      )
    }
    for (element, count) in withdrawn.sorted(by: { $0.key < $1.key }) {
      try sink.note(
        Problem(
          "native.withdrawn",
          .note,
          file: reader.file,
          field: element,
          message: "\(Self.elements(count, element)) withdrawn and passed over.",
          remedy: "Restore an export into an empty store to have what was withdrawn too."
        )
      )
    }
  }

  private static func elements(_ count: Int, _ name: String) -> String {
    "\(count) \(count == 1 ? "element \(name) was" : "elements \(name) were")"
  }

  // MARK: Values

  /// Adds the text of the current element to the draft, with its escapes resolved.
  ///
  /// Its end tag becomes current.
  func readText() throws -> Draft.Bytes {
    let text = draft.append { _ in }
    guard try reader.next() == .text else { return text }
    let bytes = keep(reader.textBytes)
    _ = try reader.next()
    return bytes
  }

  /// Adds bytes to the draft, with their escapes resolved.
  func keep(_ bytes: ArraySlice<UInt8>) -> Draft.Bytes {
    draft.append { arena in
      let start = arena.count
      arena.append(contentsOf: bytes)
      XMLTextEscapes.decode(&arena, from: start)
    }
  }

  /// The text of an attribute, with its escapes resolved.
  func string(_ attribute: XMLName) -> String? {
    guard let value = reader.attributeBytes(attribute) else { return nil }
    var bytes = Array(value)
    XMLTextEscapes.decode(&bytes, from: 0)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a flag in an attribute differs from what it is when left out.
  func flag(_ attribute: XMLName, default standard: Bool) -> Bool {
    guard let bytes = reader.attributeBytes(attribute) else { return standard }
    return bytes.elementsEqual("true".utf8)
  }
}
