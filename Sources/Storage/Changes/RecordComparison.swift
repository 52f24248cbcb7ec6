import Model

/// All that the store says about one record, as of two days.
struct RecordComparison {
  /// A fact that is not the same on both days, by its place, and the row that says what holds.
  struct Difference {
    let index: Int
    let author: RecordState
    /// The row that was voided to make the older value hold again, or nil.
    let undone: RecordState?
  }

  let type: RecordType
  let days: ComparedDays
  /// The table of the rows.
  let table: String
  /// The number of the record as a whole; nil where rows alone are voided.
  let number: Int64?
  /// The rows, the one that holds on a day behind all others that are visible then.
  let states: [RecordState]
  /// Whether a change voids the row that it replaces.
  let isReplaced: Bool
  /// The recording by which the record as a whole was voided, or nil.
  let voidedIn: Int64?

  /// What holds on the earlier and on the later day; nil for nothing.
  var before: RecordState? { state(on: days.earlier) }
  var after: RecordState? { state(on: days.later) }

  private func state(on side: ComparedDays.Side) -> RecordState? {
    if let voidedIn, voidedIn <= side.recording { return nil }
    return states.last { $0.isVisible(on: side) }.flatMap { $0.isPresent ? $0 : nil }
  }

  /// The rows that led to what holds on the later day, in order.
  private var chain: [RecordState] {
    guard let last = after.flatMap({ after in states.lastIndex { $0.id == after.id } }) else {
      return []
    }
    return states[...last].filter {
      isReplaced ? $0.isRecorded(on: days.later) : $0.isVisible(on: days.later)
    }
  }

  /// The row since which the record is there on the later day.
  var first: RecordState? { chain.first }

  /// The row since which a fact, by its place, has the value of the later day.
  func author(of index: Int) -> RecordState? {
    guard let after else { return nil }
    return chain.reversed().prefix { $0.values[index] == after.values[index] }.last ?? after
  }

  /// The facts that differ, in the order of the kind.
  var differences: [Difference] {
    guard let before, let after, before.id != after.id else { return [] }
    return type.fields.indices.filter { isTold($0) && before.values[$0] != after.values[$0] }
      .map { index in
        let author = author(of: index) ?? after
        let isOlder = author.isVisible(on: days.earlier) && !before.isVisible(on: days.later)
        return Difference(index: index, author: author, undone: isOlder ? before : nil)
      }
  }

  /// The facts that a state has, by their places.
  func told(_ state: RecordState) -> [Int] {
    type.fields.indices.filter { isTold($0) && state.values[$0] != nil }
  }

  /// A whole file that is kept within a record is told by its digest alone.
  private func isTold(_ index: Int) -> Bool {
    type.fields[index].name != "content" || type.field("sha256") == nil
  }

  /// The place of the fact that is the last day of the record, or nil.
  var lastDayIndex: Int? {
    type.fields.firstIndex { Self.lastDays.contains($0.name) }
  }

  /// The facts that are the last day of a record.
  static let lastDays: Set<String> = ["validThrough", "liveThrough"]

  /// The last day of the record, if it passed between the two days.
  var passedLastDay: CivilDay? {
    guard let index = lastDayIndex, let before, let after,
      let last = after.values[index].flatMap({ CivilDay($0) }), last < days.later.day
    else { return nil }
    let known = before.values[index].flatMap { CivilDay($0) }
    return known.map { $0 >= days.earlier.day } ?? true ? last : nil
  }
}
