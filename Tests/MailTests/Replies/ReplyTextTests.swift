import Mail
import Testing

@Suite struct ReplyTextTests {
  @Test(arguments: [
    "On 3 May 2026 at 10:15, Ann Example <ann@example.org> wrote:",
    "On Sun, May 3, 2026 at 10:15 AM Ann Example\n<ann@example.org> wrote:",
    "Am 03.05.2026 um 10:15 schrieb Ann Example:",
    "Ann Example <ann@example.org> schrieb am So., 3. Mai 2026,\n10:15:",
    "Le dim. 3 mai 2026 à 10:15, Ann Example <ann@example.org> a écrit :",
    "El dom, 3 may 2026 a las 10:15, Ann (<ann@example.org>) escribió:",
    "Il giorno dom 3 mag 2026 alle ore 10:15 Ann <ann@example.org> ha scritto:",
    "Em dom., 3 de mai. de 2026 às 10:15, Ann <ann@example.org> escreveu:",
    "Op zo 3 mei 2026 om 10:15 schreef Ann <ann@example.org>:",
    "Den sön 3 maj 2026 kl 10:15 skrev Ann <ann@example.org>:",
    "ma 3. toukok. 2026 klo 10.15 Ann (ann@example.org) kirjoitti:",
    "niedz., 3 maj 2026 o 10:15 Ann <ann@example.org> napisał(a):",
    "ne 3. 5. 2026 v 10:15 odesílatel Ann <ann@example.org> napsal:",
    "вс, 3 мая 2026 г. в 10:15, Ann <ann@example.org> написал:",
    "Ann <ann@example.org>, 3 May 2026 Paz, 10:15 tarihinde şunu yazdı:",
    "Ann <ann@example.org> 于2026年5月3日周日 10:15写道：",
    "2026年5月3日(日) 10:15 Ann <ann@example.org>のメッセージ:",
    "2026-05-03 10:15 GMT+02:00 Ann Example <ann@example.org>:",
    "-----Original Message-----",
    "---------- Forwarded message ---------",
    "----- Ursprüngliche Nachricht -----",
    "________ Message d'origine ________",
    "Begin forwarded message:",
  ])
  func `an announcement ends the reply`(announcement: String) {
    let text = ReplyText("We agree.\n\n\(announcement)\n\n> Do you agree?\n> Ann\n")
    #expect(text.reply == "We agree.")
    #expect(text.rest == "\(announcement)\n\n> Do you agree?\n> Ann")
  }

  @Test(arguments: [
    "In 2026 our supplier wrote:",
    "On this day we wrote history:",
    "The driver said at noon:",
    "Please find below what she wrote:",
  ])
  func `a sentence that ends with a colon announces nothing`(sentence: String) {
    let text = ReplyText("Hello\n\n\(sentence)\n\nno more")
    #expect(text.reply == "Hello\n\n\(sentence)\n\nno more")
    #expect(text.rest.isEmpty)
  }

  @Test(arguments: [
    "From: Ann <ann@example.org>\nSent: Sunday, 3 May 2026 10:15\nTo: Ben\nSubject: Contract",
    "*From:* Ann\n*Date:* 3 May 2026\n*Subject:* A subject that\ngoes on\n*To:* Ben",
    "Von: Ann\nGesendet: Sonntag, 3. Mai 2026\nAn: Ben\nBetreff: Vertrag",
    "De : Ann\nEnvoyé : dimanche 3 mai 2026\nÀ : Ben\nObjet : Contrat",
    "差出人: Ann\n送信日時: 2026年5月3日\n宛先: Ben\n件名: 契約",
  ])
  func `repeated headers end the reply`(headers: String) {
    let text = ReplyText("Yes.\n\n\(headers)\n\nDo you agree?")
    #expect(text.reply == "Yes.")
    #expect(text.rest == "\(headers)\n\nDo you agree?")
  }

  @Test func `two lines that look like headers are text`() {
    let text = "Yes.\n\nTo: do list\nSubject: open\n\nmore"
    #expect(ReplyText(text).reply == text)
  }

  @Test func `an answer below the quotation is kept without the quotation`() {
    let text = ReplyText("On 3 May 2026 at 10:15, Ann wrote:\n> Agree?\n\nYes, we do.")
    #expect(text.reply == "Yes, we do.")
    #expect(text.rest == "On 3 May 2026 at 10:15, Ann wrote:\n> Agree?")
  }

  @Test func `a salutation above the quotation does not hide the answer below it`() {
    let text = ReplyText("Dear Ann,\n\nOn 3 May 2026 at 10:15, Ann wrote:\n> Agree?\n\nYes, we do.")
    #expect(text.reply == "Dear Ann,\n\n> Agree?\n\nYes, we do.")
  }

  @Test func `answers between the quotations stay with what they answer`() {
    let body = "> One?\n\nYes.\n\n> Two?\n\nNo."
    #expect(
      ReplyText("Hello Ann\n\nOn 3 May 2026 at 10:15, Ann wrote:\n\(body)").reply
        == "Hello Ann\n\n\(body)"
    )
  }

  @Test(arguments: ["--", "-- ", "***", "_____", "=====", "— ", "\u{2014}"])
  func `a row of one mark ends the reply`(mark: String) {
    let text = ReplyText("Yes.\n\n\(mark)\nBen Example\nExample Ltd")
    #expect(text.reply == "Yes.")
    #expect(text.rest == "\(mark)\nBen Example\nExample Ltd")
  }

  @Test func `the underline of a heading and a fenced row of marks end nothing`() {
    let text = "Prices\n======\n\n```\n----\n```\nend"
    #expect(ReplyText(text).reply == text)
  }

  @Test(arguments: [
    "Sent from my phone", "Von meinem iPhone gesendet", "Envoyé depuis mon mobile",
    "Get Outlook for Android<https://example.org>", "Verzonden met een telefoon", "发自我的手机",
  ])
  func `the line of a telephone is no reply`(line: String) {
    let text = ReplyText("Yes.\n\n\(line)\n")
    #expect(text.reply == "Yes.")
    #expect(text.rest == line)
  }

  @Test func `a sentence about a telephone is a reply`() {
    let text =
      "The report was sent from the phone that we lease, so the size is wrong.\nMy phone is broken."
    #expect(ReplyText(text).reply == text)
  }

  @Test func `a configured line ends the reply before all other rules`() {
    let text = ReplyText(
      "Yes.\n\n## Please ANSWER above this line ##\nOn\nDear Ben",
      delimiters: ["please answer above this line", ""]
    )
    #expect(text.reply == "Yes.")
    #expect(text.rest == "## Please ANSWER above this line ##\nOn\nDear Ben")
  }

  @Test(arguments: ["", " \n\t\n", "\r\n\r\n"])
  func `nothing gives nothing`(text: String) {
    #expect(ReplyText(text).reply.isEmpty)
    #expect(ReplyText(text).rest.isEmpty)
  }

  @Test func `a quotation alone is the reply unless it is announced`() {
    #expect(ReplyText("> only this").reply == "> only this")
    let announced = ReplyText("> On 3 May 2026 at 10:15, Ann wrote:\n>> only this")
    #expect(announced.reply.isEmpty)
    #expect(announced.rest == "> On 3 May 2026 at 10:15, Ann wrote:\n>> only this")
  }
}
