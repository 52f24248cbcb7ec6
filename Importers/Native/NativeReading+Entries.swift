import Importing
import Model

/// A record of one row that was read, before it is handed over.
struct NativeEntry {
  var draft: RecordDraft
  var problems: [Problem]
  /// When it took effect and was learned; nil in the short form.
  var time: NativeTime?

  /// The facts by which it is found again.
  func key(_ entry: EntryType) -> [String] {
    [entry.type.name]
      + entry.keys.map { key in draft.values.last { $0.field == key }?.text ?? "" }
  }
}

/// Records of one row in the order of the document, of the full form only the latest of each key.
struct NativeEntries {
  private(set) var list: [NativeEntry] = []
  private var numbers: [[String]: Int] = [:]

  mutating func add(_ entry: NativeEntry, _ type: EntryType) {
    guard let time = entry.time else { return list.append(entry) }
    let key = entry.key(type)
    guard let number = numbers[key] else {
      numbers[key] = list.count
      return list.append(entry)
    }
    if let earlier = list[number].time, earlier <= time { list[number] = entry }
  }
}

extension NativeReading {
  /// Reads the records of a section whose records are one row each, and hands them over.
  func readEntries() throws {
    var entries = NativeEntries()
    while let event = try reader.next() {
      switch event {
      case .start(let name):
        guard let type = EntryType.named(reader.local(name)) else {
          try passOver(name)
          continue
        }
        try readEntry(type, of: [], into: &entries)
      case .end: return try deliver(entries)
      case .text: continue
      }
    }
  }

  /// Reads the record whose start tag is current.
  ///
  /// `facts` are those that stand in the record above.
  func readEntry(
    _ type: EntryType,
    of facts: [(field: String, text: String)],
    into entries: inout NativeEntries
  ) throws {
    let place = nextPlace()
    let outer = problems
    problems = []
    defer { problems = outer }
    var draft = RecordDraft(kind: type.type.name, reference: "", place: place)
    for (field, text) in facts {
      draft.values.append(.init(field: field, text: text, place: place))
    }
    readAttributes(type.type, &draft)
    let isLearned = reader.attributeBytes(names.recordedAt) != nil
    let time = isLearned ? NativeTime(reader, names) : nil
    var isVoided = false
    while let event = try reader.next() {
      guard case .start(let name) = event else {
        if case .end = event { break }
        continue
      }
      if name == names.voided {
        isVoided = true
        try reader.skip()
      } else {
        try readFact(reader.local(name), type.type, &draft)
      }
    }
    guard !isVoided else { return countWithdrawn(type.type.name) }
    entries.add(NativeEntry(draft: draft, problems: problems, time: time), type)
  }

  /// Hands over what was gathered.
  func deliver(_ entries: NativeEntries) throws {
    guard reader.invalidities.isEmpty else { return }
    for entry in entries.list {
      if entry.problems.isEmpty {
        try sink.take(entry.draft)
      } else {
        let record = RejectedRecord(place: entry.draft.place, raw: [])
        try sink.reject(record, because: entry.problems)
      }
    }
  }
}
