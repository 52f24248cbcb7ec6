import Importing

/// One notice with its parts by id.
struct EFormsNotice: NoticeProblems {
  /// The documents that eForms uses.
  enum Form: String {
    case award = "ContractAwardNotice"
    case call = "ContractNotice"
    case plan = "PriorInformationNotice"
    case registration = "BusinessRegistrationInformationNotice"

    /// Finds the form by the name of the root; UBL and eForms name the namespace after it.
    init?(_ root: XMLRoot) {
      guard let form = Form(rawValue: root.local) else { return nil }
      let names = [
        "urn:oasis:names:specification:ubl:schema:xsd:\(root.local)-2",
        "http://data.europa.eu/p27/eforms-business-registration-information-notice/1",
      ]
      guard names.contains(root.namespace) else { return nil }
      self = form
    }
  }

  let file: String
  let form: Form
  private(set) var id: String?
  private(set) var version: String?
  /// Code of the list `notice-type`, such as `cn-standard`.
  private(set) var type: String?
  private(set) var issuedOn: String?
  private(set) var language: String?
  private(set) var place = Place(line: 1)
  private(set) var buyers: [String] = []
  private(set) var project: XMLTree?
  private(set) var lots: [String: XMLTree] = [:]
  private(set) var extensionElement: XMLTree?
  /// Modifications of contracts, in the order of the document.
  private(set) var modifications: [XMLTree] = []
  /// The settled contracts of the result, in the order of the document.
  private(set) var contracts: [XMLTree] = []
  /// Tenders by id.
  private(set) var tenders: [String: XMLTree] = [:]
  /// Groups of tenderers by id.
  private(set) var tenderingParties: [String: XMLTree] = [:]
  /// Companies by their id and by those of their contact points.
  private(set) var companies: [String: XMLTree] = [:]
  /// Ids of lots by the id of a contract that a result names.
  private var resultLots: [String: [String]] = [:]
  var problems: [Problem] = []

  /// Reads a notice to its end, one part after the other.
  init(_ reader: XMLReader) throws {
    file = reader.file
    guard case .start(let root) = try reader.next(),
      let form = Form(XMLRoot(local: reader.local(root), namespace: reader.namespace(root)))
    else { throw Self.unknown(file: reader.file) }
    self.form = form
    place = reader.place
    while let event = try reader.next() {
      if case .start = event { take(try reader.tree()) }
    }
    index()
    judge()
  }

  private mutating func take(_ part: XMLTree) {
    switch part.local {
    case "ID": id = id ?? part.nonEmptyText
    case "VersionID": version = part.nonEmptyText
    case "IssueDate": issuedOn = part.nonEmptyText
    case "NoticeTypeCode": type = part.nonEmptyText
    case "NoticeLanguageCode": language = part.nonEmptyText
    case "ContractingParty":
      buyers += part.all("Party", "PartyIdentification", "ID").compactMap(\.nonEmptyText)
    case "ProcurementProject": project = part
    case "ProcurementProjectLot":
      if let lot = part.text("ID") { lots[lot] = part }
    case "UBLExtensions":
      extensionElement = part.first("UBLExtension", "ExtensionContent", "EformsExtension")
    default: break
    }
  }

  // MARK: The result

  /// The number under which the notice appeared in the Official Journal, such as `1234-2025`.
  var publicationNumber: String? { extensionElement?.text("Publication", "NoticePublicationID") }

  /// Ids of the lots that a contract covers, by its tenders and by the results that name it.
  func lotIDs(of contract: XMLTree) -> [String] {
    let byTenders = contract.tenderIDs.compactMap { tenders[$0] }.flatMap {
      $0.all("TenderLot", "ID").compactMap(\.nonEmptyText)
    }
    let byResults = contract.text("ID").flatMap { resultLots[$0] } ?? []
    return (byTenders + byResults).withoutRepeats
  }

  /// Finds everything that ids refer to, once.
  private mutating func index() {
    guard let extensionElement else { return }
    modifications = extensionElement.all("ContractModification")
    contracts = extensionElement.all("NoticeResult", "SettledContract")
    tenders = Self.byID(extensionElement.all("NoticeResult", "LotTender"))
    tenderingParties = Self.byID(extensionElement.all("NoticeResult", "TenderingParty"))
    for result in extensionElement.all("NoticeResult", "LotResult") {
      let lots = result.all("TenderLot", "ID").compactMap(\.nonEmptyText)
      for contract in result.all("SettledContract", "ID") {
        resultLots[contract.text, default: []] += lots
      }
    }
    for organization in extensionElement.all("Organizations", "Organization") {
      guard let company = organization.first("Company") else { continue }
      for part in [company] + organization.all("TouchPoint") {
        guard let id = part.text("PartyIdentification", "ID") else { continue }
        companies[id] = companies[id] ?? company
      }
    }
  }

  private static func byID(_ parts: [XMLTree]) -> [String: XMLTree] {
    let pairs = parts.compactMap { part in part.text("ID").map { ($0, part) } }
    return Dictionary(pairs) { first, _ in first }
  }

  // MARK: Judging the notice as a whole

  private mutating func judge() {
    if id == nil {
      report(
        "eforms.noticeWithoutID",
        .error,
        message: "The notice has no identifier, so that nothing in it can be told apart.",
        remedy: "Fetch the notice as it was published."
      )
    }
    guard form == .award else {
      return report(
        "eforms.noContract",
        .note,
        message: "The notice is \(kind.words) and carries no contract.",
        remedy: "Import the contract award notice when it appears."
      )
    }
    if contracts.isEmpty { judgeMissingContracts() }
  }

  private mutating func judgeMissingContracts() {
    let results = extensionElement?.all("NoticeResult", "LotResult", "TenderResultCode") ?? []
    let codes = Set(results.map(\.text))
    if !codes.isEmpty, codes.isSubset(of: ["clos-nw", "open-nw"]) {
      return report(
        "eforms.noWinner",
        .note,
        message: "No winner was chosen for any lot, so that there is no contract.",
        remedy: "Nothing is to be done."
      )
    }
    report(
      "eforms.noResult",
      .error,
      message: "The contract award notice has no settled contract in its result.",
      remedy: "Fetch the notice as it was published."
    )
  }

  private var kind: EFormsNoticeKind {
    let subtype = extensionElement?.text("NoticeSubType", "SubTypeCode")
    return EFormsNoticeKind(form, type: type, subtype: subtype)
  }

  private static func unknown(file: String) -> Problem {
    Problem(
      "eforms.unknown",
      file: file,
      place: Place(line: 1),
      message: "The document is not an eForms notice.",
      remedy: "Choose the format that the document has."
    )
  }
}

extension XMLTree {
  /// The text, or nil if it is blank or stands for something withheld from publication.
  ///
  /// Withheld texts are published as `unpublished` (eForms policy, unpublished fields).
  var nonEmptyText: String? {
    let text = text
    return text.isEmpty || text == "unpublished" ? nil : text
  }

  /// Ids of the tenders that a settled contract names.
  var tenderIDs: [String] { all("LotTender", "ID").compactMap(\.nonEmptyText) }
}

extension Array where Element: Hashable {
  /// The elements, each only where it comes first.
  var withoutRepeats: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
