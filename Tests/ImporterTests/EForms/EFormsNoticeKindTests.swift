import EForms
import Importing
import TestSupport
import Testing

@Suite struct EFormsNoticeKindTests {
  /// A root, a type, a subtype and the words for it.
  struct Notice: Sendable, CustomTestStringConvertible {
    var root: String
    var type = ""
    var subtype = ""
    var words: String

    var testDescription: String { "\(root) \(type) \(subtype)" }

    var xml: String {
      let namespace = "urn:oasis:names:specification:ubl:schema:xsd:\(root)-2"
      let sub =
        "<UBLExtensions><UBLExtension><ExtensionContent><EformsExtension><NoticeSubType>"
        + "<SubTypeCode>\(subtype)</SubTypeCode></NoticeSubType></EformsExtension>"
        + "</ExtensionContent></UBLExtension></UBLExtensions>"
      return "<\(root) xmlns='\(namespace)'>\(sub)<ID>n1</ID>"
        + "<NoticeTypeCode>\(type)</NoticeTypeCode></\(root)>"
    }
  }

  private static let plan = "PriorInformationNotice"
  private static let call = "ContractNotice"

  private static let notices = [
    Notice(root: plan, type: "pmc", subtype: "E1", words: "a preliminary market consultation"),
    Notice(
      root: plan,
      type: "pin-buyer",
      subtype: "1",
      words: "an announcement of prior information on a buyer profile"
    ),
    Notice(root: plan, type: "pin-only", subtype: "4", words: "a prior information notice"),
    Notice(
      root: plan,
      type: "pin-rtl",
      subtype: "7",
      words: "a prior information notice that shortens time limits"
    ),
    Notice(
      root: plan,
      type: "pin-tran",
      subtype: "T01",
      words: "a prior information notice about public transport services"
    ),
    Notice(
      root: plan,
      type: "pin-cfc-standard",
      subtype: "10",
      words: "a prior information notice that calls for competition"
    ),
    Notice(
      root: plan,
      type: "pin-cfc-social",
      subtype: "12",
      words: "a prior information notice that calls for competition"
    ),
    Notice(
      root: plan,
      type: "pin-cfc-standard",
      subtype: "CEI",
      words: "a call for expressions of interest"
    ),
    Notice(root: plan, type: "new-kind", words: "a prior information notice"),
    Notice(root: plan, words: "a prior information notice"),
    Notice(root: call, type: "cn-standard", subtype: "16", words: "a call for competition"),
    Notice(root: call, type: "cn-social", subtype: "20", words: "a call for competition"),
    Notice(root: call, type: "cn-desg", subtype: "23", words: "a notice of a design contest"),
    Notice(root: call, type: "qu-sy", subtype: "15", words: "a notice of a qualification system"),
    Notice(root: call, type: "subco", subtype: "22", words: "a call for subcontractors"),
    Notice(root: call, words: "a call for competition"),
  ]

  @Test(arguments: notices)
  func `a notice without contracts says what it is`(notice: Notice) {
    let sink = ImporterContract.read(EFormsImporter(), Array(notice.xml.utf8)).sink
    #expect(sink.drafts.isEmpty)
    #expect(sink.notes.map(\.code) == ["eforms.noContract"])
    #expect(sink.notes.map(\.severity) == [.note])
    #expect(sink.notes.first?.message == "The notice is \(notice.words) and carries no contract.")
    #expect(sink.notes.first?.remedy == "Import the contract award notice when it appears.")
  }

  @Test(arguments: [
    ("X01", "brin-eeig", "a registration of a European Economic Interest Grouping"),
    ("X02", "brin-ecs", "a registration of a European Company or Cooperative Society"),
    ("X03", "", "a registration of a business"),
  ])
  func `a registration says what it is`(subtype: String, type: String, words: String) {
    let root = "BusinessRegistrationInformationNotice"
    let xml =
      "<\(root) xmlns='http://data.europa.eu/p27/eforms-business-registration-information-notice/1'>"
      + "<ID>n1</ID><NoticeTypeCode>\(type)</NoticeTypeCode></\(root)>"
    let sink = ImporterContract.read(EFormsImporter(), Array(xml.utf8)).sink
    #expect(
      sink.notes.map(\.message) == ["The notice is \(words) and carries no contract."]
    )
  }
}
