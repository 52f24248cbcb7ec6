import Importing

extension EFormsNotice {
  /// Adds buyers, signatories and suppliers, each once in a role.
  func addParties(of contract: XMLTree, to record: inout NoticeRecord) {
    for id in buyers.withoutRepeats { add(id, role: .buyer, to: &record) }
    let signatories = contract.all("SignatoryParty", "PartyIdentification", "ID")
    for id in signatories.compactMap(\.nonEmptyText).withoutRepeats {
      add(id, role: .signatory, to: &record)
    }
    let suppliers = supplierIDs(of: contract, reporting: &record)
    for id in suppliers { add(id, role: .supplier, to: &record) }
    guard suppliers.isEmpty else { return }
    record.report(
      "eforms.noSupplier",
      .warning,
      message: "The contract names no supplier.",
      remedy: "Add the supplier by hand."
    )
  }

  private func supplierIDs(
    of contract: XMLTree,
    reporting record: inout NoticeRecord
  ) -> [String] {
    var result: [String] = []
    for tenderID in contract.tenderIDs.withoutRepeats {
      // A tender that is missing has been reported with the value.
      guard let group = tenders[tenderID]?.text("TenderingParty", "ID") else { continue }
      guard let party = tenderingParties[group] else {
        record.reportDangling("TenderingParty", group)
        continue
      }
      result += party.all("Tenderer", "ID").compactMap(\.nonEmptyText)
    }
    return result.withoutRepeats
  }

  private func add(_ id: String, role: DraftParty.Role, to record: inout NoticeRecord) {
    guard let company = companies[id] else { return record.reportDangling("Organization", id) }
    guard let name = company.first("PartyName", "Name")?.nonEmptyText else {
      return record.report(
        "eforms.partyWithoutName",
        .warning,
        field: "Organization",
        value: id,
        message: "The organisation \(id) has no name.",
        remedy: "Add the party by hand."
      )
    }
    record.draft.add(party(company, name: name), role: role, isOwn: role != .supplier)
  }

  private func party(_ company: XMLTree, name: String) -> NoticeParty {
    var party = NoticeParty(name: name)
    let address = company.first("PostalAddress")
    party.country = address?.text("Country", "IdentificationCode").flatMap(CountryCode.alpha2)
    let lines =
      ["StreetName", "AdditionalStreetName"].compactMap {
        address?.first($0)?.nonEmptyText
      } + (address?.all("AddressLine", "Line").compactMap(\.nonEmptyText) ?? [])
    party.address = lines.isEmpty ? nil : lines.joined(separator: ", ")
    party.postalCode = address?.first("PostalZone")?.nonEmptyText
    party.city = address?.first("CityName")?.nonEmptyText
    party.email = company.first("Contact", "ElectronicMail")?.nonEmptyText
    party.phone = company.first("Contact", "Telephone")?.nonEmptyText
    party.website = company.first("WebsiteURI")?.nonEmptyText
    for number in company.all("PartyLegalEntity", "CompanyID") {
      guard let value = number.nonEmptyText else { continue }
      party.addIdentifier(value, scheme: number.attributes["schemeName"])
    }
    return party
  }
}
