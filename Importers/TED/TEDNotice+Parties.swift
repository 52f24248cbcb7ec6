import Importing

extension TEDNotice {
  /// Adds the contracting bodies.
  func addBuyers(to record: inout NoticeRecord) {
    let body = form.first("CONTRACTING_BODY")
    let addresses =
      (body?.all("ADDRESS_CONTRACTING_BODY") ?? [])
      + (body?.all("ADDRESS_CONTRACTING_BODY_ADDITIONAL") ?? [])
    for address in addresses { add(address, role: .buyer, to: &record) }
  }

  /// Adds the contractors; a contract without any is a warning.
  func addSuppliers(_ contractors: [XMLTree], to record: inout NoticeRecord) {
    for contractor in contractors {
      for address in contractor.all("ADDRESS_CONTRACTOR") {
        add(address, role: .supplier, to: &record)
      }
    }
    guard contractors.isEmpty else { return }
    record.report(
      "ted.noSupplier",
      .warning,
      message: "The contract names no contractor.",
      remedy: "Add the supplier by hand."
    )
  }

  /// Adds the party that an address describes, in the shape of any form.
  func add(_ address: XMLTree, role: DraftParty.Role, to record: inout NoticeRecord) {
    let organisation = address.first("ORGANISATION")
    guard let name = address.text("OFFICIALNAME") ?? organisation?.text("OFFICIALNAME") else {
      return record.report(
        "ted.partyWithoutName",
        .warning,
        field: address.local,
        message: "\(address.local) has no OFFICIALNAME.",
        remedy: "Add the party by hand."
      )
    }
    var party = NoticeParty(name: name)
    party.country = address.first("COUNTRY")?.attributes["VALUE"].flatMap(CountryCode.alpha2)
    party.address = address.text("ADDRESS")
    party.postalCode = address.text("POSTAL_CODE")
    party.city = address.text("TOWN")
    party.email = address.text("E_MAIL") ?? address.text("E_MAILS", "E_MAIL")
    party.phone = address.text("PHONE")
    party.website = address.text("URL") ?? address.text("URL_GENERAL")
    if let number = address.text("NATIONALID") ?? organisation?.text("NATIONALID") {
      party.addIdentifier(number, scheme: nil)
    }
    record.draft.add(party, role: role, isOwn: role == .buyer)
  }
}

extension XMLTree {
  /// The contractors of a contract; older forms have no `CONTRACTORS` around them.
  var contractors: [XMLTree] { all("CONTRACTORS", "CONTRACTOR") + all("CONTRACTOR") }
}
