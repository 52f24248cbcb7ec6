import Importing
import Model

/// One reading of one file: rows in, drafts and rejected rows out, in the order of the file.
struct NativeCSVReading {
  /// What a column says.
  fileprivate enum Column {
    case reference, effectiveOn, ignored
    case fact(RecordField)
  }

  private let reader: CSVReader
  private let type: RecordType
  private let columns: [Column]
  private var record = CSVRecord()
  private var lastNumber = 0
  /// How many of the reader's problems were handed over.
  private var handedOver = 0

  init(_ reader: CSVReader, _ type: RecordType, _ header: NativeCSVHeader) {
    self.reader = reader
    self.type = type
    columns = header.names.map { name in
      switch name {
      case NativeCSVHeader.reference where !type.isEntry: .reference
      case NativeCSVHeader.effectiveOn: .effectiveOn
      default: type.field(name).map(Column.fact) ?? .ignored
      }
    }
  }

  mutating func read(into sink: any DraftSink) throws {
    while try reader.next(into: &record) {
      if record.number != lastNumber + 1 || reader.problems.count != handedOver {
        try passOn(to: sink)
      }
      lastNumber = record.number
      try take(into: sink)
    }
    try passOn(to: sink)
  }

  private func take(into sink: any DraftSink) throws {
    if let problem = CSVHeader.problem(in: record, columns: columns.count, file: reader.file) {
      return try sink.reject(reader.rejected(record), because: [problem])
    }
    let draft = draft()
    guard !type.isEntry, draft.reference.allSatisfy({ $0 == " " }) else {
      return try sink.take(draft)
    }
    try sink.reject(reader.rejected(record), because: [keyMissing()])
  }

  private func draft() -> RecordDraft {
    var draft = RecordDraft(kind: type.name, reference: "", place: record.place())
    for (index, column) in columns.enumerated() {
      switch column {
      case .reference: draft.reference = record.string(index)
      case .effectiveOn: draft.effectiveOn = trimmed(index).isEmpty ? nil : trimmed(index)
      case .ignored: continue
      case .fact(let field):
        draft.values.append(
          .init(
            field: field.name,
            text: field.type == .text ? record.string(index) : trimmed(index),
            place: record.place(column: index + 1)
          )
        )
      }
    }
    return draft
  }

  /// A cell without the spaces around it, which count in a text only.
  private func trimmed(_ index: Int) -> String {
    var bytes = record.bytes[record.range(index)]
    while bytes.first == UInt8(ascii: " ") { bytes.removeFirst() }
    while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func keyMissing() -> Problem {
    Problem(
      "key.missing",
      file: reader.file,
      place: record.place(column: columns.firstIndex { $0.isReference }.map { $0 + 1 }),
      field: NativeCSVHeader.reference,
      message: "The row has no reference.",
      remedy: "Fill in the reference, or remove the row."
    )
  }

  /// Hands over what the reader itself could not read or found doubtful.
  private mutating func passOn(to sink: any DraftSink) throws {
    for rejection in reader.takeRejections() {
      try sink.reject(rejection.record, because: [rejection.problem])
    }
    let problems = reader.problems
    for problem in problems[min(handedOver, problems.count)...] where problem.severity != .error {
      try sink.note(problem)
    }
    handedOver = problems.count
  }
}

extension NativeCSVReading.Column {
  fileprivate var isReference: Bool { if case .reference = self { true } else { false } }
}
