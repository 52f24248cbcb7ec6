/// The page that explains policy files, made from the list of keys.
public enum PolicyPage {
  /// The page as Markdown.
  public static var markdown: String {
    (introduction + templates + keys).joined(separator: "\n") + "\n"
  }

  private static let introduction = [
    """
    # Policy files

    Version \(Policy.version) of the language. This page is made by the program; a test compares \
    them. `RECORD_SNAPSHOTS=1` rewrites it.

    A policy is the file of thresholds, intervals and targets by which the rules judge: how often \
    a contract is reviewed, how long a complaint may take, when a minor finding becomes a major \
    one. No standard sets these numbers; you do, and an auditor looks whether you keep them. The \
    program comes with a default for all of them, `Schemas/policy/default.yaml`.

    ## A worked example

    A file names only the keys that it changes:

    ```yaml
    policy: 1                          # the version of this language; can be left out
    title: Policy of Example IT
    review.contract.strategic: 6m      # twice a year
    upgrade.systemicShare: 12.5%
    reminder.before: [60d, 30d, 7d, 0d]
    complaint:                         # keys that begin alike can stand in groups
      targets:
        critical: {acknowledge: 1bh, assess: none}
    ```

    It is YAML with one value a key. What is wrong in a file is said all at once, each with line \
    and column, and nothing of the file is used until it is right.

    ## What can be written

    | Form | Example | Meaning |
    |---|---|---|
    | Length of time | `30d`, `10bd`, `8bh`, `12m` | Calendar days, business days, business hours, \
    months; each key allows some of them |
    | Percentage | `25%`, `12.5%` | At most four decimals |
    | Number | `3` | Whole, without a unit |
    | List | `[30d, 7d, 0d]` | Calendar days; the `d` can be left out |
    | Word | `rolling`, `true` | One of those that the key allows |
    | `none` | `none` | No limit, where the key allows it |

    Beside the keys below a file may have `policy`, the version of the language; `title` and \
    `source`, for people; and `basedOn`, the template to start from. Values must fit each other: \
    grades go down, a later level or step has at least as much time as the one before if both are \
    in the same unit. Anchors and aliases of YAML are refused, and files of more than \
    \(DataText.mostBytes) bytes.

    ## The digest

    Every run states the SHA-256 of its policy. It is that of the canonical text: all keys in the \
    order of this page with the values in force, `key: value`, a line each. Two files with the \
    same effect have the same digest, whatever they leave to the default.

    """
  ]

  private static var templates: [String] {
    let rows = PolicyTemplates.shipped.templates.map { template in
      "| `\(template.id)` | \(template.title) | \(template.source) |"
    }
    return [
      "## Templates", "",
      "`basedOn` names one of these. What a template does not say is as in the default.", "",
      "| Name | What | Source |", "|---|---|---|",
    ] + rows + [""]
  }

  private static var keys: [String] {
    let tables = PolicyKey.groups.map { heading, keys in
      let rows = keys.map { key in
        "| `\(key.name)` | `\(key.standard)` | \(key.values) | \(key.sentence) |"
      }
      let head = [
        "### \(heading)", "", "| Key | Default | May be | Meaning |", "|---|---|---|---|",
      ]
      return (head + rows).joined(separator: "\n")
    }
    return ["## Keys", "", tables.joined(separator: "\n\n")]
  }
}
