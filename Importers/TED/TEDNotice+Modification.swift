import Importing
import Model

extension TEDNotice {
  /// Adds what form F20 says: the contract as it is after the change, and by how much it changed.
  ///
  /// The form names the earlier notice and the contract number, never the award item, so that
  /// the key is this notice's own; the identifier `ted:contract` is the one of the award.
  func addModification(_ award: TEDAward, number: String, to record: inout NoticeRecord) {
    record.draft.amendment = record.draft.append(number)
    let earlier = form.text("PROCEDURE", "NOTICE_NUMBER_OJ").flatMap(Self.number)
    addContractNumber(of: award, in: earlier, to: &record)
    reportStub(earlier: earlier, number: award.contractNumber, to: &record)
    addConclusion(of: award, to: &record)
    let after = form.first("MODIFICATIONS_CONTRACT", "DESCRIPTION_PROCUREMENT")
    addTerm(after, to: &record)
    addChange(to: &record)
    addChangedValue(award, after: after, to: &record)
    addBuyers(to: &record)
    let contractors = after?.contractors ?? []
    addSuppliers(contractors.isEmpty ? award.contract.contractors : contractors, to: &record)
  }

  private func reportStub(earlier: String?, number: String?, to record: inout NoticeRecord) {
    let named = [number.map { "contract \($0)" }, earlier.map { "notice \($0)" }]
    let words = named.compactMap { $0 }.joined(separator: " of ")
    record.report(
      "ted.unknownContract",
      .note,
      at: form.first("PROCEDURE", "NOTICE_NUMBER_OJ"),
      field: "NOTICE_NUMBER_OJ",
      value: earlier,
      message: "The notice changes \(words.isEmpty ? "a contract that it does not name" : words); "
        + "the contract is entered under this notice.",
      remedy: "Join the two agreements if the earlier one is in the register."
    )
  }

  private func addChange(to record: inout NoticeRecord) {
    let dispatched = form.text("COMPLEMENTARY_INFO", "DATE_DISPATCH_NOTICE")
    record.set(.changedOn, day: dispatched ?? publishedOn, from: "DATE_DISPATCH_NOTICE")
    let change = form.first("MODIFICATIONS_CONTRACT", "INFO_MODIFICATIONS")
    let reasons = ["UNFORESEEN_CIRCUMSTANCE", "ADDITIONAL_NEED"].compactMap { change?.text($0) }
    record.set(change: change?.text("SHORT_DESCR"), note: reasons.joined(separator: "\n"))
  }

  private func addChangedValue(
    _ award: TEDAward,
    after procurement: XMLTree?,
    to record: inout NoticeRecord
  ) {
    let values = form.first("MODIFICATIONS_CONTRACT", "INFO_MODIFICATIONS", "VALUES")
    let before = values?.first("VAL_TOTAL_BEFORE").flatMap { money($0, &record) }
    let after = values?.first("VAL_TOTAL_AFTER").flatMap { money($0, &record) }
    if let after {
      record.set(value: after)
    } else if let value = procurement.flatMap({ value(of: $0, &record) })
      ?? value(of: award.contract, &record)
    {
      record.set(value: value)
    }
    guard let before, let after else { return }
    let (change, overflow) = after.minorUnits.subtractingReportingOverflow(before.minorUnits)
    guard before.currency == after.currency, !overflow else {
      return record.report(
        "money.notAdded",
        .warning,
        field: "VAL_TOTAL_BEFORE",
        value: "\(before), \(after)",
        message: "The values before and after the change cannot be compared: \(before), \(after).",
        remedy: "Enter the change of the value by hand."
      )
    }
    record.draft.set(.valueChange, number: change)
  }
}
