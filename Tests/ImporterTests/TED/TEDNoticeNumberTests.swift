import Importing
import TED
import TestSupport
import Testing

@Suite struct TEDNoticeNumberTests {
  private func key(docID: String?, journal: String) -> String? {
    let attribute = docID.map { " DOC_ID='\($0)'" } ?? ""
    let text = """
      <TED_EXPORT\(attribute)><CODED_DATA_SECTION><NOTICE_DATA><NO_DOC_OJS>\(journal)</NO_DOC_OJS>\
      </NOTICE_DATA></CODED_DATA_SECTION><FORM_SECTION><F15_2014 CATEGORY='ORIGINAL' LG='EN'>\
      <AWARD_CONTRACT><AWARDED_CONTRACT/></AWARD_CONTRACT></F15_2014></FORM_SECTION></TED_EXPORT>
      """
    let drafts = ImporterContract.read(TEDImporter(), Array(text.utf8)).sink.drafts
    return drafts.first.map { $0.string($0.key) }
  }

  @Test func `the number of the document comes first`() {
    #expect(key(docID: "000087-2021", journal: "2021/S 001-000099") == "000087-2021/1")
  }

  @Test func `the number in the journal gives the same number`() {
    #expect(key(docID: nil, journal: "2021/S 001-000087") == "000087-2021/1")
  }

  @Test(arguments: ["", "unknown", "2021", "1-2-3", "-"])
  func `what is no number gives no key`(journal: String) {
    #expect(key(docID: nil, journal: journal) == nil)
  }

  @Test func `a notice with very many awards is read in reasonable time`() {
    let award = """
      <AWARD_CONTRACT><CONTRACT_NO>%</CONTRACT_NO><LOT_NO>%</LOT_NO><AWARDED_CONTRACT/>\
      </AWARD_CONTRACT>
      """
    let awards = (1...5_000).map { award.replacing("%", with: String($0)) }.joined()
    let lots = (1...5_000).map { "<OBJECT_DESCR><LOT_NO>\($0)</LOT_NO></OBJECT_DESCR>" }.joined()
    let text = """
      <TED_EXPORT DOC_ID="1-2024"><FORM_SECTION><F03_2014 CATEGORY="ORIGINAL"><OBJECT_CONTRACT>\
      \(lots)</OBJECT_CONTRACT>\(awards)</F03_2014></FORM_SECTION></TED_EXPORT>
      """
    let outcome = ImporterContract.read(TEDImporter(), Array(text.utf8))
    #expect(outcome.sink.drafts.count == 5_000)
  }
}
