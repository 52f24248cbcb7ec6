@testable import Mail

/// A connection whose server says what a script answers to each line.
///
/// The answer's `TAG` is replaced by the tag of the command.
final class ScriptedConnection: ByteConnection {
  private let answer: (String) -> String
  private var waiting: [UInt8]
  private let piece: Int
  /// What was sent, line by line, without tags.
  private(set) var commands: [String] = []
  /// What comes when nothing waits to be read.
  var silence = ReceivedBytes.timedOut

  init(greeting: String = "", piece: Int = 7, answer: @escaping (String) -> String) {
    waiting = Array(greeting.utf8)
    self.piece = piece
    self.answer = answer
  }

  func send(_ bytes: [UInt8]) throws {
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\r\n") {
      let words = line.split(separator: " ", maxSplits: 1).map(String.init)
      let command = words.count > 1 ? words[1] : words[0]
      commands.append(command)
      waiting += answer(command).replacingTag(words[0])
    }
  }

  func receive(within seconds: Int) throws -> ReceivedBytes {
    guard !waiting.isEmpty else { return silence }
    let part = Array(waiting.prefix(piece))
    waiting.removeFirst(part.count)
    return .bytes(part)
  }
}

extension String {
  fileprivate func replacingTag(_ tag: String) -> [UInt8] {
    Array(split(separator: "TAG", omittingEmptySubsequences: false).joined(separator: tag).utf8)
  }
}
