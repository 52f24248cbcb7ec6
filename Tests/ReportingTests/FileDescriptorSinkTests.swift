import Foundation
import Reporting
import Testing

@Suite struct FileDescriptorSinkTests {
  @Test func `everything written arrives`() throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("liaison-output-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: url) }
    try Data().write(to: url)
    let handle = try FileHandle(forWritingTo: url)
    let writer = OutputFormat.csv.makeWriter(
      to: FileDescriptorSink(handle.fileDescriptor),
      Sample.options()
    )
    try writer.begin([Column("n", "N", .integer)])
    for number in 0..<100_000 { try writer.row(Row([.integer(Int64(number))])) }
    try writer.finish()
    let expected = "n\n" + (0..<100_000).map { "\($0)\n" }.joined()
    #expect(try String(contentsOf: url, encoding: .utf8) == expected)
  }

  @Test func `a closed pipe is told apart`() throws {
    FileDescriptorSink.ignoreBrokenPipes()
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let error = #expect(throws: OutputError.self) {
      try write(to: FileDescriptorSink(pipe.fileHandleForWriting.fileDescriptor))
    }
    #expect(error == .closed)
    #expect(error?.description == "The reader of the output has closed it.")
  }

  @Test func `another fault says what the system said`() {
    let error = #expect(throws: OutputError.self) { try write(to: FileDescriptorSink(-1)) }
    #expect(error == .unwritable(code: 9, reason: "Bad file descriptor"))
    #expect(error?.description == "The output cannot be written: Bad file descriptor.")
  }

  private func write(to sink: FileDescriptorSink) throws {
    let writer = OutputFormat.json.makeWriter(to: sink, Sample.options())
    try writer.begin([Column("n", "N", .integer)])
    try writer.finish()
  }
}
