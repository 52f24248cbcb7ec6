import Foundation
import Importing
import Storage

/// Carries what an importer finds from the thread that reads to the thread that stores.
///
/// Findings travel in blocks; at most ``depth`` blocks are under way, so that memory does not
/// grow with the file. Emptied blocks go back and are filled again.
final class DraftPipe: DraftSink, @unchecked Sendable {
  /// One thing that was found.
  enum Finding {
    case draft(Int)
    case record(RecordDraft)
    case refused(Place, [Problem])
    case rejected(RejectedRecord, [Problem])
    case problem(Problem)
  }

  /// Findings in the order of the source, with the drafts beside them.
  final class Block {
    var findings: [Finding] = []
    fileprivate(set) var drafts: [Draft] = []
    fileprivate(set) var draftCount = 0
    private var held = Draft()

    /// Calls a body with a draft, taken out of the block meanwhile so that nothing is copied.
    func withDraft<Value>(_ index: Int, _ body: (borrowing Draft) throws -> Value) rethrows -> Value
    {
      swap(&held, &drafts[index])
      defer { swap(&held, &drafts[index]) }
      return try body(held)
    }
  }

  private static let size = 256
  private static let depth = 4

  private let condition = NSCondition()
  private var full: [Block] = []
  private var empty: [Block] = (0..<depth).map { _ in Block() }
  private var isFinished = false
  private var failure: (any Error)?
  private var isStopped = false
  private var filling: Block?
  private var sealing = DraftSealing()

  /// Starts reading on a thread of its own.
  func start(_ read: @escaping @Sendable (DraftPipe) throws -> Void) {
    let thread = Thread { [self] in
      do {
        try read(self)
        try flush()
        finish(nil)
      } catch {
        finish(error)
      }
    }
    thread.stackSize = 4 << 20
    thread.start()
  }

  // MARK: The reading side

  func take(_ draft: inout Draft) throws {
    let problems = sealing.seal(&draft)
    guard problems.isEmpty else { return try append(.refused(draft.place, problems)) }
    let block = try current()
    if block.draftCount == block.drafts.count { block.drafts.append(Draft()) }
    swap(&block.drafts[block.draftCount], &draft)
    block.findings.append(.draft(block.draftCount))
    block.draftCount += 1
    if block.findings.count >= Self.size { try flush() }
  }

  func take(_ record: RecordDraft) throws { try append(.record(record)) }

  func reject(_ record: RejectedRecord, because problems: [Problem]) throws {
    try append(.rejected(record, problems))
  }

  func note(_ problem: Problem) throws { try append(.problem(problem)) }

  private func append(_ finding: Finding) throws {
    let block = try current()
    block.findings.append(finding)
    if block.findings.count >= Self.size { try flush() }
  }

  private func current() throws -> Block {
    if let filling { return filling }
    condition.lock()
    defer { condition.unlock() }
    while empty.isEmpty, !isStopped { condition.wait() }
    guard !isStopped else { throw Stopped() }
    let block = empty.removeLast()
    filling = block
    return block
  }

  private func flush() throws {
    guard let block = filling else { return }
    filling = nil
    condition.lock()
    full.insert(block, at: 0)
    condition.broadcast()
    condition.unlock()
  }

  private func finish(_ error: (any Error)?) {
    // What was found before a failure is handed over first.
    try? flush()
    condition.lock()
    isFinished = true
    failure = error
    condition.broadcast()
    condition.unlock()
  }

  // MARK: The storing side

  /// Hands over every block in order.
  ///
  /// - Throws: What reading threw, after all that was found before; what the body throws.
  func forEachBlock(_ body: (Block) throws -> Void) throws {
    while let block = try next() {
      do {
        try body(block)
      } catch {
        stop()
        throw error
      }
      block.findings.removeAll(keepingCapacity: true)
      block.draftCount = 0
      condition.lock()
      empty.append(block)
      condition.broadcast()
      condition.unlock()
    }
  }

  private func next() throws -> Block? {
    condition.lock()
    defer { condition.unlock() }
    while full.isEmpty, !isFinished { condition.wait() }
    if let block = full.popLast() { return block }
    if let failure { throw failure }
    return nil
  }

  /// Lets the reading side end, and waits until it has.
  private func stop() {
    condition.lock()
    isStopped = true
    condition.broadcast()
    while !isFinished { condition.wait() }
    condition.unlock()
  }

  private struct Stopped: Error {}
}
