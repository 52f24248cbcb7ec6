import ArgumentParser
import Model

/// `liaison mail`: mails that came in, and what becomes of them.
struct MailCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mail",
    abstract: "Take mails in, and decide what becomes of them.",
    discussion: """
      Every mail is kept as it came. The program records answers to reminders and
      mails that came back; everything else waits in the queue with a proposal, and
      a person decides.

        liaison mail ingest inbox.mbox
        liaison mail queue
        liaison mail accept message-7 --as complaint --severity major
      """,
    subcommands: [
      MailIngest.self, MailFetch.self, MailServe.self, MailQueue.self,
      RecordList<MailMessage>.self, MailShow.self, MailAccept.self, MailDone.self,
      MailDiscard.self, MailUndo.self, MailReplay.self,
    ]
  )
}
