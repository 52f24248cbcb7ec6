import GRDB
import Importing
import Model

/// Fills an empty store from a native export, with both times; see ``NativeFormat``.
final class NativeRestorer {
  private let session: WriteSession
  private let reader: XMLReader
  private let references: NativeReferences
  private let voidings: TableWriter
  private var lastVoiding: Int64 = 0
  private var isVoidingUnordered = false
  /// For each part of the document the plans of its records by element.
  private var sections: [XMLName: [XMLName: NativePlan]] = [:]
  /// The plans of what is referred to by reference, by table.
  private var referred: [String: NativePlan] = [:]
  private let recordings: XMLName
  private let recordedAt: XMLName
  private let recording: XMLName
  private let currency: XMLName
  private let digestScheme: XMLName
  private var frames: [NativeFrame] = []
  private let file: String

  init(_ session: WriteSession, _ source: any ByteSource, named file: String, schema: XMLSchema)
    throws
  {
    self.session = session
    self.file = file
    var names = XMLNames()
    recordings = names.add("recordings", in: NativeFormat.namespace)
    recordedAt = names.add("recordedAt")
    recording = names.add("recording")
    currency = names.add("currency")
    digestScheme = names.add("digestScheme")
    voidings = try session.writer("voiding")
    references = try NativeReferences(session)
    for section in NativeFormat.sections {
      var plans: [XMLName: NativePlan] = [:]
      for form in section.forms {
        let plan = try NativePlan(form, session, &names)
        plans[names.add(form.element, in: NativeFormat.namespace)] = plan
        referred[form.table] = plan
      }
      sections[names.add(section.element, in: NativeFormat.namespace)] = plans
    }
    reader = try XMLReader(source, named: file, names: names, schema: schema)
  }

  /// Reads the document to its end.
  ///
  /// - Throws: A ``Problem``, also for a document that does not follow the schema, after each
  ///   such place was reported.
  func run(report: (Problem) throws -> Void) throws {
    try NativeDocument.readRoot(reader)
    guard reader.attribute("form") == "export" else {
      throw Problem.nativeNoExport(file: file, place: reader.place)
    }
    do {
      try read()
    } catch let problem as Problem where problem.code.hasPrefix("xml.") {
      throw problem
    } catch {
      try NativeDocument.checkSchema(reader, report: report)
      throw error
    }
    try NativeDocument.checkSchema(reader, report: report)
    if let (table, reference) = references.missing {
      throw Problem.nativeDangling(file: file, place: nil, kind: table, reference: reference)
    }
  }

  private func read() throws {
    while let event = try reader.next() {
      guard case .start(let name) = event else { continue }
      if name == recordings {
        try readRecordings()
      } else if let plans = sections[name], reader.invalidities.isEmpty {
        try readSection(plans)
      } else {
        try reader.skip()
      }
    }
  }

  private func readRecordings() throws {
    var last = ""
    var number: Int64 = 0
    while let event = try reader.next(), event != .end(recordings) {
      guard case .start = event, let instant = reader.attribute(recordedAt) else { continue }
      number = instant == last ? number + 1 : 1
      let said = reader.attribute(recording).flatMap { Int64($0) } ?? 1
      guard instant >= last, said == number else {
        throw Problem.nativeOrder(file: file, place: reader.place)
      }
      last = instant
      try references.addRecording(instant, number: number)
    }
  }

  private func readSection(_ plans: [XMLName: NativePlan]) throws {
    while let event = try reader.next() {
      switch event {
      case .start(let name):
        if let plan = plans[name] {
          try readRecord(plan, owner: 0, level: 0)
        } else {
          try reader.skip()
        }
      case .end: return
      case .text: continue
      }
    }
  }

  // MARK: Records

  private func readRecord(_ plan: NativePlan, owner: Int64, level: Int) throws {
    if level == frames.count { frames.append(NativeFrame(plan)) }
    let frame = frames[level]
    frame.start(plan, owner: owner, place: reader.place)
    for (column, name, slot) in plan.columns where column.position == .attribute {
      try readAttribute(column, name, slot, frame)
    }
    frame.recording = try readRecording()
    try identify(frame)
    if plan.form.children.isEmpty { try readLeaf(frame) } else { try readOwner(frame, level) }
  }

  /// Reads a record with nothing below it.
  private func readLeaf(_ frame: NativeFrame) throws {
    while let event = try reader.next() {
      switch event {
      case .start(let name): try readElement(name, frame)
      case .text:
        if let slot = frame.plan.contentSlot { frame.slots[slot] = frame.text(reader.textBytes) }
      case .end: return try insert(frame)
      }
    }
  }

  /// Reads a record with others below it; it is inserted before the first of them.
  private func readOwner(_ frame: NativeFrame, _ level: Int) throws {
    var isInserted = false
    while let event = try reader.next() {
      switch event {
      case .start(let name):
        guard case .child(let plan) = frame.plan.action(name) else {
          try readElement(name, frame)
          continue
        }
        if !isInserted { try insert(frame) }
        isInserted = true
        try readRecord(plan, owner: frame.id, level: level + 1)
      case .text: continue
      case .end:
        if !isInserted { try insert(frame) }
        return
      }
    }
  }

  private func readElement(_ name: XMLName, _ frame: NativeFrame) throws {
    switch frame.plan.action(name) {
    case .column(let number):
      let (column, _, slot) = frame.plan.columns[number]
      if column.currency != nil, let code = reader.attributeBytes(currency) {
        frame.slots[slot + 1] = frame.text(code)
      }
      let place = reader.place
      try setValue(column, slot, try readText(), frame, place)
    case .voided: try readVoided(frame)
    case .repeated: try reader.skip()
    case .child, nil:
      throw Problem.nativeIncomplete(file: file, place: reader.place, field: reader.local(name))
    }
  }

  /// The text of the current element; its end tag becomes current.
  private func readText() throws -> ArraySlice<UInt8> {
    let event = try reader.next()
    guard event == .text else { return [] }
    let text = reader.textBytes
    _ = try reader.next()
    return text
  }

  private func readVoided(_ frame: NativeFrame) throws {
    let recording = try readRecording()
    var reason = Array(try readText())
    XMLTextEscapes.decode(&reason, from: 0)
    if recording < lastVoiding { isVoidingUnordered = true }
    lastVoiding = recording
    session.use(recording: recording)
    voidings.startRow()
    voidings.set(0, frame.plan.form.table)
    voidings.set(1, frame.id)
    voidings.set(2, String(decoding: reason, as: UTF8.self))
    try voidings.finishRow(session.position())
    frame.isVoided = true
  }

  /// The recording that the current element names.
  private func readRecording() throws -> Int64 {
    let number = reader.attribute(recording).flatMap { Int64($0) } ?? 1
    guard let instant = reader.attributeBytes(recordedAt),
      let id = try references.recording(instant, number: number)
    else { throw Problem.nativeIncomplete(file: file, place: reader.place, field: "recordedAt") }
    return id
  }

  /// Gives the record its id; a number in the document must be the same.
  private func identify(_ frame: NativeFrame) throws {
    let plan = frame.plan
    switch plan.form.identity {
    case .composite: frame.id = 0
    case .owner: frame.id = frame.owner
    case .belowOwner: frame.id = plan.nextId(below: frame.owner)
    case .numbered:
      // The number is the first attribute.
      guard case .integer(let number) = frame.slots[0] else { return }
      frame.id = frame.owner << 20 + number
    case .counted:
      frame.id = references.arrive(plan.form.table, frame.reference) ?? plan.nextId()
    }
    for (column, _, slot) in plan.columns where column.column == "id" {
      guard frame.slots[slot] == .integer(frame.id) else {
        throw Problem.nativeOrder(file: file, place: frame.place)
      }
    }
  }

  // MARK: Values

  private func readAttribute(
    _ column: NativeColumn,
    _ name: XMLName,
    _ slot: Int,
    _ frame: NativeFrame
  ) throws {
    if let bytes = reader.attributeBytes(name) {
      try setValue(column, slot, bytes, frame, reader.place)
    } else if case .flag(let standard?) = column.kind {
      frame.slots[slot] = .integer(standard ? 1 : 0)
    }
  }

  private func setValue(
    _ column: NativeColumn,
    _ slot: Int,
    _ bytes: ArraySlice<UInt8>,
    _ frame: NativeFrame,
    _ place: Place
  ) throws {
    switch column.kind {
    case .text: frame.slots[slot] = frame.text(bytes)
    case .integer, .batch, .source: frame.slots[slot] = NativeFrame.integer(bytes)
    case .flag:
      guard !bytes.isEmpty else { return }
      frame.slots[slot] = .integer(bytes.elementsEqual("true".utf8) ? 1 : 0)
    case .hexadecimal: frame.slots[slot] = .blob(NativeFrame.blob(bytes))
    case .amount: frame.slots[slot] = try amount(bytes, frame, slot, column, place)
    case .digest: frame.slots[slot] = .blob(try digest(bytes, place))
    case .scheme, .original, .agreement, .reference:
      frame.slots[slot] = .integer(try identifier(column, bytes, frame, place))
    }
  }

  private func identifier(
    _ column: NativeColumn,
    _ bytes: ArraySlice<UInt8>,
    _ frame: NativeFrame,
    _ place: Place
  ) throws -> Int64 {
    let name = NativeFrame.string(bytes)
    let found: Int64?
    switch column.kind {
    case .scheme: found = references.scheme(name)
    case .original: found = try references.original(NativeFrame.blob(bytes))
    case .agreement:
      let number = reader.attribute(NativeFormat.voidedAttribute(column.name)).flatMap { Int64($0) }
      found = try references.agreement(name, voided: number)
    case .reference(let table):
      found = try references.record(table, name) { referred[table]?.nextId() ?? 0 }
    default: found = nil
    }
    guard let found else {
      throw Problem.nativeDangling(file: file, place: place, kind: column.name, reference: name)
    }
    return found
  }

  private func amount(
    _ bytes: ArraySlice<UInt8>,
    _ frame: NativeFrame,
    _ slot: Int,
    _ column: NativeColumn,
    _ place: Place
  ) throws -> NativeFrame.Slot {
    guard !bytes.isEmpty else { return .none }
    let exponent = Currency(frame.string(slot + 1))?.exponent ?? 0
    let text = String(decoding: bytes, as: UTF8.self)
    guard let units = try? AmountFormat.plain.minorUnits(of: text, exponent: exponent) else {
      throw Problem.nativeAmount(file: file, place: place, field: column.name, value: text)
    }
    return .integer(units)
  }

  /// A digest with the number of its scheme in front, see ``DraftDigest``.
  private func digest(_ bytes: ArraySlice<UInt8>, _ place: Place) throws -> [UInt8] {
    let digest = NativeFrame.blob(bytes)
    guard let name = reader.attribute(digestScheme) else { return digest }
    guard let scheme = references.scheme(NativeFrame.string(Array(name.utf8)[...])) else {
      throw Problem.nativeDangling(file: file, place: place, kind: "scheme", reference: name)
    }
    let number = UInt32(truncatingIfNeeded: scheme)
    return (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) } + digest
  }

  // MARK: Writing

  private func insert(_ frame: NativeFrame) throws {
    let plan = frame.plan
    session.use(recording: frame.recording)
    plan.writer.startRow()
    try unsafe frame.arena.withUnsafeBufferPointer { arena in
      for (index, cell) in plan.cells.enumerated() {
        switch cell {
        case .id: plan.writer.set(index, frame.id)
        case .owner: plan.writer.set(index, frame.owner)
        case .none: continue
        case .slot(let slot):
          switch frame.slots[slot] {
          case .none: continue
          case .integer(let integer): plan.writer.set(index, integer)
          case .blob(let blob): plan.writer.set(index, blob: blob)
          case .text(let range):
            unsafe plan.writer.set(index, bytes: UnsafeBufferPointer(rebasing: arena[range]))
          }
        }
      }
      try plan.writer.finishRow(session.position())
    }
    plan.count(recording: frame.recording)
    try noteReferred(frame)
  }

  private func noteReferred(_ frame: NativeFrame) throws {
    switch frame.plan.form.table {
    case "scheme": references.addScheme(frame.string(0), id: frame.id)
    case "agreement" where frame.isVoided:
      try session.database.execute(
        sql: "UPDATE agreement SET isVoided = 1 WHERE id = ?",
        arguments: [frame.id]
      )
      try references.addVoidedAgreement(frame.string(0), id: frame.id)
    default: return
    }
  }

  /// Reckons digests anew for the tables whose rows were not written in the order of recordings.
  func settleDigests() throws {
    var unordered = sections.values.flatMap(\.values).flatMap(\.all).filter(\.isUnordered)
      .map(\.form.table)
    if isVoidingUnordered { unordered.append("voiding") }
    for table in unordered {
      let rows = try TableDigest(session.database, table: table, order: .journal)
      let digest = RowDigest()
      while try rows.statement.step() { rows.add(to: digest) }
      try session.writer(table).replaceDigest(digest)
    }
  }

  /// How many rows were written, by table.
  var rowCounts: [String: Int] {
    let plans = sections.values.flatMap(\.values).flatMap(\.all)
    return Dictionary(uniqueKeysWithValues: plans.map { ($0.form.table, $0.rowCount) })
  }
}
