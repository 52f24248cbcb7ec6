import Model

/// Turns the records of one file into drafts, by a profile fitted to its header.
///
/// A value for one reader on one thread.
public final class RecordMapper {
  /// The profile in use.
  public let compiled: CompiledProfile
  /// The name of the file, as in all problems.
  public let file: String
  /// What was found in the latest record, errors and warnings.
  public internal(set) var problems: [Problem] = []

  let width: Int
  private var lastKey: [UInt8] = []
  private let isGathered: Bool
  private let operation: CompiledOperation?
  private let orderPatterns: [DatePattern]
  private let orderPivot: Int?
  /// Whether the current row goes on with the record of the row before.
  var isContinuation = false
  /// The number of errors in the current record.
  var errors = 0

  /// Makes a mapper for one file.
  public init(_ compiled: CompiledProfile, file: String) {
    self.compiled = compiled
    self.file = file
    width = compiled.header.count
    operation = compiled.operation
    isGathered = compiled.profile.needsGathering
    let dated = compiled.profile.fields.first { $0.value.kind == .date }
    orderPatterns = dated?.value.formats.dates ?? [.iso]
    orderPivot = dated?.value.formats.pivot
  }

  /// Fills a draft from a record.
  ///
  /// The draft is reset first. The record is not kept.
  ///
  /// - Returns: False if the record must be rejected; ``problems`` then has an error.
  public func map(_ record: CSVRecord, into draft: inout Draft) -> Bool {
    if !problems.isEmpty { problems.removeAll(keepingCapacity: true) }
    errors = 0
    isContinuation = false
    draft.reset()
    draft.kind = compiled.profile.record
    draft.place = record.place()
    if width > 0, record.count != width { judgeWidth(record) }
    var row = RecordRow(record)
    if !compiled.jsonColumns.isEmpty { readJSON(&row) }
    setKey(row, &draft)
    if let operation { setOperation(operation, row, &draft) }
    if draft.operation == .delete, let operation {
      fillDeletion(operation, row, &draft)
    } else {
      fillParts(row, &draft)
    }
    if isGathered { setOrder(row, &draft) }
    judge(&draft, record)
    return errors == 0
  }

  @inline(__always)
  private func fillParts(_ row: RecordRow, _ draft: inout Draft) {
    for field in compiled.fields { fill(field, row, &draft) }
    for identifier in compiled.identifiers { add(identifier, row, &draft) }
    for party in compiled.parties { add(party, row, &draft) }
    for mention in compiled.mentions { add(mention, row, &draft) }
  }

  // MARK: Key and order

  private func setKey(_ row: RecordRow, _ draft: inout Draft) {
    guard !compiled.key.isEmpty else { return }
    let bytes = row.record.bytes.span
    if compiled.key.count == 1 {
      draft.key = draft.append(span: bytes.extracting(row.range(compiled.key[0])))
    } else if compiled.isFirstFilled {
      let column = compiled.key.first { !row.range($0).isEmpty } ?? compiled.key[0]
      draft.key = draft.append(span: bytes.extracting(row.range(column)))
    } else if compiled.key.contains(where: { !row.range($0).isEmpty }) {
      draft.key = draft.append { arena in appendKey(row, to: &arena) }
    }
    if draft.key.isEmpty {
      continueOrRefuse(row, &draft)
    } else if compiled.profile.rows == .continued {
      lastKey = Array(draft.arena[Int(draft.key.lowerBound)..<Int(draft.key.upperBound)])
    }
  }

  /// Joins the cells of the key; a joiner or backslash within a cell gets a backslash before it.
  private func appendKey(_ row: RecordRow, to arena: inout [UInt8]) {
    for (position, column) in compiled.key.enumerated() {
      if position > 0 { arena += compiled.joiner }
      let cell = row.record.bytes.span.extracting(row.range(column))
      for index in 0..<cell.count {
        if cell[index] == 0x5C || compiled.joiner.contains(cell[index]) { arena.append(0x5C) }
        arena.append(cell[index])
      }
    }
  }

  private func continueOrRefuse(_ row: RecordRow, _ draft: inout Draft) {
    if compiled.profile.rows == .continued, !lastKey.isEmpty {
      isContinuation = true
      draft.key = draft.append(lastKey)
      return
    }
    let names = compiled.key.map { label($0) }.joined(separator: "”, “")
    note(
      "key.missing",
      .error,
      row.record,
      column: compiled.key.first,
      message: "The row has no key in “\(names)”.",
      remedy: "Fill in the key, or remove the row."
    )
  }

  /// Writes what rows of one key are ordered by.
  ///
  /// For amendments: the days, then the revision with its numbers padded, then the row itself,
  /// each part closed by U+0001. Else: the number of the row, those of a party file last.
  private func setOrder(_ row: RecordRow, _ draft: inout Draft) {
    let bytes = row.record.bytes.span
    guard !compiled.revision.isEmpty else {
      draft.order = draft.append { arena in
        arena.append(compiled.file == .parties ? 0x70 : 0x30)
        OrderBytes.append(number: row.record.number, width: 12, to: &arena)
      }
      return
    }
    draft.amendment = draft.append { arena in
      for (position, column) in compiled.revision.enumerated() {
        if position > 0 { arena.append(0x2F) }
        arena.append(span: bytes.extracting(row.range(column)))
      }
    }
    draft.order = draft.append { arena in
      for column in compiled.order {
        OrderBytes.append(day: day(bytes.extracting(row.range(column))), to: &arena)
        arena.append(0x01)
      }
      for column in compiled.revision {
        OrderBytes.append(natural: bytes.extracting(row.range(column)), to: &arena)
        arena.append(0x01)
      }
      for column in 0..<row.record.count {
        arena.append(span: bytes.extracting(row.record.range(column)))
        arena.append(0x01)
      }
    }
  }

  private func day(_ cell: Span<UInt8>) -> Int64? {
    for pattern in orderPatterns {
      if let day = pattern.day(in: cell, pivot: orderPivot) { return day }
    }
    return nil
  }
}

/// Bytes that sort as what they stand for.
enum OrderBytes {
  /// A day as ISO 8601; no day sorts before every day.
  static func append(day: Int64?, to arena: inout [UInt8]) {
    guard let day else {
      arena += Array("0000-00-00".utf8)
      return
    }
    let parts = CivilDay(number: Int32(day)).components
    append(number: parts.year, width: 4, to: &arena)
    arena.append(0x2D)
    append(number: parts.month, width: 2, to: &arena)
    arena.append(0x2D)
    append(number: parts.day, width: 2, to: &arena)
  }

  /// A number of 0 or more with leading zeros.
  static func append(number: Int, width: Int, to arena: inout [UInt8]) {
    var divisor = 1
    for _ in 1..<width { divisor *= 10 }
    while divisor > 0 {
      arena.append(0x30 + UInt8(number / divisor % 10))
      divisor /= 10
    }
  }

  /// Text in which every run of digits is padded to 20 places, so that 2 sorts before 10 and
  /// `P9` before `P10`.
  static func append(natural text: Span<UInt8>, to arena: inout [UInt8]) {
    var index = 0
    while index < text.count {
      guard isDigit(text[index]) else {
        arena.append(text[index])
        index += 1
        continue
      }
      var end = index
      while end < text.count, isDigit(text[end]) { end += 1 }
      for _ in 0..<max(0, 20 - (end - index)) { arena.append(0x30) }
      for digit in index..<end { arena.append(text[digit]) }
      index = end
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
