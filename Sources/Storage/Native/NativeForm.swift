/// How the rows of one table stand in the native format; export and restoration both go by it.
///
/// A record is an element with attributes and, in order: why it was voided, its simple elements,
/// and the records below it. Every record ends its attributes with `recordedAt`.
struct NativeForm: Sendable {
  /// How a row gets its id when it is restored.
  enum Identity: Sendable {
    /// The key is made of other columns.
    case composite
    /// Counted from 1.
    case counted
    /// The id of the record above times 2^20 plus a number from 1.
    case belowOwner
    /// The key is the id of the record above and a number, together as below an owner.
    case numbered
    /// The key is the id of the record above.
    case owner
  }

  let element: String
  let table: String
  let identity: Identity
  /// The column with the id of the record above, or nil.
  let owner: String?
  let columns: [NativeColumn]
  /// What rows below one record, or of the whole table, are ordered by.
  let order: String
  /// The records below, in order.
  let children: [NativeForm]
  /// Elements that repeat what stands elsewhere, for those who read a record alone.
  let repeated: [String]
  /// Whether an index of the table finds the rows below a record.
  let isIndexed: Bool
  /// Whether an export without provenance leaves the records out.
  let isProvenance: Bool

  init(
    _ element: String,
    table: String,
    _ identity: Identity,
    owner: String? = nil,
    order: String,
    columns: [NativeColumn],
    children: [NativeForm] = [],
    repeated: [String] = [],
    isIndexed: Bool = true,
    isProvenance: Bool = false
  ) {
    self.element = element
    self.table = table
    self.identity = identity
    self.owner = owner
    self.order = order
    self.columns = columns
    self.children = children
    self.repeated = repeated
    self.isIndexed = isIndexed
    self.isProvenance = isProvenance
  }

  /// Whether single rows of the table can be voided.
  var canBeVoided: Bool {
    switch identity {
    case .counted: !["scheme", "original", "batch", "batchSource"].contains(table)
    case .belowOwner, .numbered: true
    case .composite, .owner: false
    }
  }

  /// This form and all below.
  var all: [NativeForm] { [self] + children.flatMap(\.all) }
}

/// A part of the document with records of one or more forms.
struct NativeSection: Sendable {
  let element: String
  let forms: [NativeForm]
}
