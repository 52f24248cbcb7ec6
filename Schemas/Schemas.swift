public import Foundation

/// Finds the data files that come with the program.
public enum Schemas {
  /// The folder of the clauses of ISO/IEC 20000-1, a file for each edition.
  public static var clauses: URL { folder.appendingPathComponent("clauses") }
  /// The folder of what other frameworks ask for, a file for each.
  public static var crosswalk: URL { folder.appendingPathComponent("crosswalk") }
  /// The folder of numbered SQL migrations.
  public static var migrations: URL { folder.appendingPathComponent("migrations") }
  /// The folder of the default policy, `default.yaml`, and of its templates, `templates`.
  public static var policy: URL { folder.appendingPathComponent("policy") }
  /// The folder of import profiles.
  public static var profiles: URL { folder.appendingPathComponent("profiles") }
  /// The folder of XML schemas.
  public static var xml: URL { folder.appendingPathComponent("xml") }

  private static var folder: URL { Bundle.module.bundleURL }
}
