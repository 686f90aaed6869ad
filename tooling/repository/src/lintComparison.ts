import type { Table } from './markdownTable.ts';

/** A finding as `policywright lint --format json` writes it. */
export interface JsonFinding {
  readonly file: string;
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  /** JSON pointer. */
  readonly path: string;
  readonly line: number;
}

/** What two builds say of the same files. */
export interface LintComparison {
  /** Rules with their findings before and after, those first of which most changed. */
  readonly table: Table;
  /** Findings that only the build before has. */
  readonly gone: readonly JsonFinding[];
  /** Findings that only the build after has. */
  readonly fresh: readonly JsonFinding[];
  /** Findings of the build after that the build before has in another severity. */
  readonly regraded: readonly (JsonFinding & { readonly was: string })[];
}

/**
 * Sets the findings of two builds against each other: by file, rule and place, in whatever words.
 *
 * @param before - what the one build found.
 * @param after - what the other build found in the same files.
 */
export function compareLint(before: readonly JsonFinding[], after: readonly JsonFinding[]): LintComparison {
  const [left, right] = [groupByPlace(before), groupByPlace(after)];
  const gone = surplus(left, right);
  const fresh = surplus(right, left);
  const regraded = after.flatMap((finding) => {
    const was = left.get(placeOf(finding))?.[0]?.severity ?? finding.severity;
    return was === finding.severity ? [] : [{ ...finding, was }];
  });
  return { table: tableOf({ before, after, gone, fresh }), gone, fresh, regraded };
}

function placeOf({ file, code, path }: JsonFinding): string {
  return JSON.stringify([file, code, path]);
}

function groupByPlace(findings: readonly JsonFinding[]): ReadonlyMap<string, readonly JsonFinding[]> {
  const groups = new Map<string, JsonFinding[]>();
  for (const finding of findings) {
    const place = placeOf(finding);
    const group = groups.get(place);
    if (group === undefined) groups.set(place, [finding]);
    else group.push(finding);
  }
  return groups;
}

/** A rule can find several things in one place; so many more than the others have are left over. */
function surplus(
  mine: ReadonlyMap<string, readonly JsonFinding[]>,
  theirs: ReadonlyMap<string, readonly JsonFinding[]>,
): readonly JsonFinding[] {
  return [...mine].flatMap(([place, group]) => group.slice(theirs.get(place)?.length ?? 0));
}

type Sides = Readonly<Record<'before' | 'after' | 'gone' | 'fresh', readonly JsonFinding[]>>;

function tableOf({ before, after, gone, fresh }: Sides): Table {
  const sides = [before, after, gone, fresh].map(countByRule);
  const rules = [...new Set([...before, ...after].map(({ code }) => code))];
  const rows = rules.map((rule) => ({ rule, counts: sides.map((counts) => counts.get(rule) ?? 0) }));
  const changed = ([, , less = 0, more = 0]: readonly number[]): number => less + more;
  rows.sort((a, b) => changed(b.counts) - changed(a.counts) || (a.rule < b.rule ? -1 : 1));
  return {
    headings: ['rule', 'before', 'after', 'gone', 'new'],
    rows: rows.map(({ rule, counts }) => [rule, ...counts.map(String)]),
  };
}

function countByRule(findings: readonly JsonFinding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of findings) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}
