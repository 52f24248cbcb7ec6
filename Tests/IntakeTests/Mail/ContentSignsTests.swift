import Foundation
import Mail
import Model
import TestSupport
import Testing

@testable import Intake

/// What words and files propose; a person decides.
@Suite struct ContentSignsTests {
  private func proposal(
    _ subject: String,
    _ text: String,
    isSupplier: Bool = false
  ) -> MailMessage.Proposal? {
    let bytes = Array("Subject: \(subject)\r\n\r\n\(text)".utf8)
    let mail = ReadMail(bytes, MailSettings(identity: nil, authenticationServer: nil))
    return ContentSigns(mail, isSupplier: isSupplier).proposal
  }

  @Test(arguments: [
    ("Complaint", "The service was down all day."),
    ("Outage", "We are very dissatisfied with your service."),
    ("Störung", "Das ist inakzeptabel, wir beschweren uns hiermit."),
    ("Panne", "C’est une réclamation au sujet de la panne."),
    ("Fallo", "Presentamos una queja por el corte."),
    ("Storing", "Wij hebben een klacht over de storing."),
    ("Awaria", "Składamy reklamację w sprawie awarii."),
  ])
  func `words of a complaint propose one`(_ subject: String, _ text: String) {
    #expect(proposal(subject, text) == .complaint)
  }

  @Test(arguments: [
    ("Notice of termination", "As of the end of the year."),
    ("Ihr Vertrag", "Hiermit kündigen wir den Vertrag."),
    ("Price increase", "Our fees change in January."),
    ("Update of our terms", "We will use a new subprocessor in Ireland."),
    ("Contrat", "Nous vous notifions la résiliation du contrat."),
  ])
  func `words of a notice propose one`(_ subject: String, _ text: String) {
    #expect(proposal(subject, text) == .notice)
  }

  @Test func `words of a dispute propose one`() {
    #expect(proposal("Invoice 17", "We dispute the invoice.") == .dispute)
    #expect(proposal("Rechnung 17", "Wir bestreiten die Rechnung.") == .dispute)
  }

  @Test func `plain words propose nothing`() {
    #expect(proposal("Meeting", "See you on Tuesday at ten.") == nil)
    #expect(proposal("Thanks", "All is well, we are happy with the new printer.") == nil)
  }

  private func withFile(
    _ name: String,
    _ type: String,
    isSupplier: Bool,
    _ content: [UInt8] = Array("abc".utf8)
  ) -> MailMessage.Proposal? {
    let text = """
      Subject: Files
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary="b"

      --b
      Content-Type: text/plain

      Here it is.
      --b
      Content-Type: \(type)
      Content-Disposition: attachment; filename="\(name)"
      Content-Transfer-Encoding: base64

      \(Data(content).base64EncodedString())
      --b--
      """
    let bytes = Array(text.replacing("\n", with: "\r\n").utf8)
    let mail = ReadMail(bytes, MailSettings(identity: nil, authenticationServer: nil))
    return ContentSigns(mail, isSupplier: isSupplier).proposal
  }

  @Test func `a register is proposed for import, and a supplier’s document as evidence`() {
    #expect(withFile("contracts.csv", "text/csv", isSupplier: false) == .import)
    #expect(withFile("register.XML", "application/octet-stream", isSupplier: false) == .import)
    #expect(withFile("soc2.pdf", "application/pdf", isSupplier: true) == .evidence)
    #expect(withFile("soc2.pdf", "application/pdf", isSupplier: false) == nil)
    #expect(withFile("photo.jpg", "image/jpeg", isSupplier: true) == nil)
  }

  @Test func `an archive is looked into before it is proposed`() {
    func archive(_ names: String...) -> MailMessage.Proposal? {
      let bytes = ZipSample(names.map { ZipSample.File($0, [65]) }).bytes
      return withFile("files.zip", "application/zip", isSupplier: false, bytes)
    }
    #expect(archive("list/contracts.csv") == .import)
    #expect(archive("notes.txt", "list.XML") == .import)
    #expect(archive("photo.jpg", "__MACOSX/._contracts.csv", ".hidden.csv") == nil)
    // What cannot be looked into is for a person to see.
    #expect(withFile("files.zip", "application/zip", isSupplier: false) == .import)
  }
}
