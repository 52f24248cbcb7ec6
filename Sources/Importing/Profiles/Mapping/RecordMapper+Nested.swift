extension RecordMapper {
  // MARK: Cells

  /// Takes the cells with JSON apart; one that cannot be read is noted once.
  func readJSON(_ row: inout RecordRow) {
    row.json = compiled.jsonColumns.map { column in
      let cell = row.record.bytes.span.extracting(row.range(column.column)).array
      if cell.isEmpty || column.missing.contains(cell) { return .blank }
      do throws(JSONFault) {
        return .document(try JSONReader.read(cell))
      } catch {
        note(error, column.rejects, at: column.column, label(column.column), cell, row)
        return .unreadable
      }
    }
  }

  private func note(
    _ fault: JSONFault,
    _ rejects: Bool,
    at column: Int?,
    _ label: String,
    _ cell: [UInt8],
    _ row: RecordRow
  ) {
    note(
      fault.kind.rawValue,
      rejects ? .error : .warning,
      row.record,
      column: column,
      label: label,
      value: String(decoding: cell, as: UTF8.self),
      message: fault.message(label: label, cell: cell)
        + (rejects ? "" : " It is left empty."),
      remedy: fault.remedy
    )
  }

  // MARK: Values

  /// The bytes of a value wherever it stands but in a single cell.
  ///
  /// Nil if it is not there: the file has no such column, or its JSON cannot be used.
  func bytes(of reader: ValueReader, _ row: RecordRow) -> [UInt8]? {
    switch reader.source {
    case .json(_, _, let path, let glue), .inner(let path, let glue):
      return nested(reader, path, glue, row)
    default: return row.assembled(reader)
    }
  }

  /// The bytes beside a value in JSON: its currency or unit; empty if there are none.
  func bytesBeside(_ reader: ValueReader, _ row: RecordRow) -> [UInt8]? {
    guard let path = reader.pathBeside, reader.source.isNested else { return nil }
    return nested(reader, path, [0x20], row, isBeside: true) ?? []
  }

  private func nested(
    _ reader: ValueReader,
    _ path: JSONPath,
    _ glue: [UInt8],
    _ row: RecordRow,
    isBeside: Bool = false
  ) -> [UInt8]? {
    let place: (document: JSONDocument, node: Int)
    switch row.start(of: reader.source) {
    case .blank: return []
    case .unreadable: return nil
    case .document(let document, let node): place = (document, node)
    }
    do throws(JSONFault) {
      var result: [UInt8] = []
      for node in try path.find(in: place.document, from: place.node) {
        let text = try place.document.scalar(node, for: isBeside ? nil : reader.value)
        guard !text.isEmpty else { continue }
        if !result.isEmpty { result += glue }
        result += text
      }
      return result
    } catch {
      let label = reader.column.map { self.label($0) } ?? reader.label
      note(error, reader.value.badCell == .reject, at: reader.column, label, [], row)
      return nil
    }
  }

  // MARK: Lists

  /// The items of a list, in order; none if its cell is blank or cannot be used.
  func items(of items: CompiledItems, _ row: RecordRow) -> [RowItem] {
    let path: JSONPath
    let rejects: Bool
    let start: NestedStart
    switch items {
    case .marked(let list, let column):
      let cell = row.record.bytes.span.extracting(row.range(column)).string
      return list.items(of: cell).map { .parts($0) }
    case .json(let slot, _, let itemsPath, let isFault):
      (path, rejects, start) = (itemsPath, isFault, row.start(ofSlot: slot))
    case .inner(let itemsPath, let isFault):
      (path, rejects, start) = (itemsPath, isFault, row.startOfItem)
    }
    guard case .document(let document, let node) = start else { return [] }
    do throws(JSONFault) {
      return try document.items(at: path, from: node).map { .node(document, $0) }
    } catch {
      let column = items.column ?? row.itemColumn
      note(error, rejects, at: column, column.map { label($0) } ?? "", [], row)
      return []
    }
  }

  /// Calls a body with the row at each item of the list, or once if there is none.
  @inline(__always)
  func forEach(_ items: CompiledItems?, _ row: RecordRow, _ body: (RecordRow) -> Void) {
    guard let items else { return body(row) }
    var inside = row
    if let column = items.column { inside.itemColumn = column }
    for item in self.items(of: items, row) {
      inside.item = item
      body(inside)
    }
  }
}

/// Where the way to a value in JSON starts.
enum NestedStart {
  case blank, unreadable
  case document(JSONDocument, Int)
}

extension RecordRow {
  fileprivate func start(of source: ValueReader.Source) -> NestedStart {
    if case .json(let slot, _, _, _) = source { return start(ofSlot: slot) }
    return startOfItem
  }

  fileprivate func start(ofSlot slot: Int) -> NestedStart {
    switch json[slot] {
    case .blank: .blank
    case .unreadable: .unreadable
    case .document(let document): .document(document, 0)
    }
  }

  fileprivate var startOfItem: NestedStart {
    if case .node(let document, let node) = item { return .document(document, node) }
    return .blank
  }
}

extension JSONDocument {
  /// The items of a list: what `[*]` at the end of the path finds; else the elements of the
  /// array there, or the one object.
  fileprivate func items(at path: JSONPath, from start: Int) throws(JSONFault) -> [Int] {
    let found = try path.find(in: self, from: start)
    if path.steps.last == .all { return found }
    var items: [Int] = []
    for node in found {
      switch nodes[node].kind {
      case .array: items += children(of: node).filter { nodes[$0].kind != .null }
      case .object: items.append(node)
      default: throw JSONFault(self, at: node, needs: "an array or an object")
      }
    }
    return items
  }

  /// The text of a single value, trimmed, as the value of a profile can read it.
  ///
  /// A number gets the decimal mark of the profile, so that 1.500 is never read as 1500; true
  /// and false become the profile's words for yes and no.
  fileprivate func scalar(
    _ node: Int,
    for value: ProfileValue?
  ) throws(JSONFault) -> [UInt8] {
    let text = Array(bytes[nodes[node].text])
    switch nodes[node].kind {
    case .text: return text.trimmed
    case .number:
      guard let value, [.money, .integer, .duration].contains(value.kind) else { return text }
      let mark = Array(value.formats.numbers.decimalMark.utf8)
      return text.flatMap { $0 == UInt8(ascii: ".") ? mark : [$0] }
    case .flag:
      guard let value, value.kind == .boolean else { return text }
      let words = text.count == 4 ? value.formats.yes : value.formats.no
      return words.first.map { Array($0.utf8) } ?? text
    case .null: return []
    case .array, .object: throw JSONFault(self, at: node, needs: "a text or a number")
    }
  }
}

extension [UInt8] {
  /// The bytes without blanks and line ends at both ends.
  fileprivate var trimmed: [UInt8] {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
    guard let first = firstIndex(where: { !isBlank($0) }) else { return [] }
    return Array(self[first...(lastIndex { !isBlank($0) } ?? first)])
  }
}
