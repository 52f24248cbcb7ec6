import Model

extension Picture {
  /// An agreement in time: its terms, when it is too late for notice, and the days that matter.
  struct Timeline: Sendable, Hashable {
    /// A stretch of days, both included.
    struct Stretch: Sendable, Hashable {
      /// What it is.
      enum Kind: String, Sendable { case term, otherTerm, possible, window }

      let first: CivilDay
      let last: CivilDay
      let kind: Kind
      let label: String
    }

    /// A day with what it is.
    struct Mark: Sendable, Hashable {
      let day: CivilDay
      let label: String
    }

    let today: CivilDay
    let terms: [Stretch]
    /// From the day after the last day for notice to the end of the term.
    let windows: [Stretch]
    /// In order of the days.
    let marks: [Mark]

    /// The first and the last day that are shown, with a little room on both sides.
    var first: CivilDay { edges.first.adding(days: -(edges.days / 40) - 1) }
    var last: CivilDay { edges.last.adding(days: edges.days / 40 + 1) }

    private var edges: (first: CivilDay, last: CivilDay, days: Int) {
      let starts = terms.map(\.first) + marks.map(\.day) + [today]
      let ends = terms.map(\.last) + marks.map(\.day) + [today]
      let first = starts.min() ?? today
      let last = ends.max() ?? today
      return (first, last, first.days(to: last))
    }

    /// The step on which a day lies, from 0 for the first day shown to the last step.
    func step(of day: CivilDay, last steps: Int) -> Int {
      let share = first.days(to: day) * steps / max(1, first.days(to: last))
      return min(max(0, share), steps)
    }
  }
}

extension Picture.Timeline: PictureSubject {
  var title: String { "The agreement in time" }

  var words: String {
    let stretches = (terms + windows).map { "\($0.label): \($0.first) to \($0.last)" }
    let days = marks.map { "\($0.label): \($0.day)" } + ["Today: \(today)"]
    return (stretches + days).joined(separator: "; ") + "."
  }

  var legend: [LegendEntry] {
    var entries: [LegendEntry] = []
    if terms.contains(where: { $0.kind == .possible }) {
      entries.append(LegendEntry(.patch("possible"), "If no notice is given in time"))
    }
    if !windows.isEmpty {
      entries.append(LegendEntry(.patch("window"), "Too late to end it then"))
    }
    return entries
      + marks.enumerated().map { LegendEntry(.number($0.offset + 1), Self.text($0.element)) }
  }

  static func text(_ mark: Mark) -> String { "\(mark.label): \(mark.day)" }

  /// The days at which the axis has a text, about five: firsts of months or of years.
  var ticks: [(day: CivilDay, label: String)] {
    let months = first.days(to: last) / 150
    let steps = [1, 2, 3, 6, 12, 24, 36, 48, 60, 120, 240, 600]
    let step = steps.first { $0 >= months } ?? 1_200
    let (year, month, _) = first.components
    let start = (year * 12 + month - 1) / step * step
    return (0..<12).compactMap { index in
      let number = start + index * step
      guard let day = CivilDay(year: number / 12, month: number % 12 + 1, day: 1), day >= first,
        day <= last
      else { return nil }
      return (day, String(day.description.prefix(step >= 12 ? 4 : 7)))
    }
  }
}
