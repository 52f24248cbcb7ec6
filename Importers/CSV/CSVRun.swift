import Importing

/// One reading of one file: records in, drafts and rejected records out, in the order of the file.
struct CSVRun {
  private let reader: CSVReader
  private let mapper: RecordMapper
  private var record = CSVRecord()
  private var draft = Draft()
  private var lastNumber = 0
  /// How many of the reader's problems were handed over.
  private var handedOver = 0

  init(_ reader: CSVReader, _ mapper: RecordMapper) {
    self.reader = reader
    self.mapper = mapper
  }

  mutating func read(into sink: any DraftSink) throws {
    while try reader.next(into: &record) {
      if record.number != lastNumber + 1 || reader.problems.count != handedOver {
        try passOn(to: sink)
      }
      lastNumber = record.number
      if mapper.map(record, into: &draft) {
        if !mapper.problems.isEmpty { for problem in mapper.problems { try sink.note(problem) } }
        try sink.take(&draft)
      } else {
        try sink.reject(rejected(), because: mapper.problems)
      }
    }
    try passOn(to: sink)
  }

  private func rejected() -> RejectedRecord {
    RejectedRecord(
      place: record.place(),
      raw: reader.rawBytes(),
      header: reader.rawHeader,
      delimiter: reader.dialect.delimiter
    )
  }

  /// Hands over what the reader itself could not read or found doubtful.
  private mutating func passOn(to sink: any DraftSink) throws {
    let rejections = reader.takeRejections()
    for rejection in rejections {
      try sink.reject(rejection.record, because: [rejection.problem])
    }
    for problem in reader.problems[min(handedOver, reader.problems.count)...]
    where problem.severity != .error {
      try sink.note(problem)
    }
    handedOver = reader.problems.count
  }
}
