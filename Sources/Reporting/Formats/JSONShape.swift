/// A column as JSON needs it: its key written out, and the shapes within.
final class JSONShape {
  /// The 0-based number of the cell.
  let index: Int
  /// The key in quotes with a colon.
  let key: String
  /// The shapes of a record's fields.
  let fields: [JSONShape]
  /// The shape of a list's elements.
  let element: JSONShape?

  init(index: Int, key: String, kind: Column.Kind) {
    self.index = index
    self.key = "\"\(key)\":"
    fields = JSONShape.shapes(kind.fields)
    element = kind.element.map { JSONShape(index: 0, key: "", kind: $0) }
  }

  /// Makes the shapes of the columns that a format shows.
  static func shapes(_ columns: [Column], format: OutputFormat = .json) -> [JSONShape] {
    columns.indices.filter { columns[$0].formats.contains(format) }
      .map { JSONShape(index: $0, key: columns[$0].key, kind: columns[$0].kind) }
  }
}
