import { showUnknown, type Diagnostic } from '@policywright/policy';
import { printable } from '@policywright/policy/text';
import type { LintContext } from '../facts/lintContext.ts';
import type { Finding } from '../model/finding.ts';
import type { LintResult } from '../model/lintResult.ts';
import type { LintOptions } from '../model/options.ts';
import type { Rule, RuleElement } from '../rule/rule.ts';
import type { Severity } from '../model/severity.ts';
import { findIgnore } from '../suppress/findIgnore.ts';
import { findingsOfDiagnostics } from './findingsOfDiagnostics.ts';
import type { FoundFinding } from './foundFinding.ts';
import { Placer } from './placer.ts';
import type { RuleSet } from './ruleSet.ts';
import { severityOf } from './severityOf.ts';

/** What a run needs besides the document. */
export interface RunOptions extends LintOptions {
  readonly ruleSet: RuleSet;
  readonly text?: string;
  readonly basePointer?: string;
  readonly placeOf?: (pointer: string) => string;
  readonly diagnostics: readonly Diagnostic[];
  /** The document with another effect, where it can have either: what only one of them has is not reported. */
  readonly otherwise?: LintContext | undefined;
  /** Whether findings may come with fixes; yes if not given. */
  readonly hasFixes?: boolean;
}

/** Runs the rules over a document, if there is one, and adds what the parser found. */
export function runRules(context: LintContext | undefined, options: RunOptions): LintResult {
  const basePointer = options.basePointer ?? '';
  const placeOf = options.placeOf ?? ((pointer: string) => basePointer + pointer);
  const placed = { ...options, basePointer, placeOf };
  const found = findingsOfDiagnostics(options.diagnostics, { ...placed, context });
  if (context !== undefined) found.push(...findingsOfBoth(context, placed));
  const findings: Finding[] = [];
  const ignored: { finding: Finding; reason: string }[] = [];
  for (const { finding, actions, resources } of found) {
    const ignore = findIgnore(options, { finding, actions, resources });
    if (ignore === undefined) findings.push(finding);
    else ignored.push({ finding, reason: ignore.reason });
  }
  return { findings: findings.sort(byPlace), ignored };
}

type CheckOptions = RunOptions & { readonly placeOf: (pointer: string) => string };

/** What rules find, whichever effect is meant where that is not clear. */
function findingsOfBoth(context: LintContext, options: CheckOptions): readonly FoundFinding[] {
  const found = checkAll(context, options);
  const { otherwise } = options;
  if (otherwise === undefined) return found;
  const keyOf = ({ finding: { code, path, message } }: FoundFinding): string =>
    JSON.stringify([code, path, message]);
  const others = new Set(checkAll(otherwise, options).map(keyOf));
  return found.filter((each) => others.has(keyOf(each)));
}

function checkAll(context: LintContext, options: CheckOptions): readonly FoundFinding[] {
  const placer = new Placer(context, {
    text: options.text,
    placeOf: options.placeOf,
    needsSubjects: (options.ignores?.length ?? 0) > 0,
  });
  const absent = absentElements(context);
  return options.ruleSet.checked.flatMap((rule) => {
    if (readsOnly(rule, absent)) return [];
    const severity = severityOf(rule, options);
    return severity === undefined
      ? []
      : findingsOf(rule, severity, { context, placer, hasFixes: options.hasFixes !== false });
  });
}

/** The parts that no statement has. */
function absentElements({ conditions, policy }: LintContext): ReadonlySet<RuleElement> {
  const absent = new Set<RuleElement>();
  if (conditions.length === 0) absent.add('Condition');
  if (policy.statements.every(({ principal }) => principal === undefined)) absent.add('Principal');
  return absent;
}

/** INVARIANT: a rule that reads one part only has nothing to say where there is none. */
function readsOnly({ reads }: Rule, absent: ReadonlySet<RuleElement>): boolean {
  const [element] = reads;
  return reads.length === 1 && element !== undefined && absent.has(element);
}

interface CheckPlace {
  readonly context: LintContext;
  readonly placer: Placer;
  readonly hasFixes: boolean;
}

function findingsOf(
  rule: Rule,
  severity: Severity,
  { context, placer, hasFixes }: CheckPlace,
): FoundFinding[] {
  const found: FoundFinding[] = [];
  for (const report of rule.check?.(context) ?? []) {
    if (placer.isUnknown(report)) continue;
    // Of an operator that does not exist only the keys and their names can be judged.
    if (!ABOUT_NAMES.has(rule.group) && context.hasAnyOperator(report.pointer)) continue;
    // What a condition that is not known would have said is not known.
    if (ABOUT_ABSENCE.has(rule.group) && placer.isIncomplete(report.pointer, rule)) continue;
    const message = printable(showUnknown(report.message));
    const help = report.help === undefined ? undefined : printable(showUnknown(report.help));
    const fix = hasFixes ? report.fix : undefined;
    const place = placer.place(report);
    const finding: Finding = {
      code: rule.id,
      severity,
      message,
      path: place.path,
      range: place.range,
      ...(help !== undefined && { help }),
      ...(fix !== undefined && { fix }),
      aliases: rule.aliases,
    };
    found.push({ finding, actions: report.actions ?? place.actions, resources: place.resources });
    if (found.length < MOST_FINDINGS) continue;
    context.cut(`more findings of \`${rule.id}\` than the ${MOST_FINDINGS} that are kept`);
    break;
  }
  return found;
}

const ABOUT_ABSENCE: ReadonlySet<string> = new Set(['public', 'privesc', 'mismatch', 'redundancy']);
const ABOUT_NAMES: ReadonlySet<string> = new Set(['grammar', 'unknown']);
/** So many findings of one rule are kept: nobody reads more. */
const MOST_FINDINGS = 10_000;

function byPlace(a: Finding, b: Finding): number {
  return (
    (a.range?.start.offset ?? 0) - (b.range?.start.offset ?? 0) ||
    (a.range === undefined && a.path !== b.path ? (a.path < b.path ? -1 : 1) : 0) ||
    (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)
  );
}
