import Mail
import Testing

@Suite struct ReportTests {
  @Test func `a delivery report has groups of fields`() {
    let message = Message(bytes: MailFixtures.all[1])
    let groups = message.parts[1].fieldGroups()
    #expect(groups.count == 2)
    #expect(groups[0]["reporting-mta"]?.text == "dns; mx.example.net")
    #expect(groups[1]["Status"]?.text == "5.1.1")
    #expect(message.parts[1].isAttachment)
    #expect(message.parts[0].fieldGroups().isEmpty)
  }

  @Test func `a returned header block has its fields`() {
    let part = Message(bytes: MailFixtures.all[1]).parts[2]
    #expect(
      part.returnedFields()?["message-id"]?.messageIDs().map(\.value) == ["first@example.org"]
    )
    #expect(Message("Subject: x\n\n").root.returnedFields() == nil)
  }

  @Test(arguments: [
    "delivery-status", "global-delivery-status", "disposition-notification", "feedback-report",
  ])
  func `reports of the same form are read alike`(subtype: String) {
    let message = Message(
      "Content-Type: message/\(subtype)\nContent-Transfer-Encoding: base64\n\nQTogMQoKCkI6IDIK"
    )
    #expect(message.root.fieldGroups().map { $0.map(\.name) } == [["A"], ["B"]])
  }

  @Test func `lines that are no fields end nothing, and a limit holds`() {
    let message = Message("Content-Type: message/delivery-status\n\nno field\n\nA: 1\n\nB: 2\n")
    #expect(message.root.fieldGroups().count == 2)
    #expect(message.root.fieldGroups(limit: 1).count == 1)
  }
}
