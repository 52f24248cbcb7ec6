/// Which columns of a text table are shown, and how wide each is.
///
/// Columns go, the least important first and among equals the rightmost first, until the least
/// widths of the others fit; columns without any value go before all others, and the ones of low
/// importance already when texts would become narrow. If the essential ones alone do not fit, rows become blocks.
struct TableLayout {
  /// The places between two columns.
  static let gap = 2
  /// The greatest width that a text takes for itself because it must stay whole.
  static let wholeLimit = 32

  /// A column with its place.
  struct Slot {
    /// The 0-based number among the columns of the table.
    let index: Int
    /// The column.
    let column: Column
    /// The number of places.
    var width: Int
  }

  /// The columns shown, from left to right.
  private(set) var slots: [Slot] = []
  /// The headings of the columns left out, from left to right.
  private(set) var hidden: [String] = []
  /// Whether every row is written as a block of lines.
  private(set) var isBlocks = false

  /// Settles a layout from the columns and the widths of their cells.
  init(_ columns: [Column], contents: [ContentWidth], places: Int) {
    let needs = columns.indices.map { Need(columns[$0], contents[$0]) }
    let ranks = columns.indices.map {
      contents[$0].most == 0 ? -1 : columns[$0].importance.rawValue
    }
    var shown = Array(columns.indices)
    while true {
      let next = Self.leastImportant(shown, columns, ranks)
      let isLow = next.map { columns[$0].importance == .low } ?? false
      let widths = shown.map { isLow ? needs[$0].comfortable : needs[$0].least }
      if Self.width(widths) <= places { break }
      guard let next else {
        isBlocks = true
        return
      }
      shown.removeAll { $0 == next }
    }
    hidden = columns.indices.filter { !shown.contains($0) }.map { columns[$0].title }
    slots = shown.map { Slot(index: $0, column: columns[$0], width: needs[$0].least) }
    var room = places - Self.width(slots.map(\.width))
    grow(to: shown.map { needs[$0].content }, &room)
    grow(to: shown.map { max(needs[$0].content, needs[$0].title) }, &room)
  }

  /// How wide the cells of a column are.
  struct ContentWidth {
    /// The width of the widest.
    let most: Int
    /// The width that nine of ten do not exceed.
    let usual: Int

    /// Takes the widths of all cells, in any order.
    init(_ widths: [Int]) {
      let sorted = widths.sorted()
      most = sorted.last ?? 0
      usual = sorted.isEmpty ? 0 : sorted[(sorted.count - 1) * 9 / 10]
    }
  }

  /// The widths that a column asks for.
  private struct Need {
    /// The width below which the column is of no use.
    let least: Int
    /// The width that unimportant columns have to leave to the others.
    let comfortable: Int
    /// The width at which no cell is shortened.
    let content: Int
    /// The width at which the heading is one line.
    let title: Int

    init(_ column: Column, _ cells: ContentWidth) {
      let words = column.title.split(separator: " ").map { DisplayWidth.of(String($0)) }
      let word = max(1, words.max() ?? 1)
      title = DisplayWidth.of(column.title)
      if column.kind.isExact {
        content = max(word, cells.most)
        least = content
        comfortable = content
      } else if column.overflow == .whole {
        content = max(word, min(cells.most, TableLayout.wholeLimit))
        let hasOutliers = cells.most > 16 && cells.most > cells.usual * 3 / 2
        least = max(word, min(hasOutliers ? cells.usual : cells.most, TableLayout.wholeLimit))
        comfortable = least
      } else {
        content = max(word, cells.most)
        least = max(word, min(cells.most, column.minimumWidth))
        comfortable = max(least, min(cells.usual, column.minimumWidth * 2))
      }
    }
  }

  private static func width(_ widths: [Int]) -> Int {
    widths.reduce(0, +) + gap * max(0, widths.count - 1)
  }

  private static func leastImportant(_ shown: [Int], _ columns: [Column], _ ranks: [Int]) -> Int? {
    shown.reversed().filter { columns[$0].importance < .essential }
      .min { ranks[$0] < ranks[$1] }
  }

  /// Gives the room, place by place, to the narrowest column that still wants some.
  private mutating func grow(to wishes: [Int], _ room: inout Int) {
    while room > 0 {
      let wanting = slots.indices.filter { slots[$0].width < wishes[$0] }
      guard let next = wanting.min(by: { slots[$0].width < slots[$1].width }) else { return }
      slots[next].width += 1
      room -= 1
    }
  }
}
