#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// One run of another program, with bytes for its standard input.
///
/// The input lies in a nameless temporary file, so that neither side waits for the other and
/// a program that does not read it harms nobody.
struct ProgramRun {
  /// How a run ended.
  enum Status: Equatable, CustomStringConvertible {
    /// By itself, with an exit code.
    case exited(Int32)
    /// By a signal.
    case killed(Int32)
    /// It said nothing for too long, or too much, and was ended.
    case stopped

    var description: String {
      switch self {
      case .exited(let code): "ended with exit code \(code)"
      case .killed(let signal): "was ended by signal \(signal)"
      case .stopped: "did not come to an end and was stopped"
      }
    }
  }

  /// The program's file.
  var path: String
  /// The arguments after the name.
  var arguments: [String]
  /// All variables that the program sees.
  var environment: [String: String]
  /// What it reads from standard input.
  var input: [UInt8] = []

  /// The most output that is taken, in bytes.
  private static let maximumOutput = 256 << 10

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - patience: How many seconds it may be silent before it is stopped.
  ///   - keepsErrors: Whether standard error counts as output; otherwise it is thrown away.
  /// - Returns: How it ended, and its output.
  /// - Throws: A ``MailFault`` with code `program.start`.
  func run(patience: Int, keepsErrors: Bool) throws -> (status: Status, output: [UInt8]) {
    let input = unsafe try inputFile()
    defer { unsafe fclose(input) }
    let pipe = try openPipe()
    defer { close(pipe.read) }
    let process: pid_t
    do {
      defer { close(pipe.write) }
      process = try unsafe start(fileno(input), pipe.write, keepsErrors)
    }
    let (output, isComplete) = Self.collect(pipe.read, patience)
    if !isComplete { kill(process, SIGKILL) }
    let status = Self.end(of: process, patience)
    return (isComplete ? status : .stopped, output)
  }

  private func inputFile() throws -> UnsafeMutablePointer<FILE> {
    guard let file = unsafe tmpfile() else { throw cannotStart(errno) }
    let descriptor = unsafe fileno(file)
    guard Systems.write(input, to: descriptor), lseek(descriptor, 0, SEEK_SET) == 0 else {
      let error = errno
      unsafe fclose(file)
      throw cannotStart(error)
    }
    return unsafe file
  }

  private func openPipe() throws -> (read: Int32, write: Int32) {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { throw cannotStart(errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  private func start(_ input: Int32, _ output: Int32, _ keepsErrors: Bool) throws -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    if keepsErrors {
      unsafe posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO)
    } else {
      unsafe posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    }
    return try unsafe spawn(&actions)
  }

  /// Starts the program with no signal blocked: the thread may block some, which the program
  /// would inherit and then not be ended by.
  private func spawn(
    _ actions: UnsafeMutablePointer<posix_spawn_file_actions_t>
  ) throws -> pid_t {
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    let variables = environment.map { "\($0.key)=\($0.value)" }.sorted()
    var process: pid_t = 0
    let error = unsafe withTexts([path] + arguments) { texts in
      unsafe withTexts(variables) {
        unsafe posix_spawn(&process, path, actions, &attributes, texts, $0)
      }
    }
    guard error == 0 else { throw cannotStart(error) }
    return process
  }

  /// Takes the output until its end; incomplete if nothing comes for too long or too much does.
  private static func collect(_ descriptor: Int32, _ patience: Int) -> ([UInt8], Bool) {
    var output: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 16 << 10)
    while output.count <= maximumOutput {
      switch Systems.wait(descriptor, for: POLLIN, milliseconds: Int32(clamping: patience * 1000)) {
      case .interrupted: continue
      case .timedOut: return (output, false)
      case .ready: break
      }
      let count = Systems.read(descriptor, into: &piece)
      guard count > 0 else { return (output, count == 0) }
      output += piece[..<count]
    }
    return (output, false)
  }

  /// Waits for the process, and ends it if it lives on too long after closing its output.
  private static func end(of process: pid_t, _ patience: Int) -> Status {
    var status: Int32 = 0
    for _ in 0..<max(patience, 1) * 50 {
      let ended = unsafe waitpid(process, &status, WNOHANG)
      if ended == process { return Self.status(status) }
      if ended < 0, errno != EINTR { return .stopped }
      poll(nil, 0, 20)
    }
    kill(process, SIGKILL)
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    return .stopped
  }

  /// Reads the number that `waitpid` gives: the signal in the low 7 bits, then the exit code.
  private static func status(_ number: Int32) -> Status {
    number & 0x7F == 0 ? .exited((number >> 8) & 0xFF) : .killed(number & 0x7F)
  }

  private func cannotStart(_ error: Int32) -> MailFault {
    .passing(
      "program.start",
      "\(path) cannot be started: \(Systems.text(of: error)).",
      remedy: "Check that the program is installed and may be run."
    )
  }
}

/// Gives texts as the null-terminated list of C strings that `posix_spawn` wants.
private func withTexts<Result>(
  _ texts: [String],
  _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  let list = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(
    capacity: texts.count + 1
  )
  for (index, text) in texts.enumerated() {
    unsafe (list + index).initialize(to: unsafe strdup(text))
  }
  unsafe (list + texts.count).initialize(to: nil)
  defer {
    for index in texts.indices { unsafe free(list[index]) }
    unsafe list.deallocate()
  }
  return unsafe body(list)
}
