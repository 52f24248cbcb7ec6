import ArgumentParser

/// `liaison agreement`: agreements one by one.
struct AgreementCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agreement",
    abstract: "List, show, add, change and void agreements.",
    discussion: """
        liaison agreement add C-1 --supplier S-1 --set title=Cleaning --set startsOn=2026-01-01
        liaison agreement change C-1 --set noticePeriod=3m
        liaison agreement give-notice C-1 --on 2026-09-30 --by us
      """,
    subcommands: [
      AgreementList.self, AgreementShow.self, AgreementAdd.self, AgreementChangeCommand.self,
      AgreementVoid.self, AgreementDecide.self, AgreementGiveNotice.self, AgreementJoin.self,
      AgreementLeave.self,
      AgreementAttach.self,
    ]
  )
}
