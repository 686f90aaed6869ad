import { CONDITION_REASONS, parseVariables, type ConditionOutcome } from '@policywright/conditions';
import {
  compile,
  type ElementReport,
  type Explanation,
  type PolicySet,
  type Request,
  type StatementReport,
} from '@policywright/evaluator';
import { adviceOf, reasonsOf, withCode, type Phrase } from '@policywright/evaluator/wording';
import type { Statement } from '@policywright/policy';
import { policySetOf, requestOf } from '@policywright/scenario';
import { scenario } from '@policywright/testing';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { statementAt, withoutStatement, withStatement } from './statementAt.ts';
import { check } from './check.ts';

/** Codes that our own sentences name. */
const OWN_CODES = Object.values(CONDITION_REASONS).flatMap((reason) => codesOf(withCode(reason)));

function codesOf(phrase: Phrase): readonly string[] {
  return phrase.flatMap((piece) => (typeof piece === 'object' && 'code' in piece ? [piece.code] : []));
}

function reportsOf({ layers }: Explanation): readonly StatementReport[] {
  return layers.flatMap(({ statements }) => statements);
}

/** The values of a request under a key, as texts, by reading the context once more. */
function contextValues({ context = {} }: Request, key: string): readonly string[] {
  return Object.entries(context)
    .filter(([name]) => name.toLowerCase() === key.toLowerCase())
    .flatMap(([, value]) => [value].flat().map(String));
}

function listOf(source: Statement, { element }: ElementReport): readonly string[] {
  if (element.endsWith('Principal'))
    return source.principal?.entries.map(({ kind, value }) => `${kind}: ${value}`) ?? [];
  return (element.endsWith('Action') ? source.action : source.resource)?.values ?? [];
}

/** A report's part: the statement as parsed, the request, and the sentence about it. */
interface Told {
  readonly source: Statement;
  readonly request: Request;
  readonly phrase: Phrase;
}

/** An element has the values of the statement, and its phrase each side in its place. */
function expectElement(report: ElementReport, { source, request, phrase }: Told): void {
  const { principal, action, resource } = request;
  const asked = {
    Action: [action],
    Resource: [resource],
    Principal: typeof principal === 'string' ? [principal] : Object.values(principal).map(String),
  };
  const [, looksAt = 'Action'] = /^(?:Not)?(\w+)$/.exec(report.element) ?? [];
  expect(report.values).toEqual(listOf(source, report));
  // Policies of principals are asked about the access point that a request goes through (S210).
  const points = looksAt === 'Resource' ? contextValues(request, 's3:DataAccessPointArn') : [];
  if (!points.some((point) => report.requested.startsWith(point)))
    expect(Object.entries(asked).find(([name]) => name === looksAt)?.[1]).toContain(report.requested);
  if (report.value !== undefined) expect(report.values).toContain(report.value);
  for (const [index, piece] of phrase.entries()) {
    if (typeof piece === 'string' || !('code' in piece)) continue;
    const words = phrase[index - 1];
    const isAsked =
      typeof words === 'string' && /(?:request has|request is for|covers?|not list) $/.test(words);
    expect(isAsked ? [report.requested] : report.values).toContain(piece.code);
  }
}

/** A condition has the values of the statement and of the request, and its phrase each side in its place. */
function expectCondition(outcome: ConditionOutcome, { source, request, phrase }: Told): void {
  const { operator, key, policyValues, requestValues, variables, pointer } = outcome;
  const written = source.conditions.find((condition) => condition.pointer === pointer);
  expect([operator, key, policyValues]).toEqual([written?.operator.text, written?.key, written?.values]);
  if (requestValues !== undefined)
    expect(contextValues(request, key)).toEqual(expect.arrayContaining([...requestValues]));
  for (const { key: name, value } of variables) {
    const defaults = policyValues
      .flatMap(parseVariables)
      .flatMap((piece) => (piece.kind === 'variable' && piece.key === name ? [piece.fallback] : []));
    expect(defaults.length).toBeGreaterThan(0);
    const given = contextValues(request, name);
    if (value !== undefined) expect(given.length > 0 ? given : defaults).toContain(value);
  }
  const values = variables.flatMap(({ key: name, value }) => [`\${${name}}`, value ?? '']);
  const half = phrase.indexOf('; ');
  for (const code of codesOf(phrase.slice(0, half))) expect([operator, key, ...policyValues]).toContain(code);
  const had = [...(requestValues ?? []), ...values, ...OWN_CODES];
  for (const code of codesOf(phrase.slice(half))) expect(had).toContain(code);
}

/** Each fact of a report is that of the statement and of the request, and no sentence names anything else. */
function expectReport(report: StatementReport, source: Statement, request: Request): void {
  const { effect, sid, applies, misplaced, action, resource, principal, conditions } = report;
  expect([effect, sid]).toEqual([source.effect, source.sid]);
  const elements = [principal, action, resource].filter((element) => element !== undefined);
  const results = [...elements, ...conditions].map(({ result }) => result);
  const counts = !results.includes('false') && (effect === 'Deny' || !results.includes('undecided'));
  if (applies) expect(counts && (effect === 'Deny' || !misplaced)).toBe(true);
  else expect(counts && !misplaced).toBe(false);
  const reasons = reasonsOf(report).slice(misplaced ? 1 : 0);
  expect(reasons.map(({ result }) => result)).toEqual(results);
  for (const [index, part] of [...elements, ...conditions].entries()) {
    const told = { source, request, phrase: reasons[index]?.phrase ?? [] };
    if ('element' in part) expectElement(part, told);
    else expectCondition(part, told);
  }
}

function expectNames(explanation: Explanation, set: PolicySet): void {
  const advice = adviceOf(explanation);
  for (const piece of [...explanation.headline, ...(advice?.intro ?? []), ...(advice?.also ?? [])])
    if (typeof piece === 'object' && 'statement' in piece)
      expect(statementAt(set, piece.statement)?.sid).toBe(piece.sid);
  const { decision, decisive, doubts, undecided } = explanation;
  const applying = reportsOf(explanation).filter(({ applies }) => applies);
  if (decisive !== undefined) expect(applying.map(({ ref }) => ref)).toContain(decisive.ref);
  expect(undecided).toBe(doubts.length > 0);
  for (const { about } of doubts) expect(about.result).toBe('undecided');
  if (advice?.statement === undefined) return;
  expect(advice.statement.applies).toBe(decision === 'ExplicitDeny');
  const wanted = decision === 'ExplicitDeny' ? ['true', 'undecided'] : ['false', 'undecided'];
  expect(advice.reasons.length).toBeGreaterThan(0);
  for (const { result } of advice.reasons) expect(wanted).toContain(result);
}

test('27: explanations name what is in the policies and the request, and nothing else', () => {
  let said = 0;
  check(
    fc.property(scenario(), (given) => {
      const request = requestOf(given);
      const set = policySetOf(given.policies, given.flags, request);
      const explanation = compile(set).explain(request);
      for (const report of reportsOf(explanation)) {
        const source = statementAt(set, report.ref);
        if (source === undefined) throw new Error(`no statement at ${report.ref}`);
        expectReport(report, source, explanation.request);
        said += 1;
      }
      expectNames(explanation, set);
    }),
    300,
  );
  expect(said).toBeGreaterThan(500);
});

/** Of other layers a statement can bear on the answer without applying: levels of RCPs, public policies. */
const ALONE = new Set(['identity', 'boundary', 'session', 'scp', 'vpcEndpoint']);

test('27: a statement that is said not to apply can be left out, and one Deny that applies cannot', () => {
  const left = { silent: 0, denying: 0 };
  check(
    fc.property(scenario(), fc.nat(), (given, number) => {
      const request = requestOf(given);
      const set = policySetOf(given.policies, given.flags, request);
      const explanation = compile(set).explain(request);
      const reports = reportsOf(explanation);
      const silent = reports.filter(
        ({ applies, effect, layer }) => !applies && (effect === 'Deny' || ALONE.has(layer)),
      );
      const one = silent[number % Math.max(1, silent.length)];
      if (one !== undefined) {
        left.silent += 1;
        expect(compile(withoutStatement(set, one.ref)).decide(request)).toBe(explanation.decision);
      }
      if (explanation.decision !== 'ExplicitDeny' || explanation.layers.length === 0) return;
      const denying = explanation.layers
        .filter(({ verdict }) => verdict === 'denies')
        .flatMap(({ statements }) => statements)
        .filter(({ applies, effect }) => applies && effect === 'Deny');
      left.denying += 1;
      const without = denying.reduce((rest, { ref }) => withoutStatement(rest, ref), set);
      // A request through an access point is decided for each resource, and another may deny it as well.
      if (request.underlying === undefined) expect(compile(without).decide(request)).not.toBe('ExplicitDeny');
    }),
  );
  expect(left.silent).toBeGreaterThan(50);
  expect(left.denying).toBeGreaterThan(50);
});

/** Parts of a statement that do not hold, as its report names them. */
function lackingOf(report: StatementReport): readonly string[] {
  const elements = [report.principal, report.action, report.resource].filter((one) => one !== undefined);
  return [...elements, ...report.conditions]
    .filter(({ result }) => result !== 'true')
    .map(({ pointer }) => pointer);
}

/** The statement with the parts at some pointers made such that they hold: whatever is asked, and no condition. */
function given(statement: Statement, report: StatementReport, parts: readonly string[]): Statement {
  const { action, resource, principal } = statement;
  const has = (element: ElementReport | undefined): boolean => parts.includes(element?.pointer ?? '');
  const everyone = { kind: 'AWS' as const, value: '*' };
  return {
    ...statement,
    action: has(report.action) ? { ...action, negated: false, values: ['*'] } : action,
    resource: resource && has(report.resource) ? { ...resource, negated: false, values: ['*'] } : resource,
    principal:
      principal && has(report.principal)
        ? { ...principal, negated: false, entries: [{ ...principal.entries[0], ...everyone }] }
        : principal,
    conditions: statement.conditions.filter(({ pointer }) => !parts.includes(pointer)),
  };
}

/** How far an Allow is from applying: its action first, then whom and what it is about, then its conditions. */
function farness({ action, resource, principal, conditions }: StatementReport): number {
  const about = [resource, principal].filter((element) => element !== undefined && element.result !== 'true');
  const open = conditions.filter(({ result }) => result !== 'true');
  return (action.result === 'true' ? 0 : 1e6) + 1e3 * about.length + open.length;
}

/** The other statements of the same layer that might have allowed. */
function rivals(
  explanation: Explanation,
  { layer, level, ref }: StatementReport,
): readonly StatementReport[] {
  return reportsOf(explanation).filter(
    (one) =>
      one.layer === layer && one.level === level && one.ref !== ref && one.effect === 'Allow' && !one.applies,
  );
}

test('27: the statement that is said to come nearest applies with all that it is said to lack, and not with less', () => {
  let near = 0;
  check(
    fc.property(scenario(), fc.nat(), (document, number) => {
      const request = requestOf(document);
      // Of a request through an access point, what is explained next may be another of its resources.
      if (request.underlying !== undefined) return;
      const set = policySetOf(document.policies, document.flags, request);
      const explanation = compile(set).explain(request);
      const { nearest } = explanation;
      if (nearest === undefined || nearest.statement.misplaced) return;
      const { statement: report, misses } = nearest;
      const lacking = lackingOf(report);
      expect(lacking).toHaveLength(misses);
      near += 1;
      const applies = (parts: readonly string[]): boolean | undefined => {
        const changed = withStatement(set, report.ref, (statement) => [given(statement, report, parts)]);
        return reportsOf(compile(changed).explain(request)).find(({ ref }) => ref === report.ref)?.applies;
      };
      expect(
        rivals(explanation, report)
          .map(farness)
          .every((rival) => rival >= farness(report)),
      ).toBe(true);
      expect(applies(lacking)).toBe(true);
      const left = number % lacking.length;
      expect(applies(lacking.filter((_, index) => index !== left))).toBe(false);
    }),
  );
  expect(near).toBeGreaterThan(50);
});

test('27: what allows is the statement that is named: it is enough of its layer, and without all that allow nothing does', () => {
  let allowed = 0;
  check(
    fc.property(scenario(), (document) => {
      const request = requestOf(document);
      const set = policySetOf(document.policies, document.flags, request);
      const explanation = compile(set).explain(request);
      const { decision, decisive } = explanation;
      if (decision !== 'Allow' || decisive === undefined || request.underlying !== undefined) return;
      allowed += 1;
      const allowing = reportsOf(explanation).filter(({ applies, effect }) => applies && effect === 'Allow');
      const without = (refs: readonly string[]): PolicySet =>
        refs.reduce((rest, ref) => withoutStatement(rest, ref), set);
      const others = allowing.filter(({ layer, ref }) => layer === decisive.layer && ref !== decisive.ref);
      expect(compile(without(others.map(({ ref }) => ref))).decide(request)).toBe('Allow');
      const granting = allowing.filter(({ layer }) => layer === 'identity' || layer === 'resource');
      // A grant of a KMS key allows without a statement (S208).
      if ((set.grants ?? []).length > 0) return;
      expect(compile(without(granting.map(({ ref }) => ref))).decide(request)).not.toBe('Allow');
    }),
    500,
  );
  expect(allowed).toBeGreaterThan(50);
});

test('27: a value that is said to match does so alone, and a Deny is in doubt where it hangs on what cannot be told', () => {
  const met = { values: 0, doubts: 0 };
  check(
    fc.property(scenario(), (document) => {
      const request = requestOf(document);
      if (request.underlying !== undefined) return;
      const set = policySetOf(document.policies, document.flags, request);
      const explanation = compile(set).explain(request);
      for (const report of reportsOf(explanation).slice(0, 6)) {
        const { value, element } = report.action;
        if (value === undefined) continue;
        met.values += 1;
        const alone = withStatement(set, report.ref, (statement) => [
          { ...statement, action: { ...statement.action, values: [value] } },
        ]);
        const { result } =
          reportsOf(compile(alone).explain(request)).find(({ ref }) => ref === report.ref)?.action ?? {};
        expect(result).toBe(element === 'Action' ? 'true' : 'false');
      }
      if (explanation.decision !== 'ExplicitDeny') return;
      const skipping = compile(set, { undecidedDeny: 'skip' }).decide(request);
      expect(explanation.undecided).toBe(skipping !== 'ExplicitDeny');
      met.doubts += Number(explanation.undecided);
    }),
    400,
  );
  expect(met.values).toBeGreaterThan(100);
  expect(met.doubts).toBeGreaterThan(2);
});
