import GRDB
import Importing

/// A form made ready for restoring: names as numbers, columns in the order of the journal.
final class NativePlan {
  /// What an element inside a record is.
  enum Action {
    case column(Int)
    case child(NativePlan)
    case voided, repeated
  }

  /// What a column of the table is filled with.
  enum Cell {
    case id, owner
    case slot(Int)
    case none
  }

  let form: NativeForm
  /// The columns of the form with the numbers of their slots; a currency has the next slot.
  let columns: [(column: NativeColumn, name: XMLName, slot: Int)]
  let slotCount: Int
  /// For each column of the table but the last two.
  let cells: [Cell]
  let writer: TableWriter
  /// The number of the text's slot, or nil if the element has no text of its own.
  let contentSlot: Int?
  private var actions: [Int32: Action] = [:]
  private(set) var lastId: Int64 = 0
  private(set) var rowCount = 0
  private var lastRecording: Int64 = 0
  /// Whether rows were not written in the order of their recordings.
  private(set) var isUnordered = false

  init(_ form: NativeForm, _ session: WriteSession, _ names: inout XMLNames) throws {
    self.form = form
    var slot = 0
    var plans: [(column: NativeColumn, name: XMLName, slot: Int)] = []
    for column in form.columns {
      let space = column.position == .element ? NativeFormat.namespace : ""
      let name = names.add(column.name.isEmpty ? "content" : column.name, in: space)
      plans.append((column, name, slot))
      if column.position == .element { actions[name.code] = .column(plans.count - 1) }
      if column.kind == .agreement { _ = names.add(NativeFormat.voidedAttribute(column.name)) }
      slot += column.currency == nil ? 1 : 2
    }
    columns = plans
    slotCount = slot
    contentSlot = plans.first { $0.column.position == .content }?.slot
    cells = Self.cells(form, plans.map { ($0.column, $0.slot) })
    writer = try session.writer(form.table)
    if form.canBeVoided { actions[names.add("voided", in: NativeFormat.namespace).code] = .voided }
    for element in form.repeated {
      actions[names.add(element, in: NativeFormat.namespace).code] = .repeated
    }
    for child in form.children {
      let plan = try NativePlan(child, session, &names)
      actions[names.add(child.element, in: NativeFormat.namespace).code] = .child(plan)
    }
  }

  private static func cells(
    _ form: NativeForm,
    _ columns: [(column: NativeColumn, slot: Int)]
  ) -> [Cell] {
    let all = AuditedTable.named(form.table)?.columns.dropLast(2) ?? []
    return all.map { name in
      if name == form.owner { return .owner }
      if name == "id" { return .id }
      for (column, slot) in columns {
        if column.column == name { return .slot(slot) }
        if column.currency == name { return .slot(slot + 1) }
      }
      return .none
    }
  }

  /// What an element inside the record is, or nil if it has no place there.
  func action(_ name: XMLName) -> Action? { actions[name.code] }

  /// The plans below this one, with this one first.
  var all: [NativePlan] {
    let below = actions.values.compactMap { action -> NativePlan? in
      if case .child(let plan) = action { plan } else { nil }
    }
    return [self] + below.flatMap(\.all)
  }

  /// The next id of the table.
  func nextId() -> Int64 {
    lastId += 1
    return lastId
  }

  /// The id of the next revision of an owner.
  func nextId(below owner: Int64) -> Int64 {
    lastId = lastId >> 20 == owner ? lastId + 1 : owner << 20 + 1
    return lastId
  }

  /// Notes a row that was written.
  func count(recording: Int64) {
    rowCount += 1
    if recording < lastRecording { isUnordered = true }
    lastRecording = recording
  }
}
