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
  let fields: [CompiledField]
  let identifiers: [CompiledIdentifier]
  let parties: [CompiledParty]
  let mentions: [CompiledMention]
  let revision: [Int]
  let order: [Int]

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
    fields = isRecords ? Self.fields(profile, &finder) : []
    identifiers =
      isRecords ? profile.identifiers.compactMap { CompiledIdentifier($0, &finder) } : []
    let parties = isRecords ? profile.parties : profile.partyFile?.parties ?? []
    self.parties = parties.flatMap { CompiledParty.all($0, &finder) }
    mentions = isRecords ? profile.mentions.compactMap { CompiledMention($0, &finder) } : []
    let amendments = isRecords ? profile.amendments : nil
    revision = amendments?.revision.compactMap { finder.find($0, isRequired: true) } ?? []
    order = amendments?.order.compactMap { finder.find($0) } ?? []
    used = finder.used
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

/// A field of the draft and the reader of its value.
final class CompiledField {
  let target: Field
  let currencyTarget: Field
  let reader: ValueReader
  /// Whether an earlier reading may have filled the field already, which then stands.
  let isAlternative: Bool

  init(target: Field, reader: ValueReader, isAlternative: Bool) {
    self.target = target
    self.reader = reader
    self.isAlternative = isAlternative
    currencyTarget = target == .annualValue ? .annualValueCurrency : .valueCurrency
  }
}

/// A name within a scheme, with the readers of both.
final class CompiledIdentifier {
  let scheme: String
  let schemeReader: ValueReader?
  let reader: ValueReader
  let matching: Regex<AnyRegexOutput>?

  init?(_ identifier: ProfileIdentifier, _ finder: inout ColumnFinder) {
    reader = finder.reader(identifier.value)
    scheme = identifier.scheme
    matching = identifier.matching.flatMap { try? Regex($0) }
    schemeReader = identifier.schemeValue.map { finder.reader($0) }
    if case .absent = reader.source { return nil }
  }
}

/// A mention and the readers of its parts.
final class CompiledMention {
  let kind: DraftMention.Kind
  let name: ValueReader
  let detail: ValueReader?
  let separator: String?

  init?(_ mention: ProfileMention, _ finder: inout ColumnFinder) {
    kind = mention.kind
    name = finder.reader(mention.name)
    detail = mention.detail.map { finder.reader($0) }
    separator = mention.separator
    if case .absent = name.source { return nil }
  }
}

/// A party and the readers of its details.
final class CompiledParty {
  let role: DraftParty.Role
  let isOwn: Bool
  let own: ValueReader?
  let name: ValueReader
  let details: [(detail: ProfileParty.Detail, reader: ValueReader)]
  let identifiers: [CompiledIdentifier]
  let list: ProfileList?
  let listColumn: Int
  let condition: ProfileParty.Condition?
  let conditionColumn: Int?

  /// The party, or one for each number of a repeated group of columns.
  static func all(_ party: ProfileParty, _ finder: inout ColumnFinder) -> [CompiledParty] {
    guard let numbers = party.numbers else {
      return CompiledParty(party, &finder).map { [$0] } ?? []
    }
    return numbers.compactMap { CompiledParty(party.numbered($0), &finder) }
  }

  private init?(_ party: ProfileParty, _ finder: inout ColumnFinder) {
    role = party.role
    isOwn = party.isOwn
    list = party.list
    listColumn = party.list.flatMap { finder.find($0.column) } ?? -1
    condition = party.condition
    conditionColumn = party.condition.flatMap { finder.find($0.column) }
    // A condition on a column that the file does not have is settled for all rows.
    if let condition, condition.wants, conditionColumn == nil { return nil }
    name = finder.reader(party.name)
    if case .absent = name.source { return nil }
    if list != nil, listColumn < 0 { return nil }
    own = party.ownValue.map { finder.reader($0) }
    var details: [(ProfileParty.Detail, ValueReader)] = []
    for detail in ProfileParty.Detail.allCases {
      guard let value = party.details[detail] else { continue }
      let reader = finder.reader(value)
      if case .absent = reader.source { continue }
      details.append((detail, reader))
    }
    self.details = details
    identifiers = party.identifiers.compactMap { CompiledIdentifier($0, &finder) }
  }
}

extension ProfileParty {
  /// The party with `{n}` in the names of its columns replaced by a number.
  fileprivate func numbered(_ number: Int) -> ProfileParty {
    var party = self
    party.name.source = name.source.numbered(number)
    party.ownValue?.source = ownValue?.source.numbered(number) ?? .constant("")
    party.details = details.mapValues { value in
      var value = value
      value.source = value.source.numbered(number)
      return value
    }
    party.identifiers = identifiers.map { identifier in
      var identifier = identifier
      identifier.value.source = identifier.value.source.numbered(number)
      if let source = identifier.schemeValue?.source {
        identifier.schemeValue?.source = source.numbered(number)
      }
      return identifier
    }
    return party
  }
}
