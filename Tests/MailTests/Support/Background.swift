import Foundation
import Synchronization

/// Something that runs on a thread of its own and gives a value at its end.
final class Background<Value: Sendable>: Sendable {
  private let result = Mutex<Value?>(nil)

  init(_ body: @escaping @Sendable () -> Value) {
    Thread.detachNewThread { [self] in
      let value = body()
      result.withLock { $0 = value }
    }
  }

  /// The value, or nil while the body runs.
  var value: Value? { result.withLock { $0 } }
}
