import Importing
import Model

extension TEDNotice {
  /// What a defence award says of the object of the contract.
  var defenceDescription: XMLTree? {
    form.first(
      "FD_CONTRACT_AWARD_DEFENCE",
      "OBJECT_CONTRACT_INFORMATION_CONTRACT_AWARD_NOTICE_DEFENCE",
      "DESCRIPTION_AWARD_NOTICE_INFORMATION_DEFENCE"
    )
  }

  /// Adds what an award of form F18 (Directive 2009/81/EC) says.
  func addDefence(_ award: TEDAward, to record: inout NoticeRecord) {
    addContractNumber(of: award, in: number, to: &record)
    if let date = award.element.first("CONTRACT_AWARD_DATE") {
      let parts = ["YEAR", "MONTH", "DAY"].compactMap { date.text($0) }.map {
        $0.count == 1 ? "0" + $0 : $0
      }
      record.set(.signedOn, day: parts.joined(separator: "-"), from: "CONTRACT_AWARD_DATE")
    }
    addDefenceValue(award.element, to: &record)
    for profile in form.all(
      "FD_CONTRACT_AWARD_DEFENCE",
      "CONTRACTING_AUTHORITY_INFORMATION_CONTRACT_AWARD_DEFENCE",
      "NAME_ADDRESSES_CONTACT_CONTRACT_AWARD",
      "CA_CE_CONCESSIONAIRE_PROFILE"
    ) {
      add(profile, role: .buyer, to: &record)
    }
    let operators = award.element.all("ECONOMIC_OPERATOR_NAME_ADDRESS")
    let addresses = operators.flatMap { $0.children }
    for address in addresses { add(address, role: .supplier, to: &record) }
    if addresses.isEmpty { addSuppliers([], to: &record) }
  }

  /// Takes the final value; a range from the lowest to the highest tender is no value.
  private func addDefenceValue(_ award: XMLTree, to record: inout NoticeRecord) {
    let costs = award.first(
      "CONTRACT_VALUE_INFORMATION",
      "COSTS_RANGE_AND_CURRENCY_WITH_VAT_RATE"
    )
    guard let costs, let cost = costs.first("VALUE_COST") else { return }
    let text = cost.attributes["FMTVAL"] ?? cost.text
    let currency = costs.attributes["CURRENCY"]
    if let money = record.money(text, currency: currency, from: "VALUE_COST") {
      record.set(value: money)
    }
    let period = award.first("CONTRACT_VALUE_INFORMATION", "MORE_INFORMATION_IF_ANNUAL_MONTHLY")
    guard let period, !period.text.isEmpty else { return }
    record.report(
      "ted.valuePerPeriod",
      .warning,
      field: "VALUE_COST",
      value: text,
      message: "The value may be that of one year or one month, not of the whole contract.",
      remedy: "Check the value against the notice."
    )
  }
}
