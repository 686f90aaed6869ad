import { jsonText } from '@policywright/policy/text';
import type { Finding } from '../model/finding.ts';
import type { Rule } from '../rule/rule.ts';
import type { Severity } from '../model/severity.ts';
import { RULES } from '../rules/index.ts';
import type { FileFindings } from './fileFindings.ts';
import { rulePage } from './rulePage.ts';

const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  suggestion: 'note',
  info: 'note',
};

/** What the report says about the tool. */
export interface SarifOptions {
  /** The version of the tool. */
  readonly version?: string;
  /** The rules that the findings are of, `RULES` if not given. */
  readonly rules?: readonly Rule[];
}

/**
 * Writes findings as a SARIF 2.1.0 log, with the rules that they are of.
 *
 * @param files - the findings of each file.
 * @param options - the version of the tool, and its rules.
 * @returns the log as JSON, without a final line end.
 */
export function formatSarif(files: readonly FileFindings[], options: SarifOptions = {}): string {
  const log = new SarifLog();
  return [...files.map((file) => log.add(file)), log.end(options)].join('');
}

/** A SARIF log that is written file by file, as {@link formatSarif} does at once: it holds nothing but names of rules. */
export class SarifLog {
  /** Rules are numbered as they come, since only the last finding tells which there are. */
  readonly #indexes = new Map<string, number>();
  #isEmpty = true;

  /**
   * Writes the findings of the next file.
   *
   * @param file - its findings.
   * @returns the next part of the log.
   */
  add({ file, findings }: FileFindings): string {
    return findings
      .map(
        (finding) => `${this.#next()}\n${indented(resultOf(file, finding, this.#indexOf(finding.code)), 8)}`,
      )
      .join('');
  }

  /**
   * Writes what comes after the last file.
   *
   * @param options - the version of the tool, and its rules.
   * @returns the last part of the log, without a final line end.
   */
  end({ version, rules: all = RULES }: SarifOptions = {}): string {
    const known = new Map(all.map((rule) => [rule.id, rule]));
    const driver = {
      name: 'policywright',
      informationUri: 'https://github.com/policywright/policywright',
      ...(version !== undefined && { version }),
      rules: [...this.#indexes.keys()].map((id) => describeRule(id, known.get(id))),
    };
    const results = this.#isEmpty ? `${HEAD}]` : '\n      ]';
    return `${results},\n      "tool": ${indented({ driver }, 6).trimStart()}\n    }\n  ]\n}`;
  }

  /** What stands before the next result. */
  #next(): string {
    const before = this.#isEmpty ? HEAD : ',';
    this.#isEmpty = false;
    return before;
  }

  #indexOf(code: string): number {
    const index = this.#indexes.get(code) ?? this.#indexes.size;
    this.#indexes.set(code, index);
    return index;
  }
}

/** Up to the results, which come before the tool: it has the rules of all of them. */
const HEAD = `{
  "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
  "version": "2.1.0",
  "runs": [
    {
      "columnKind": "utf16CodeUnits",
      "newlineSequences": ["\\r\\n", "\\n", "\\r"],
      "results": [`;

function indented(value: object, spaces: number): string {
  return jsonText(value).replace(/^/gm, ' '.repeat(spaces));
}

function describeRule(id: string, rule: Rule | undefined): object {
  if (rule === undefined) return { id };
  const helpUri = rulePage(rule);
  return {
    id,
    name: id.replace(/(?:^|-)([a-z0-9])/g, (_, first: string) => first.toUpperCase()),
    shortDescription: { text: plain(rule.doc) },
    ...(helpUri !== undefined && { helpUri }),
    defaultConfiguration: { level: LEVELS[rule.severity], enabled: rule.optIn !== true },
    properties: { tags: [rule.group], aliases: rule.aliases },
  };
}

function resultOf(file: string, finding: Finding, ruleIndex: number): object {
  const { code, severity, message, path, range, help, fix } = finding;
  const artifactLocation = { uri: uriOf(file) };
  const region = range && {
    startLine: range.start.line,
    startColumn: range.start.column,
    endLine: range.end.line,
    endColumn: range.end.column,
  };
  return {
    ruleId: code,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: plain(help === undefined ? message : `${message}; ${help}`) },
    locations: [
      {
        physicalLocation: { artifactLocation, ...(region && { region }) },
        // The pointer of the whole document is empty, which is no name.
        ...(path !== '' && { logicalLocations: [{ fullyQualifiedName: path }] }),
      },
    ],
    ...(fix && { fixes: [fixOf(fix, artifactLocation, help)] }),
  };
}

function fixOf(fix: NonNullable<Finding['fix']>, artifactLocation: object, help: string | undefined): object {
  return {
    description: { text: plain(help ?? 'mend it') },
    artifactChanges: [
      {
        artifactLocation,
        replacements: fix.edits.map(({ start, end, replacement }) => ({
          deletedRegion: { charOffset: start, charLength: end - start },
          insertedContent: { text: replacement },
        })),
      },
    ],
  };
}

/** Viewers make links of `[text](target)`, which a policy must not be able to put into a report. */
function plain(text: string): string {
  return text.includes('](') ? text.replace(/[[\]\\]/g, '\\$&') : text;
}

/** A path as a URI reference, from the root of the repository where it is relative. */
function uriOf(file: string): string {
  const path = file.replaceAll('\\', '/');
  if (/^[A-Za-z]:\//.test(path)) return `file:///${path.slice(0, 2)}${encodePath(path.slice(2))}`;
  if (path.startsWith('//')) return `file:${encodePath(path)}`;
  if (path.startsWith('/')) return `file://${encodePath(path)}`;
  // In front of the first slash a colon would end a scheme.
  return `${/^[^/]*:/.test(path) ? './' : ''}${encodePath(path)}`;
}

/** Lone surrogates have no encoding. */
function encodePath(path: string): string {
  const paired = path.replace(/[\ud800-\udfff]/g, (unit, at: number) =>
    isPaired(path, at) ? unit : '\ufffd',
  );
  return encodeURI(paired).replaceAll('#', '%23').replaceAll('?', '%3F');
}

function isPaired(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  const isHigh = code < 0xdc00;
  const other = text.charCodeAt(isHigh ? at + 1 : at - 1);
  return isHigh ? other >= 0xdc00 && other <= 0xdfff : other >= 0xd800 && other < 0xdc00;
}
