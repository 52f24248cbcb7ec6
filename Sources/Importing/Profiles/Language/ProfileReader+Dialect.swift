extension ProfileReader {
  static let dialectKeys = [
    "encoding", "delimiter", "quote", "escape", "headerRows", "headerJoiner", "skipRows",
    "footnoteRows", "commentPrefix", "skipBlankRows", "trim", "formulaGuard", "ragged",
  ]

  func dialect(_ node: ProfileNode, into profile: inout Profile) {
    let entries = node.entries(Self.dialectKeys)
    profile.dialect = dialect(entries, node)
    if let ragged = entries["ragged"]?.choice(ProfileRagged.self) { profile.ragged = ragged }
    if let delimiter = entries["delimiter"], delimiter.isSequence {
      profile.delimiters = delimiter.items.compactMap { $0.byte() }
    }
  }

  func dialect(_ entries: [String: ProfileNode], _ node: ProfileNode) -> CSVDialect {
    var dialect = CSVDialect()
    dialect.trim = true
    if let encoding = entries["encoding"]?.choice(TextEncoding.self) {
      dialect.encoding = encoding
    }
    if let byte = entries["delimiter"]?.items.first?.byte() { dialect.delimiter = byte }
    if let quote = entries["quote"] { dialect.quote = quote.byte(orNone: true) }
    if let escape = entries["escape"] { dialect.escape = escape.byte(orNone: true) }
    if let rows = entries["headerRows"]?.count { dialect.headerRows = rows }
    if let joiner = entries["headerJoiner"]?.text { dialect.headerJoiner = joiner }
    if let rows = entries["skipRows"]?.count { dialect.skipRows = rows }
    if let rows = entries["footnoteRows"]?.count { dialect.footnoteRows = rows }
    if let prefix = entries["commentPrefix"]?.text { dialect.commentPrefix = Array(prefix.utf8) }
    if let skips = entries["skipBlankRows"]?.flag { dialect.skipBlankRows = skips }
    if let trims = entries["trim"]?.flag { dialect.trim = trims }
    if let guarded = entries["formulaGuard"]?.flag { dialect.formulaGuard = guarded }
    if let problem = dialect.problem(in: nil) { node.refuse(problem.message, problem.remedy) }
    return dialect
  }

  static let formatKeys = [
    "dates", "pivot", "decimal", "group", "grouping", "round", "parentheses", "trailingMinus",
    "currency", "yes", "no", "unit", "unitColumn",
  ]

  func formats(_ node: ProfileNode, over base: ProfileFormats) -> ProfileFormats {
    formats(node.entries(Self.formatKeys), over: base)
  }

  func formats(_ entries: [String: ProfileNode], over base: ProfileFormats) -> ProfileFormats {
    var formats = base
    if let pivot = entries["pivot"]?.count { formats.pivot = pivot }
    if let dates = entries["dates"] { formats.dates = dates.items.compactMap(datePattern) }
    if let dates = entries["dates"], formats.pivot == nil,
      let short = formats.dates.first(where: \.needsPivot)
    {
      dates.refuse(
        "The pattern “\(short.text)” has a two-digit year and no pivot is stated.",
        "Add “pivot: 1970” to mean 1970 to 2069, or use yyyy."
      )
    }
    numbers(entries, into: &formats.numbers)
    if let currency = entries["currency"] { formats.currency = self.currency(currency) }
    if let yes = entries["yes"] { formats.yes = yes.texts }
    if let no = entries["no"] { formats.no = no.texts }
    if let unit = entries["unit"] { formats.unit = durationUnit(unit) ?? formats.unit }
    if let unit = entries["unitColumn"] {
      (formats.unitColumn, formats.unitPath) = beside(unit)
    }
    return formats
  }

  private func numbers(_ entries: [String: ProfileNode], into format: inout NumberFormat) {
    if let mark = entries["decimal"]?.text { format.decimalMark = mark }
    if let marks = entries["group"]?.texts {
      format.groupMarks = marks.flatMap { $0 == " " ? [" ", "\u{A0}", "\u{202F}"] : [$0] }
    }
    if let grouping = entries["grouping"]?.choice(NumberFormat.Grouping.self) {
      format.grouping = grouping
    }
    if let rounds = entries["round"]?.flag { format.rounds = rounds }
    if let flag = entries["parentheses"]?.flag { format.parenthesesAreNegative = flag }
    if let flag = entries["trailingMinus"]?.flag { format.trailingMinusIsNegative = flag }
    if format.groupMarks.contains(format.decimalMark) {
      (entries["group"] ?? entries["decimal"])?.refuse(
        "The decimal mark “\(format.decimalMark)” cannot separate groups too.",
        "Give the decimal mark and the group marks different characters."
      )
    }
  }

  private func datePattern(_ node: ProfileNode) -> DatePattern? {
    guard let text = node.text else { return nil }
    if let pattern = DatePattern(text) { return pattern }
    node.refuse(
      "“\(text)” is not a date pattern.",
      "Use yyyy or yy, MM, M or MMM, and dd or d, each once, such as dd.MM.yyyy."
    )
    return nil
  }

  private func durationUnit(_ node: ProfileNode) -> DurationUnit? {
    guard let text = node.text else { return nil }
    if let unit = DurationUnit(word: text) { return unit }
    node.refuse(
      "“\(text)” is not a unit of time.",
      "Use days, businessDays, weeks, months, quarters or years."
    )
    return nil
  }

  private func currency(_ node: ProfileNode) -> ProfileCurrency? {
    guard node.isMapping else { return ProfileCurrency(fixed: currencyCode(node)) }
    let entries = node.entries(["fixed", "column", "symbols", "ask"])
    var currency = ProfileCurrency()
    currency.fixed = entries["fixed"].flatMap(currencyCode)
    if let code = entries["column"] { (currency.column, currency.path) = beside(code) }
    if let ask = entries["ask"], let name = ask.text {
      _ = answer(name, ask)
      currency.question = name
    }
    for (symbol, code) in entries["symbols"]?.pairs(of: "signs with currency codes") ?? [] {
      if let code = currencyCode(code) { currency.symbols[symbol.lowercased()] = code }
    }
    return currency
  }

  private func currencyCode(_ node: ProfileNode) -> String? {
    guard let text = node.text else { return nil }
    if CurrencyCode.isKnown(text) { return text }
    node.refuse("“\(text)” is not a currency.", "Use an ISO 4217 code such as EUR.")
    return nil
  }
}
