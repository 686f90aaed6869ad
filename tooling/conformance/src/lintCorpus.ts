import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What lint has to say of a file. */
export interface ExpectedFinding {
  /** Codes of which one is to be found; `*` is any that is no routine note about what a policy grants. */
  readonly codes: readonly string[];
  /** Text of the line that the finding is on; absent where it may be on any line. */
  readonly on?: string;
  /** Text that the finding's message or help has. */
  readonly says?: string;
}

/** A file of the corpus as its manifest has it. */
export interface CorpusEntry {
  /** Path below the corpus: `right` or `mistaken`, the type of the policies or `auto`, then anything. */
  readonly file: string;
  /** Why it is right, with the title of the AWS page where that is a question, or what the mistake is. */
  readonly why: string;
  /** Findings that a mistaken file has to draw. Those of severity warning or error draw no others. */
  readonly finds?: readonly ExpectedFinding[];
  /** Whether the command is given the file itself, and not only its folder, which is walked. */
  readonly named?: true;
  /** Why the expectation does not hold yet. */
  readonly pending?: string;
}

/** A finding as the command reports it. */
export interface ReportedFinding {
  readonly file: string;
  readonly code: string;
  /** `error`, `warning`, or `note` for suggestions and information. */
  readonly level: string;
  /** What was found, and how to mend it. */
  readonly message: string;
  readonly line: number;
}

/** Files that are linted in one run. */
export interface CorpusFolder {
  /** Path below the corpus: `right/scp`. */
  readonly folder: string;
  /** What the command is given: the folder, and files that it is to take for policies in any case. */
  readonly paths: readonly string[];
  /** What `--type` is given, `undefined` where the command has to tell types itself. */
  readonly type: string | undefined;
  readonly entries: readonly CorpusEntry[];
}

/** Absolute path of the corpus. */
export const LINT_CORPUS: string = fileURLToPath(new URL('../lint-corpus', import.meta.url));

/** Absolute path of the corpus's manifest. */
export const LINT_MANIFEST: string = join(LINT_CORPUS, 'manifest.json');

/** Codes that say what a policy grants, right or not. */
const ROUTINE: ReadonlySet<string> = new Set([
  'credentials-exposure',
  'permissions-management',
  'resource-policy-escalation',
  'missing-dependent-action',
  'resource-star',
  'overly-permissive-wildcard',
  'type-mismatch-usable',
]);

/** What the corpus needs of a report in the form of SARIF, whose messages hold the help too. */
interface SarifLog {
  readonly runs: readonly {
    readonly results: readonly {
      readonly ruleId: string;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string };
          readonly region?: { readonly startLine: number };
        };
      }[];
    }[];
  }[];
}

/**
 * Reads the findings of a report that `policywright lint --format sarif` wrote.
 *
 * @param sarif - the text of the report.
 */
export function readFindings(sarif: string): readonly ReportedFinding[] {
  const { runs } = JSON.parse(sarif) as SarifLog;
  return runs.flatMap(({ results }) =>
    results.map(({ ruleId, level, message, locations: [location] }) => ({
      file: decodeURI(location?.physicalLocation.artifactLocation.uri ?? ''),
      code: ruleId,
      level,
      message: message.text,
      line: location?.physicalLocation.region?.startLine ?? 1,
    })),
  );
}

/** Reads the manifest of the corpus. */
export function loadLintCorpus(): readonly CorpusEntry[] {
  return (JSON.parse(readFileSync(LINT_MANIFEST, 'utf8')) as { files: readonly CorpusEntry[] }).files;
}

/** Lists the files of the corpus as they stand on the disk, without the manifest. */
export function listLintCorpus(): readonly string[] {
  return readdirSync(LINT_CORPUS, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(LINT_CORPUS.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((file) => file !== 'manifest.json')
    .sort();
}

/**
 * Parts files by what they are linted as.
 *
 * @param entries - of the manifest.
 */
export function corpusFolders(entries: readonly CorpusEntry[]): readonly CorpusFolder[] {
  const folderOf = ({ file }: CorpusEntry): string => file.split('/').slice(0, 2).join('/');
  return [...new Set(entries.map(folderOf))].sort().map((folder) => {
    const type = folder.split('/')[1];
    const own = entries.filter((entry) => folderOf(entry) === folder);
    return {
      folder,
      paths: [folder, ...own.filter(({ named }) => named === true).map(({ file }) => file)],
      type: type === 'auto' ? undefined : type,
      entries: own,
    };
  });
}

/**
 * Tells in which ways findings differ from what the manifest expects of a file.
 *
 * @param entry - of the file.
 * @param findings - of the file, of every severity.
 * @returns one line for each finding that lacks and for each warning or error that nobody expects.
 */
export function corpusFaults(entry: CorpusEntry, findings: readonly ReportedFinding[]): readonly string[] {
  const lines = readFileSync(join(LINT_CORPUS, entry.file), 'utf8').split('\n');
  const isMeant = (expected: ExpectedFinding, finding: ReportedFinding): boolean =>
    (expected.codes.includes(finding.code) || (expected.codes.includes('*') && !ROUTINE.has(finding.code))) &&
    (lines[finding.line - 1] ?? '').includes(expected.on ?? '') &&
    finding.message.includes(expected.says ?? '');
  const expectations = entry.finds ?? [];
  const lacking = expectations.filter((expected) => !findings.some((finding) => isMeant(expected, finding)));
  const surplus = findings.filter(
    (finding) => finding.level !== 'note' && !expectations.some((expected) => isMeant(expected, finding)),
  );
  return [
    ...lacking.map(
      ({ codes, on, says }) => `lacks ${[codes.join('|'), on, says].filter(Boolean).join(', ')}`,
    ),
    ...surplus.map(({ level, code, line, message }) => `${level} ${code} in line ${line}: ${message}`),
  ];
}
