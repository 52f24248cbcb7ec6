import Model
import Policies
import TestSupport
import Testing

@testable import Rules

@Suite struct BRM10Tests {
  private func document(_ more: [String: String] = [:]) throws -> ControlledDocument {
    try .sample(
      "D-1",
      ["kind": "complaintProcedure", "title": "Complaints", "approvedOn": "2025-03-10"]
        .merging(more) { $1 }
    )
  }

  private func judge(
    _ documents: [ControlledDocument],
    on day: String,
    edition: Edition = .of2011,
    complaints: Int = 1
  ) throws -> Judgement {
    let context = try RuleSamples.context(on: day, edition: edition) {
      $0.organization.records[ControlledDocument.self] = documents
      $0.organization.complaintCount = complaints
    }
    let judgements = Rule.complaintProcedure.judge(context)
    #expect(judgements.count == 1)
    return try #require(judgements.first)
  }

  @Test func `a review that is due on the day is not overdue, the day after it is`() throws {
    let documents = [try document(["nextReviewOn": "2026-01-31"])]
    let due = try judge(documents, on: "2026-01-31")
    #expect(due.result == .dueSoon)
    let late = try judge(documents, on: "2026-02-01")
    #expect(late.result == .fail)
    #expect(late.grade == .minor)
    #expect(
      late.message
        == "Review of the complaint procedure D-1: approved 2025-03-10, due 2026-01-31, 1 day overdue as of 2026-02-01."
    )
  }

  @Test func `an approved procedure passes; without a day it is reviewed within a year`() throws {
    let judgement = try judge([try document()], on: "2026-01-01")
    #expect(judgement.result == .pass)
    #expect(judgement.due?.description == "2026-03-10")
    #expect(judgement.evidence == [Judgement.Evidence("document", "D-1")])
  }

  @Test func `the procedure approved last counts`() throws {
    let next = try ControlledDocument.sample(
      "D-0",
      id: 2,
      ["kind": "complaintProcedure", "title": "Complaints", "approvedOn": "2025-12-01"]
    )
    let judgement = try judge([next, try document()], on: "2026-03-11")
    #expect(judgement.due?.description == "2026-12-01")
  }

  @Test func `a procedure that nobody approved yet, or another document, does not count`() throws {
    for facts in [["approvedOn": "2026-02-02"], ["kind": "disputeProcedure"]] {
      let judgement = try judge([try document(facts)], on: "2026-02-01")
      #expect(judgement.result == .fail)
      #expect(judgement.grade == .minor)
      #expect(judgement.message == "No complaint procedure is approved as of 2026-02-01.")
    }
  }

  @Test func `in 2018 it is an observation, and only if there are complaints`() throws {
    let context = try RuleSamples.context(on: "2026-02-01") { $0.organization.complaintCount = 1 }
    let finding = try #require(Rule.complaintProcedure.run(nil, context).findings.first)
    #expect(finding.judgement.grade == .observation)
    #expect(finding.clause == nil)
    let none = try judge([], on: "2026-02-01", edition: .of2018, complaints: 0)
    #expect(none.result == .notApplicable)
    #expect(
      none.message
        == "The edition of 2018 asks for no complaint procedure, and there is no complaint."
    )
  }

  @Test func `a waiver holds through its last day`() throws {
    try CustomerSamples.expectWaiver(
      of: .complaintProcedure,
      "organization",
      "",
      until: "2026-03-31",
      edition: .of2011
    ) { _ in nil }
  }
}
