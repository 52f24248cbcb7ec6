import Dispatch
public import Model
import Synchronization

extension Reader {
  /// How many parties and agreements make a batch.
  private static let batchSize = 128
  /// How many batches may be in work.
  private static let mostInWork = 4

  /// Hands over what a function makes of the relationship files, batch by batch in the order of
  /// ``forEachRelationship(_:)``; the function runs on other cores while the next files are read.
  ///
  /// Memory does not grow with the number of parties.
  ///
  /// - Parameters:
  ///   - transform: Makes something of a batch, which has at least one file.
  ///   - body: Called with each outcome.
  /// - Throws: ``StoreError``; what the body throws.
  public func forEachRelationship<Value: Sendable>(
    inBatches transform: @escaping @Sendable ([RelationshipFile]) -> Value,
    _ body: (Value) throws -> Void
  ) throws {
    var inWork: ArraySlice<ValueInWork<Value>> = []
    var batch: [RelationshipFile] = []
    var size = 0
    try forEachRelationship { file in
      batch.append(file)
      size += 1 + file.agreements.count
      guard size >= Self.batchSize else { return }
      inWork.append(ValueInWork(batch, transform))
      (batch, size) = ([], 0)
      if inWork.count > Self.mostInWork, let first = inWork.popFirst() { try body(first.value()) }
    }
    if !batch.isEmpty { inWork.append(ValueInWork(batch, transform)) }
    for last in inWork { try body(last.value()) }
  }
}

/// Something that another thread makes.
private final class ValueInWork<Value: Sendable>: Sendable {
  private let result = Mutex<Value?>(nil)
  private let group = DispatchGroup()

  init(
    _ batch: [RelationshipFile],
    _ transform: @escaping @Sendable ([RelationshipFile]) -> Value
  ) {
    DispatchQueue.global().async(group: group) { [self] in
      let made = transform(batch)
      result.withLock { $0 = made }
    }
  }

  /// Waits until it is made.
  func value() -> Value {
    group.wait()
    guard let value = result.withLock({ $0 }) else {
      preconditionFailure("The group is left after the value is there.")
    }
    return value
  }
}
