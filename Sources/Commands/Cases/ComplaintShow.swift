import ArgumentParser
import Foundation
import Model
import Reporting
import Storage

/// `liaison complaint show REFERENCE`: with clocks and timeline.
struct ComplaintShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show all about one complaint: facts, clocks and timeline.",
    discussion: "  liaison complaint show complaint-1"
  )

  @Argument(help: "Its reference.")
  var reference: String

  @OptionGroup var readingOptions: ReadingOptions

  func run() throws {
    try readingOptions.read { reader, machine in
      var document: Document?
      try reader.forEachText(of: Complaint.type, reference: reference) {
        document = RecordTable.document($0, Complaint.type)
      }
      let complaint = try Complaint.find(reference, in: reader)
      let judged = try readingOptions.judged(reader, machine)
      document?.sections += try ComplaintDocument(complaint, judged).sections()
      try document?.write(
        as: readingOptions.formatOptions.format,
        to: FileDescriptorSink(STDOUT_FILENO),
        readingOptions.rendering(reader, machine, title: "")
      )
    }
  }
}
