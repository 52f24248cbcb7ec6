import Foundation
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

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

  /// The value once the body has ended, or nil if that takes more than half a minute.
  func wait() -> Value? {
    for _ in 0..<600 {
      if let value { return value }
      poll(nil, 0, 50)
    }
    return nil
  }
}
