extension ProfileDraftWriter {
  /// How the cells speak for or against a meaning.
  func judge(_ meaning: FieldWords.Meaning, _ column: Int) -> (Int, String) {
    let shape = shapes[column]
    guard shape.filled > 0 else { return (-20, "; the cells are blank") }
    switch meaning {
    case .key:
      return shape.isUnique ? (9, " and every cell is different") : (-30, "; cells repeat")
    case .field(let field): return judge(field, shape, HeaderUnit(proposal.columns[column])?.unit)
    case .party(.country):
      return shape.isCountryCode
        ? (9, " and the cells are codes of two letters")
        : (-30, "; the cells are no codes of two letters")
    case .supplierName, .buyerName, .customerName, .party(.city), .services:
      return judgeText(shape)
    case .supplierIdentifier, .customerIdentifier, .currency, .party: return (0, "")
    }
  }

  private func judge(_ field: Field, _ shape: ColumnShape, _ unit: DurationUnit?) -> (Int, String) {
    if field.isDay { return judgeDays(field, shape) }
    switch field.profileKind {
    case .money:
      return shape.isNumeric
        ? like("numbers", but: shape.notNumbers, shape) : (-60, "; the cells are no numbers")
    case .duration: return judgeDurations(shape, unit)
    case .choice: return judgeChoice(field, shape)
    case .identifier: return (0, "")
    default: return judgeText(shape)
    }
  }

  private func judgeText(_ shape: ColumnShape) -> (Int, String) {
    let isOther = !shape.dates.isEmpty || shape.isNumeric
    return isOther ? (-25, "; the cells are days or numbers") : (0, "")
  }

  private func judgeDays(_ field: Field, _ shape: ColumnShape) -> (Int, String) {
    guard !shape.dates.isEmpty else { return (-60, "; the cells are no days") }
    guard field == .endsOn, shape.openEndCount > 0 else {
      return like("days", but: shape.notDays, shape)
    }
    let words = shape.openEnds.map { "\u{201C}\($0)\u{201D}" }.joined(separator: ", ")
    return like("days or \(words)", but: shape.notDays - shape.openEndCount, shape)
  }

  private func judgeDurations(_ shape: ColumnShape, _ unit: DurationUnit?) -> (Int, String) {
    guard shape.isDuration, shape.dates.isEmpty else {
      return (-25, "; the cells are no durations")
    }
    guard shape.isNumeric else { return like("durations", but: shape.notDurations, shape) }
    guard let unit else { return (-25, "; the cells are numbers without a unit") }
    return (9, " and the cells are numbers of \(unit.profileName)")
  }

  /// A kind is one only if all its words are known; else the column is a category.
  private func judgeChoice(_ field: Field, _ shape: ColumnShape) -> (Int, String) {
    if isKnown(field, shape) { return (9, " and all words in the cells are known") }
    return field == .kind ? (-60, "; the words in the cells are not known") : judgeText(shape)
  }

  /// Whether it is plain what each word of a column means in a field.
  func isKnown(_ field: Field, _ shape: ColumnShape) -> Bool {
    shape.distinct <= shape.words.count
      && shape.words.allSatisfy { CellWords.meaning(of: $0, in: field) != nil }
  }

  private func like(_ kind: String, but others: Int, _ shape: ColumnShape) -> (Int, String) {
    if others == 0 { return (9, " and the cells are \(kind)") }
    return (-15, " and the cells are \(kind), but for \(others) of \(shape.filled)")
  }
}

extension FieldWords.Meaning {
  /// Whether it names the party with whom we have an agreement.
  var isOtherParty: Bool { self == .supplierName || self == .customerName }

  /// Whether it is of use only beside the name of the party.
  var isPartyDetail: Bool {
    if case .party = self { return true }
    return self == .customerIdentifier
  }

  /// What the meaning is called in a draft.
  var name: String {
    switch self {
    case .key: "key"
    case .field(let field): field.profileName
    case .supplierName: "supplier name"
    case .supplierIdentifier: "supplier identifier"
    case .buyerName: "buyer name"
    case .customerName: "customer name"
    case .customerIdentifier: "customer identifier"
    case .party(let field): "party \(field.profileName)"
    case .currency: "currency"
    case .services: "services"
    }
  }
}
