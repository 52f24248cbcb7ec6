import Model
import Testing

/// The cells of a record as text.
private struct TextCells: RecordCells {
  let cells: [String?]

  func text(_ column: Int) -> String? { cells[column] }
  func integer(_ column: Int) -> Int64? { cells[column].flatMap { Int64($0) } }
}

@Suite struct ComplaintCaseTests {
  private func record(_ facts: [String: String]) throws -> Complaint {
    var cells: [String?] = ["1", "CP-1"]
    for field in Complaint.type.fields {
      if field.type == .money {
        cells += [facts[field.name], facts[field.name].map { _ in "EUR" }]
      } else {
        cells.append(facts[field.name])
      }
    }
    var row = RecordRow(TextCells(cells: cells))
    return try Complaint(&row)
  }

  private func complaint(_ facts: [String: String] = [:]) throws -> ComplaintCase {
    let received = try ComplaintSample.received()
    let all = ["receivedAt": received.description].merging(facts) { $1 }
    return ComplaintCase(
      try record(all),
      clocks: try ComplaintSample.clocks([], .init(), at: received)
    )
  }

  @Test func `what figures need is taken from the record`() throws {
    let complaint = try complaint([
      "party": "7", "service": "3", "isFormal": "1", "cause": "outage", "responsible": "supplier",
      "supplierAgreement": "9", "decision": "partlyUpheld", "compensation": "1050",
      "handlingScore": "8", "improvement": "4",
    ])
    #expect(complaint.customer == 7 && complaint.service == 3)
    #expect(complaint.supplierAgreement == 9 && complaint.improvement == 4)
    #expect(complaint.isFormal == true && complaint.cause == "outage")
    #expect(complaint.responsible == .supplier && complaint.decision == .partlyUpheld)
    #expect(complaint.compensation?.description == "10.50 EUR" && complaint.handlingScore == 8)
  }

  @Test func `what is not recorded is nil`() throws {
    let complaint = try complaint()
    #expect(complaint.customer == nil && complaint.service == nil && complaint.cause == nil)
    #expect(complaint.isFormal == nil && complaint.decision == nil)
    #expect(complaint.responsible == nil && complaint.supplierAgreement == nil)
    #expect(complaint.compensation == nil && complaint.handlingScore == nil)
    #expect(complaint.improvement == nil)
  }
}
