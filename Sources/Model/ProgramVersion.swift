/// The version of the program, by semantic versioning.
public let programVersion = "0.1.0"
