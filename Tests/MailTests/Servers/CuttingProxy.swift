import Foundation

@testable import Mail

/// A relay between a client and a server that cuts each connection after some bytes, in either
/// direction and in the middle of anything; it ends with the value.
final class CuttingProxy {
  let port: Int
  private let process: Process

  /// How many bytes pass is drawn anew for each connection, from few to many.
  private static let script = #"""
    import random, socket, sys, threading
    port, target, numbers = int(sys.argv[1]), int(sys.argv[2]), random.Random(int(sys.argv[3]))
    listener = socket.create_server(("127.0.0.1", port))
    def relay(source, sink, left, both):
      try:
        while left[0] > 0 and (data := source.recv(min(4096, left[0]))):
          left[0] -= len(data)
          sink.sendall(data)
      except OSError: pass
      for one in both:
        try: one.shutdown(socket.SHUT_RDWR)
        except OSError: pass
    while True:
      client = listener.accept()[0]
      server = socket.create_connection(("127.0.0.1", target))
      left, both = [int(2 ** numbers.uniform(7, 17))], (client, server)
      for pair in (both, both[::-1]):
        threading.Thread(target=relay, args=(*pair, left, both), daemon=True).start()
    """#

  init(to target: Int, folder: String, seed: Int) throws {
    port = try TestMachine.freePort()
    let path = "\(folder)/proxy.py"
    try Self.script.write(toFile: path, atomically: true, encoding: .utf8)
    process = try TestMachine.start(
      "/usr/bin/python3",
      [path, "\(port)", "\(target)", "\(seed)"],
      port: port
    )
  }

  deinit { TestMachine.end(process) }
}
