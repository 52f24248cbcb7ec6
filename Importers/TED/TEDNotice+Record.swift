import Importing
import Model

extension TEDNotice {
  /// Makes the record of an awarded contract.
  func record(of award: TEDAward) -> NoticeRecord {
    var record = NoticeRecord(award.element, number: award.position, file: file)
    guard let number else {
      record.report(
        "ted.awardWithoutKey",
        .error,
        message: "The notice has no number, so that the contract has no key.",
        remedy: "Fetch the notice as it was published."
      )
      return record
    }
    record.draft.key = record.draft.append("\(number)/\(award.item)")
    record.draft.order = record.draft.append("\(publishedOn ?? "") \(number)")
    addTexts(of: award, to: &record)
    switch Form(form.local) {
    case .defenceAward: addDefence(award, to: &record)
    case .modification: addModification(award, number: number, to: &record)
    case .award, .other: addAward(award, number: number, to: &record)
    }
    return record
  }

  private func addAward(_ award: TEDAward, number: String, to record: inout NoticeRecord) {
    addContractNumber(of: award, in: number, to: &record)
    addConclusion(of: award, to: &record)
    let lot = lot(of: award)
    addTerm(lot, to: &record)
    addOptions(lot, to: &record)
    if let value = value(of: award.contract, &record) { record.set(value: value) }
    addBuyers(to: &record)
    addSuppliers(award.contract.contractors, to: &record)
  }

  /// Sets the day of conclusion.
  func addConclusion(of award: TEDAward, to record: inout NoticeRecord) {
    let name = "DATE_CONCLUSION_CONTRACT"
    record.set(.signedOn, day: award.contract.text(name), from: name)
  }

  /// Names the contract by its number, and by the number within the notice that awarded it.
  ///
  /// The second name is the one by which form F20 and eForms modifications find it.
  func addContractNumber(
    of award: TEDAward,
    in notice: String?,
    to record: inout NoticeRecord
  ) {
    guard let number = award.contractNumber else { return }
    if !number.isJunkNumber {
      let value = record.draft.append(number)
      record.draft.addIdentifier(scheme: "contractNumber", value: value)
    }
    guard let notice else { return }
    let value = record.draft.append("\(notice)/\(number)")
    record.draft.addIdentifier(scheme: "ted:contract", value: value)
  }

  // MARK: Texts

  private func addTexts(of award: TEDAward, to record: inout NoticeRecord) {
    let object = form.first("OBJECT_CONTRACT")
    let lot = lot(of: award)
    let titles = [
      award.element.text("TITLE"), award.element.text("CONTRACT_TITLE"), lot?.text("TITLE"),
      object?.text("TITLE"), defenceDescription?.text("TITLE_CONTRACT"),
    ]
    record.set(.title, text: titles.lazy.compactMap { $0 }.first)
    let descriptions = [
      lot?.text("SHORT_DESCR"), object?.text("SHORT_DESCR"),
      defenceDescription?.text("SHORT_CONTRACT_DESCRIPTION"),
    ]
    record.set(.description, text: descriptions.lazy.compactMap { $0 }.first)
    record.set(.kind, text: "contract")
    if form.first("PROCEDURE", "FRAMEWORK") != nil { record.set(.structure, text: "overarching") }
    let code =
      object?.first("CPV_MAIN", "CPV_CODE")
      ?? defenceDescription?.first("CPV", "CPV_MAIN", "CPV_CODE")
    record.set(.category, text: code?.attributes["CODE"])
  }

  // MARK: Lot, term, options

  /// The description of the lot that was awarded: the one with its number, or the only one.
  func lot(of award: TEDAward) -> XMLTree? {
    if let onlyLot { return onlyLot }
    guard let number = award.element.text("LOT_NO").map(Self.lotNumber),
      let matching = lots[number], matching.count == 1
    else { return nil }
    return matching[0]
  }

  /// Sets start, end and duration from the description of a lot.
  func addTerm(_ lot: XMLTree?, to record: inout NoticeRecord) {
    guard let lot else { return }
    record.set(.startsOn, day: lot.text("DATE_START"), from: "DATE_START")
    record.set(.endsOn, day: lot.text("DATE_END"), from: "DATE_END")
    guard record.draft.number(.endsOn) == nil, let duration = lot.first("DURATION") else { return }
    let units: [String: Period.Unit] = ["DAY": .day, "WEEK": .week, "MONTH": .month, "YEAR": .year]
    let unit = units[duration.attributes["TYPE"] ?? ""]
    guard let unit, let count = Int(duration.text), let period = Period(count, unit) else {
      return record.report(
        "ted.duration",
        .warning,
        field: "DURATION",
        value: duration.text,
        message: "DURATION is not a number of days or months: “\(duration.text)”.",
        remedy: "Enter the duration by hand."
      )
    }
    record.set(.initialTerm, text: period.description)
  }

  private func addOptions(_ lot: XMLTree?, to record: inout NoticeRecord) {
    guard let lot else { return }
    if lot.first("RENEWAL") != nil { record.set(.renewal, text: "option") }
    if lot.first("NO_RENEWAL") != nil { record.set(.renewal, text: "none") }
    let texts = [lot.text("RENEWAL_DESCR"), lot.text("OPTIONS_DESCR")].compactMap { $0 }
    record.set(.note, text: texts.isEmpty ? nil : texts.joined(separator: "\n"))
  }

  // MARK: Value

  /// The total value of a contract, or nil; a range between tenders is no value.
  func value(of contract: XMLTree, _ record: inout NoticeRecord) -> Money? {
    let element = contract.first("VALUES", "VAL_TOTAL") ?? contract.first("VAL_TOTAL")
    return element.flatMap { money($0, &record) }
  }

  /// Reads an amount, from its attribute in old forms.
  func money(_ element: XMLTree, _ record: inout NoticeRecord) -> Money? {
    let text = element.attributes["FMTVAL"] ?? element.text
    return record.money(text, currency: element.attributes["CURRENCY"], from: element.local)
  }
}
