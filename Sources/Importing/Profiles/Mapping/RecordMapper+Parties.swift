extension RecordMapper {
  /// Adds a further name of the record, or all those that its list cell holds.
  @inline(__always)
  func add(_ identifier: CompiledIdentifier, _ row: RecordRow, _ draft: inout Draft) {
    forEach(identifier.items, row) { row in
      guard let value = value(of: identifier, row, &draft) else { return }
      draft.addIdentifier(scheme: scheme(identifier, row), value: value)
    }
  }

  /// The bytes of an identifier, or nil if there is none or it is one of another scheme.
  private func value(
    of identifier: CompiledIdentifier,
    _ row: RecordRow,
    _ draft: inout Draft
  ) -> Draft.Bytes? {
    guard let value = text(identifier.reader, row, &draft) else { return nil }
    guard let matching = identifier.matching else { return value }
    let isMatch = (try? matching.wholeMatch(in: draft.string(value))) != nil
    return isMatch ? value : nil
  }

  /// The scheme that the row states, or else the profile's.
  private func scheme(_ identifier: CompiledIdentifier, _ row: RecordRow) -> String {
    guard let reader = identifier.schemeReader, let cell = bytes(of: reader, row) else {
      return identifier.scheme
    }
    switch reader.read(cell.span, beside: cell.span.extracting(0..<0)) {
    case .word(let word), .substitute(let word): return word.string
    case .fault(let fault):
      self.fault(fault, reader, cell.span, row)
      return identifier.scheme
    default: return identifier.scheme
    }
  }

  /// Adds the party, or all those that its list cell holds.
  @inline(__always)
  func add(_ party: CompiledParty, _ row: RecordRow, _ draft: inout Draft) {
    forEach(party.items, row) { row in
      if let condition = party.condition, !holds(condition, party.conditionReader, row) { return }
      addOne(party, row, &draft)
    }
  }

  private func holds(
    _ condition: ProfileParty.Condition,
    _ reader: ValueReader?,
    _ row: RecordRow
  ) -> Bool {
    guard let reader else { return !condition.wants }
    let word = String(decoding: bytes(of: reader, row) ?? [], as: UTF8.self).lowercased()
    return condition.words.contains(word) == condition.wants
  }

  private func addOne(_ party: CompiledParty, _ row: RecordRow, _ draft: inout Draft) {
    guard let name = text(party.name, row, &draft) else {
      noteUnnamed(party, row, &draft)
      return
    }
    guard let role = party.role ?? role(party, draft.string(name), row) else { return }
    var found = DraftParty(role: role, name: name, isOwn: isOwn(party, row))
    for (detail, reader) in party.details {
      guard let bytes = text(reader, row, &draft) else { continue }
      found.set(detail, bytes)
    }
    let number = draft.addParty(found)
    for identifier in party.identifiers {
      forEach(identifier.items, row) { row in
        guard let value = value(of: identifier, row, &draft) else { return }
        draft.addPartyIdentifier(party: number, scheme: scheme(identifier, row), value: value)
      }
    }
  }

  /// The role that the row states; nil if it states none, and then the party is not added.
  private func role(
    _ party: CompiledParty,
    _ name: String,
    _ row: RecordRow
  ) -> DraftParty.Role? {
    guard let reader = party.roleReader, let cell = bytes(of: reader, row) else { return nil }
    switch reader.read(cell.span, beside: cell.span.extracting(0..<0)) {
    case .word(let word): return DraftParty.Role(rawValue: word.string)
    case .substitute(let word):
      substituted(reader, cell.span, by: word, row)
      return DraftParty.Role(rawValue: word.string)
    case .text: return DraftParty.Role(rawValue: String(decoding: cell, as: UTF8.self))
    case .fault(let fault): self.fault(fault, reader, cell.span, row)
    case .missing:
      if reader.value.constraints.isRequired { fault(.required, reader, cell.span, row) }
    case .number, .money, .openEnded: break
    }
    noteWithoutRole(reader, name, row)
    return nil
  }

  private func noteWithoutRole(_ reader: ValueReader, _ name: String, _ row: RecordRow) {
    note(
      "party.withoutRole",
      .warning,
      row.record,
      column: reader.column,
      label: reader.label,
      value: name,
      message: "The party “\(name.shortened)” has no role in “\(reader.label)” and is not added.",
      remedy: "Fill in the role, or add its word to “values” in the profile."
    )
  }

  private func isOwn(_ party: CompiledParty, _ row: RecordRow) -> Bool {
    guard let own = party.own, let cell = bytes(of: own, row) else { return party.isOwn }
    switch own.read(cell.span, beside: cell.span.extracting(0..<0)) {
    case .number(let flag): return flag == 1
    case .fault(let fault):
      self.fault(fault, own, cell.span, row)
      return party.isOwn
    default: return party.isOwn
    }
  }

  /// Says that an identifier has no name beside it, because such a party is not added.
  private func noteUnnamed(_ party: CompiledParty, _ row: RecordRow, _ draft: inout Draft) {
    for identifier in party.identifiers {
      guard identifier.items == nil, let cell = bytes(of: identifier.reader, row),
        !identifier.reader.isMissing(cell.span)
      else { continue }
      if case .constant = identifier.reader.source { continue }
      note(
        "party.unnamed",
        .warning,
        row.record,
        column: identifier.reader.column,
        label: identifier.reader.label,
        value: String(decoding: cell, as: UTF8.self),
        message:
          "The \(party.word) has an identifier and no name in “\(party.name.label)”.",
        remedy: "Fill in the name; without it the party is not added."
      )
      return
    }
  }

  /// Adds what a cell names.
  @inline(__always)
  func add(_ mention: CompiledMention, _ row: RecordRow, _ draft: inout Draft) {
    forEach(mention.items, row) { addOne(mention, $0, &draft) }
  }

  private func addOne(_ mention: CompiledMention, _ row: RecordRow, _ draft: inout Draft) {
    guard let name = text(mention.name, row, &draft) else { return }
    let detail = mention.detail.flatMap { text($0, row, &draft) }
    guard let separator = mention.separator, !separator.isEmpty else {
      draft.addMention(DraftMention(kind: mention.kind, name: name, detail: detail))
      return
    }
    var list = ProfileList(ProfileColumn())
    list.separator = separator
    for item in list.items(of: draft.string(name)) {
      let bytes = draft.append(item[0])
      draft.addMention(DraftMention(kind: mention.kind, name: bytes, detail: detail))
    }
  }
}

extension DraftParty {
  fileprivate mutating func set(_ detail: ProfileParty.Detail, _ bytes: Draft.Bytes) {
    switch detail {
    case .country: country = bytes
    case .address: address = bytes
    case .postalCode: postalCode = bytes
    case .city: city = bytes
    case .email: email = bytes
    case .phone: phone = bytes
    case .website: website = bytes
    }
  }
}
