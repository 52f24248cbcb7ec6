import Importing
import Model

extension EFormsNotice {
  /// Makes the record of a settled contract, the number counted from 1.
  func record(of contract: XMLTree, number: Int) -> NoticeRecord {
    var record = NoticeRecord(contract, number: number, file: file)
    let isEmpty = contract.children.allSatisfy { $0.local == "ID" || $0.text.isEmpty }
    guard let contractID = contract.text("ID"), let noticeID = id, !isEmpty else {
      record.reportEmpty()
      return record
    }
    addKey(of: contractID, in: noticeID, to: &record)
    addTexts(of: contract, to: &record)
    record.set(.signedOn, day: date(contract, "IssueDate"), from: "SettledContract/IssueDate")
    addTerm(lots: lotIDs(of: contract), to: &record)
    addValue(of: contract, to: &record)
    addParties(of: contract, to: &record)
    return record
  }

  // MARK: Key and amendment

  private func addKey(of contractID: String, in noticeID: String, to record: inout NoticeRecord) {
    let changes = modifications.filter {
      $0.text("ModifiedContractIdentifier") ?? contractID == contractID
    }
    var key = "\(noticeID)/\(contractID)"
    if !changes.isEmpty {
      record.draft.amendment = record.draft.append(noticeID)
      key = changedKey(changes, contractID: contractID, reporting: &record) ?? key
      addChange(changes, to: &record)
    }
    record.draft.key = record.draft.append(key)
    record.draft.order = record.draft.append("\(issuedOn?.prefix(10) ?? "") \(version ?? "")")
  }

  /// The key of the contract that was changed, or nil if the notice does not tell it.
  private func changedKey(
    _ changes: [XMLTree],
    contractID: String,
    reporting record: inout NoticeRecord
  ) -> String? {
    let changed = changes.compactMap { $0.first("ChangedNoticeIdentifier") }.first
    if let changed, changed.attributes["schemeName"] != "ojs-notice-id",
      let notice = changed.nonEmptyText
    {
      return "\(Self.withoutVersion(notice))/\(contractID)"
    }
    record.report(
      "eforms.unknownContract",
      .note,
      at: changed ?? changes.first,
      field: "ChangedNoticeIdentifier",
      value: changed?.text,
      message: "The notice changes a contract of a notice that it names only by its number in the "
        + "Official Journal; the contract is entered under this notice.",
      remedy: "Join the two agreements if the earlier one is in the register."
    )
    return nil
  }

  /// Takes the version `-01` off the id of a notice.
  private static func withoutVersion(_ notice: String) -> String {
    let parts = notice.split(separator: "-")
    guard parts.count == 6, parts[5].count == 2 else { return notice }
    return parts.dropLast().joined(separator: "-")
  }

  private func addChange(_ changes: [XMLTree], to record: inout NoticeRecord) {
    record.set(.changedOn, day: issuedOn, from: "IssueDate")
    let descriptions = changes.flatMap { $0.all("Change") }.compactMap {
      localized($0, "ChangeDescription")
    }
    let reasons = changes.flatMap { $0.all("ChangeReason") }.compactMap {
      localized($0, "ReasonDescription")
    }
    record.set(
      change: descriptions.isEmpty ? nil : descriptions.joined(separator: "; "),
      note: reasons.joined(separator: "\n")
    )
  }

  // MARK: Texts

  private func addTexts(of contract: XMLTree, to record: inout NoticeRecord) {
    let lotIDs = lotIDs(of: contract)
    let single = lotIDs.count == 1 ? lots[lotIDs[0]]?.first("ProcurementProject") : nil
    let sources = [single, project].compactMap { $0 }
    let title =
      localized(contract, "Title") ?? sources.lazy.compactMap { localized($0, "Name") }.first
    record.set(.title, text: title)
    record.set(
      .description,
      text: sources.lazy.compactMap { localized($0, "Description") }.first
    )
    record.set(.kind, text: "contract")
    record.set(.url, text: contract.text("URI"))
    record.set(.category, text: category(lotIDs))
    if contract.text("ContractFrameworkIndicator") == "true" {
      record.set(.structure, text: "subsequent")
    }
    guard let reference = contract.first("ContractReference", "ID")?.nonEmptyText,
      reference != contract.text("ID")
    else { return }
    let value = record.draft.append(reference)
    record.draft.addIdentifier(scheme: "contractNumber", value: value)
    addPublishedReference(reference, to: &record)
  }

  /// Names the contract by a published notice and its own number, as a later modification does.
  private func addPublishedReference(_ reference: String, to record: inout NoticeRecord) {
    let changed = modifications.lazy.compactMap { $0.first("ChangedNoticeIdentifier") }
      .first { $0.attributes["schemeName"] == "ojs-notice-id" }?.nonEmptyText
    let published = modifications.isEmpty ? publicationNumber : changed
    guard let published else { return }
    let value = record.draft.append("\(published)/\(reference)")
    record.draft.addIdentifier(scheme: "ted:contract", value: value)
  }

  /// The text of an element in the notice's language, or in the first one.
  private func localized(_ parent: XMLTree, _ name: String) -> String? {
    let all = parent.all(name)
    let own = all.first { $0.attributes["languageID"] == language } ?? all.first
    return own?.nonEmptyText
  }

  private func category(_ lotIDs: [String]) -> String? {
    let codes = lotIDs.compactMap { mainCode(lots[$0]?.first("ProcurementProject")) }.withoutRepeats
    return codes.count == 1 ? codes[0] : mainCode(project) ?? codes.first
  }

  private func mainCode(_ project: XMLTree?) -> String? {
    project?.text("MainCommodityClassification", "ItemClassificationCode")
  }

  // MARK: Value

  /// Adds up the tenders of the contract.
  ///
  /// Several currencies, or an amount that is missing beside others, give no value.
  private func addValue(of contract: XMLTree, to record: inout NoticeRecord) {
    var amounts: [Money] = []
    var missing: [String] = []
    for id in contract.tenderIDs.withoutRepeats {
      if let amount = amount(ofTender: id, reporting: &record) {
        amounts.append(amount)
      } else {
        missing.append(id)
      }
    }
    guard let first = amounts.first else { return }
    guard missing.isEmpty else { return record.reportIncomplete(missing) }
    guard let sum = Money.sum(amounts, currency: first.currency) else {
      return record.reportMixed(amounts)
    }
    record.set(value: sum)
  }

  private func amount(ofTender id: String, reporting record: inout NoticeRecord) -> Money? {
    guard let tender = tenders[id] else {
      record.reportDangling("LotTender", id)
      return nil
    }
    // -1 stands for an amount that is withheld from publication.
    guard let amount = tender.first("LegalMonetaryTotal", "PayableAmount"), amount.text != "-1"
    else { return nil }
    let currency = amount.attributes["currencyID"]
    return record.money(amount.text, currency: currency, from: Self.amountPath)
  }

  fileprivate static let amountPath = "LotTender/LegalMonetaryTotal/PayableAmount"

  /// A date of the contract; 1970-01-01 stands for one that is withheld from publication.
  private func date(_ contract: XMLTree, _ name: String) -> String? {
    guard let text = contract.text(name), !text.hasPrefix("1970-01-01") else { return nil }
    return text
  }
}

extension NoticeRecord {
  /// Says that the contract or its notice has no id, or the contract nothing else.
  mutating func reportEmpty() {
    report(
      "eforms.emptyContract",
      .error,
      field: "SettledContract/ID",
      message: "The settled contract is empty, or it or its notice has no identifier.",
      remedy: "Fetch the notice as it was published."
    )
  }

  /// Says that an id names nothing in the notice.
  mutating func reportDangling(_ name: String, _ id: String) {
    report(
      "eforms.danglingReference",
      .warning,
      field: name,
      value: id,
      message: "There is no \(name) \(id) in the notice.",
      remedy: "Add what is missing by hand."
    )
  }

  /// Says that tenders cannot be added, being of several currencies or too large.
  mutating func reportMixed(_ amounts: [Money]) {
    let texts = amounts.map(\.description).joined(separator: ", ")
    report(
      "money.notAdded",
      .warning,
      field: EFormsNotice.amountPath,
      value: texts,
      message: "The tenders of the contract cannot be added: \(texts).",
      remedy: "Enter the value by hand."
    )
  }

  /// Says that some of the tenders have no amount.
  mutating func reportIncomplete(_ tenders: [String]) {
    let texts = tenders.joined(separator: ", ")
    report(
      "eforms.valueIncomplete",
      .warning,
      field: EFormsNotice.amountPath,
      value: texts,
      message: "The value of the contract is not known, because there is no amount for \(texts).",
      remedy: "Enter the value by hand."
    )
  }
}
