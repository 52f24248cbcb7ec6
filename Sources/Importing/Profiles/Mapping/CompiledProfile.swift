/// A profile fitted to the real header of a file: every column found, or said to be missing.
public struct CompiledProfile {
  /// Which of a profile's files is read.
  public enum File: Sendable, Hashable {
    /// The file of the records.
    case records
    /// The second file, with the parties of the records.
    case parties
  }

  /// The profile.
  public let profile: Profile
  /// Which of its files is read.
  public let file: File
  /// The header cells in their order; empty if columns are named by position.
  public let header: [String]
  /// What keeps the profile from fitting: `column.missing`, `column.ambiguous`; empty if the file
  /// can be read.
  public let problems: [Problem]
  /// What is not read though it could be: `answer.missing`, each a warning.
  public let notes: [Problem]
  /// The columns read, 0-based.
  public let used: Set<Int>

  let key: [Int]
  let isFirstFilled: Bool
  let joiner: [UInt8]
  /// What a row is to do, or nil if rows do not say it.
  let operation: CompiledOperation?
  let fields: [CompiledField]
  let identifiers: [CompiledIdentifier]
  let parties: [CompiledParty]
  let mentions: [CompiledMention]
  let revision: [Int]
  let order: [Int]
  /// The columns whose cells hold JSON.
  let jsonColumns: [JSONColumn]

  /// Fits a profile to a header.
  ///
  /// `answers` are the texts that the profile asks for, by name.
  public init(
    _ profile: Profile,
    header: [String],
    file: File = .records,
    answers: [String: String] = [:]
  ) {
    self.profile = profile
    self.file = file
    self.header = header
    var finder = ColumnFinder(HeaderIndex(header), answers: answers)
    let isRecords = file == .records
    let keyRule = isRecords ? profile.key : profile.partyFile?.key
    isFirstFilled = keyRule?.isFirstFilled ?? false
    key = keyRule.map { finder.key($0) } ?? []
    joiner = Array((keyRule?.joiner ?? "/").utf8)
    if isRecords {
      for column in profile.recognizedBy { _ = finder.find(column, isRequired: true) }
    }
    let fields = isRecords ? Self.fields(profile, &finder) : []
    self.fields = fields
    let operation = isRecords ? profile.operation : nil
    self.operation = operation.map { CompiledOperation($0, fields, &finder) }
    identifiers =
      isRecords ? profile.identifiers.compactMap { CompiledIdentifier($0, &finder) } : []
    let parties = isRecords ? profile.parties : profile.partyFile?.parties ?? []
    self.parties = parties.flatMap { CompiledParty.all($0, &finder) }
    mentions = isRecords ? profile.mentions.compactMap { CompiledMention($0, &finder) } : []
    let amendments = isRecords ? profile.amendments : nil
    revision = amendments?.revision.compactMap { finder.find($0, isRequired: true) } ?? []
    order = amendments?.order.compactMap { finder.find($0) } ?? []
    used = finder.used
    jsonColumns = finder.jsonColumns
    notes = finder.notes.map { note in
      var note = note
      let question = note.field.flatMap { profile.questions[$0] }
      if let question { note.remedy = "\(question) \(note.remedy)" }
      return note
    }
    problems = Self.lacking(finder.lacking, profile) + finder.problems
  }

  private static func fields(_ profile: Profile, _ finder: inout ColumnFinder) -> [CompiledField] {
    var targets: Set<Field> = []
    return profile.fields.compactMap { field in
      let reader = finder.reader(field.value, closedList: field.target.closedList)
      if case .absent = reader.source { return nil }
      let isChange = profile.amendments?.amount == .change && field.target == .value
      let target = isChange ? .valueChange : field.target
      // The end may have said already that there is none.
      let isFirst = targets.insert(target).inserted && target != .openEnded
      return CompiledField(target: target, reader: reader, isAlternative: !isFirst)
    }
  }

  private static func lacking(_ names: [String], _ profile: Profile) -> [Problem] {
    guard !names.isEmpty else { return [] }
    let list = names.map { "“\($0)”" }.joined(separator: ", ")
    let noun = names.count == 1 ? "the column" : "the columns"
    return [
      Problem(
        "column.missing",
        field: names.first,
        message: "The header lacks \(noun) \(list) that the profile “\(profile.id)” needs.",
        remedy: "Choose another profile, or add the header's own names to a copy of this one."
      )
    ]
  }

  /// The header cells that the profile neither reads nor names as ignored, 0-based.
  public var unmapped: [Int] {
    let index = HeaderIndex(header)
    let names = file == .records ? profile.ignored : profile.partyFile?.ignored ?? []
    var known = used
    for case .found(let number) in names.map(index.find) { known.insert(number) }
    return header.indices.filter { !known.contains($0) }
  }

  /// The problem with which a source as a whole is refused, or nil if it fits.
  ///
  /// Several problems are put into one sentence each; the first gives code and remedy.
  public func refusal(of name: String) -> Problem? {
    guard var first = problems.first else { return nil }
    first.file = name
    first.message = problems.map(\.message).joined(separator: " ")
    return first
  }
}
