import Foundation
import Mail
import TestSupport
import Testing

@Suite struct TrustCorpusTests {
  @Test(.enabled(if: Corpus.isPresent, Comment(rawValue: Corpus.missing)))
  func `only a topmost aligned pass confirms a sender`() throws {
    let folder = try #require(Corpus.folder).appendingPathComponent("mail/authentication-results")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let levels = try names.map { name in
      let bytes = try Data(contentsOf: folder.appendingPathComponent(name))
      let message = MessageReader().read(Array(bytes))
      return "\(name) \(SenderTrust.judged(message, server: "example.net").level)"
    }
    #expect(levels == Self.expected)
  }

  private static let expected = [
    "alignment-auid_not_in_sdid.eml claimed",
    "alignment-from_not_in_sdid.eml claimed",
    "dkim-unknown_result.eml claimed",
    "fakePayPal.eml claimed",
    "multiple_arh-newest_no_authserv.eml claimed",
    "multiple_arh-newest_no_result.eml claimed",
    "multiple_arh-newest_parsing_error_01.eml claimed",
    "multiple_arh-newest_parsing_error_02.eml claimed",
    "multiple_arh-newest_unknown_method.eml claimed",
    "multiple_arh-same_and_different_authserv.eml claimed",
    "multiple_dkim_results.eml confirmed",
    "multiple_spf_and_dmarc_results.eml contradicted",
    "rfc6376-A.2-arh-failed-no_reason.eml claimed",
    "rfc6376-A.2-arh-failed.eml claimed",
    "rfc6376-A.2-arh-valid-a_tag.eml confirmed",
    "rfc6376-A.2-arh-valid-a_tag_sha1.eml confirmed",
    "rfc6376-A.2-arh-valid-auid.eml confirmed",
    "rfc6376-A.2-arh-valid-no_sdid_or_auid.eml claimed",
    "rfc6376-A.2-arh-valid-sdid_and_auid.eml confirmed",
    "rfc6376-A.2-arh-valid.eml confirmed",
    "rfc6376-A.2-arh-valid_relaxed.eml confirmed",
  ]
}
