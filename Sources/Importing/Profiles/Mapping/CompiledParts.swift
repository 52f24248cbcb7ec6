/// A field of the draft and the reader of its value.
final class CompiledField {
  let target: Field
  let currencyTarget: Field
  let reader: ValueReader
  /// Whether an earlier reading may have filled the field already, which then stands.
  let isAlternative: Bool

  init(target: Field, reader: ValueReader, isAlternative: Bool) {
    self.target = target
    self.reader = reader
    self.isAlternative = isAlternative
    currencyTarget = target == .annualValue ? .annualValueCurrency : .valueCurrency
  }
}

/// A name within a scheme, with the readers of both.
final class CompiledIdentifier {
  let scheme: String
  let schemeReader: ValueReader?
  let reader: ValueReader
  let matching: Regex<AnyRegexOutput>?
  let items: CompiledItems?

  init?(_ identifier: ProfileIdentifier, _ finder: inout ColumnFinder) {
    items = finder.items(identifier.list, missing: identifier.value.missing)
    (reader, schemeReader) = finder.within(items) { finder in
      (finder.reader(identifier.value), identifier.schemeValue.map { finder.reader($0) })
    }
    scheme = identifier.scheme
    matching = identifier.matching.flatMap { try? Regex($0) }
    if reader.source.isAbsent || (items == nil && identifier.list != nil) { return nil }
  }
}

/// A mention and the readers of its parts.
final class CompiledMention {
  let kind: DraftMention.Kind
  let name: ValueReader
  let detail: ValueReader?
  let separator: String?
  let items: CompiledItems?

  init?(_ mention: ProfileMention, _ finder: inout ColumnFinder) {
    kind = mention.kind
    items = finder.items(mention.list, missing: mention.name.missing)
    (name, detail) = finder.within(items) { finder in
      (finder.reader(mention.name), mention.detail.map { finder.reader($0) })
    }
    separator = mention.separator
    if name.source.isAbsent || (items == nil && mention.list != nil) { return nil }
  }
}
