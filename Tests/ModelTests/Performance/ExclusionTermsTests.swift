import Model
import Testing

@Suite struct ExclusionTermsTests {
  private func maintenance(begin: String?, notice: String?) throws -> ExclusionTerms {
    ExclusionTerms(
      kind: .maintenance,
      reason: "New storage.",
      approver: "N. Ode",
      beganOn: try begin.map { try Sample.day($0) },
      noticeGivenOn: try notice.map { try Sample.day($0) }
    )
  }

  @Test func `maintenance announced in time counts`() throws {
    let terms = try maintenance(begin: "2026-04-10", notice: "2026-04-03")
    #expect(terms.defects(noticeDays: 7).isEmpty)
    #expect(terms.defects(noticeDays: 8) == [.lateNotice(days: 7, wanted: 8)])
  }

  @Test func `maintenance without notice or beginning does not count`() throws {
    let silent = try maintenance(begin: "2026-04-10", notice: nil)
    #expect(silent.defects(noticeDays: 0) == [.noNotice])
    let vague = try maintenance(begin: nil, notice: "2026-04-03")
    #expect(vague.defects(noticeDays: 0) == [.unknownBeginning])
    let after = try maintenance(begin: "2026-04-10", notice: "2026-04-11")
    #expect(after.defects(noticeDays: 0) == [.lateNotice(days: -1, wanted: 0)])
  }

  @Test func `every exclusion needs a reason and an approver`() {
    let blank = ExclusionTerms(kind: .forceMajeure, reason: " \n", approver: nil)
    #expect(blank.defects(noticeDays: 7) == [.noReason, .noApprover])
    let full = ExclusionTerms(kind: .customerFault, reason: "Cable cut by us.", approver: "N. Ode")
    #expect(full.defects(noticeDays: 7).isEmpty)
  }

  @Test func `every defect has a sentence`() {
    let sentences = [
      ExclusionTerms.Defect.noReason, .noApprover, .noNotice, .unknownBeginning,
      .lateNotice(days: 1, wanted: 7), .lateNotice(days: -1, wanted: 1),
    ]
    .map(\.sentence)
    #expect(
      sentences == [
        "The exclusion has no reason.", "Nobody approved the exclusion.",
        "No notice of the maintenance was given.",
        "It is not known when the maintenance began.",
        "Notice of the maintenance was given 1 day before; 7 days before are agreed.",
        "Notice of the maintenance was given after it began; 1 day before is agreed.",
      ]
    )
  }
}
