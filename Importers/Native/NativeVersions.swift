import Importing
import Model

/// One version of the agreement at hand: what the parties agreed, and the facts since then.
struct NativeVersion {
  let number: Int
  let place: Place
  /// The facts by its latest revision that holds; nil if no revision describes it.
  var facts: Draft?
  /// What is wrong in these facts.
  var problems: [Problem] = []
  /// When its latest revision took effect and was learned.
  var time: NativeTime?
  /// The day on which the latest revision took effect, or the version itself.
  var day: Int64?
  /// Its name, its day, its title and the change of value; nil if no element states it.
  var terms: Draft?
  var isVoided = false

  /// Whether there is anything in it that holds.
  var holds: Bool { !isVoided && (facts != nil || terms != nil) }

  /// By what it is found again: its name, else its day; nil if it has neither.
  var identity: String? {
    if let terms, let name = terms.amendment { return terms.string(name) }
    return (terms?.number(.changedOn) ?? day).map { "\u{0}\($0)" }
  }
}

/// The versions of the agreement at hand, by number.
struct NativeVersions {
  private var list: [Int: NativeVersion] = [:]
  private let place: Place
  /// Whether facts stand in revisions, so that none stand under the agreement itself.
  var hasRevisions = false

  /// `place` is that of the agreement.
  init(place: Place) { self.place = place }

  /// Whether the agreement has facts of its own or a revision that holds.
  var hold: Bool { !hasRevisions || standing.contains { $0.facts != nil } }

  /// Those that hold, in the order of their numbers; the first is there also if nothing but the
  /// facts of the agreement speaks of it.
  var standing: [NativeVersion] {
    var all = list
    if !hasRevisions, all[1] == nil { all[1] = NativeVersion(number: 1, place: place) }
    let isImplied = !hasRevisions && !(all[1]?.isVoided ?? false)
    return all.values.filter { $0.holds || (isImplied && $0.number == 1) }
      .sorted { $0.number < $1.number }
  }

  /// The version of a number, made with a place if it was not met before.
  func version(_ number: Int, at place: () -> Place) -> NativeVersion {
    list[number] ?? NativeVersion(number: number, place: number == 1 ? self.place : place())
  }

  mutating func put(_ version: NativeVersion) { list[version.number] = version }
}
