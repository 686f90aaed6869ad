import type { PolicySet, StatementRef } from '@policywright/evaluator';
import type { Policy } from '@policywright/policy';
import { statementsOf, type PlacedStatement } from '../findings/statementsOf.ts';
import type { UnknownReason } from '../model/unknownReason.ts';
import { LANGUAGE } from '../universe/language.ts';
import { ask } from './ask.ts';
import { neverMatches, type NeverMatches } from './neverMatches.ts';
import type { AnalyzerOptions } from './options.ts';
import { isList, setOf, type Subject } from './subject.ts';
import type { Assumption } from './verdict.ts';
import { assumptionsOf } from './verdictOf.ts';
import type { Wanted } from './wanted.ts';

/**
 * Why a statement does nothing: no request matches it; Denies take back all that it allows; other statements allow
 * all of it, as far as it counts; or a Deny denies nothing that would be allowed.
 */
export type DeadKind = 'never-matches' | 'overridden' | 'redundant' | 'needless-deny';

/** A statement without which nothing would be decided otherwise. Each is so by itself: of two equal ones both are. */
export type DeadStatement = { readonly statement: StatementRef } & (
  | { readonly kind: 'never-matches'; readonly because: NeverMatches }
  /** `by`: the Denies, or the statements that allow or deny the same, none of which could go; empty where they are many. */
  | { readonly kind: 'overridden' | 'redundant'; readonly by: readonly StatementRef[] }
  | { readonly kind: 'needless-deny' }
);

/** The statements that do nothing. */
export interface DeadStatements {
  readonly dead: readonly DeadStatement[];
  /** Statements of which it was not found out, and why. */
  readonly unknown: readonly {
    readonly statement: StatementRef;
    readonly reasons: readonly UnknownReason[];
  }[];
  readonly assumptions: readonly Assumption[];
  readonly steps: number;
}

/**
 * Finds the statements that do nothing.
 *
 * @param subject - the policies.
 * @param options - universe, readings, caller and budget, which is that of each search; there are three for a statement at most.
 */
export function deadStatements(subject: Subject, options: AnalyzerOptions = {}): DeadStatements {
  const dead: DeadStatement[] = [];
  const unknown: DeadStatements['unknown'][number][] = [];
  let steps = 0;
  const all = statementsOf(setOf(subject));
  for (const placed of all) {
    for (const [kind, wanted] of claimsOf(placed, subject)) {
      const found = ask(wanted, options);
      steps += found.steps;
      if (found.outcome === 'request') continue;
      if (found.outcome === 'none') dead.push(deadStatement(kind, placed, { all, subject, options }));
      else unknown.push({ statement: placed.ref, reasons: found.reasons });
      break;
    }
  }
  return { dead, unknown, assumptions: assumptionsOf(options, subject), steps };
}

interface Inquest {
  readonly all: readonly PlacedStatement[];
  readonly subject: Subject;
  readonly options: AnalyzerOptions;
}

/** Says of a statement that is known to be dead what it is that makes it so. */
function deadStatement(kind: DeadKind, placed: PlacedStatement, inquest: Inquest): DeadStatement {
  const { ref, statement } = placed;
  if (kind === 'never-matches') {
    const found = neverMatches(statement.policy, statement.source, inquest.options);
    // INVARIANT: the same search as the one that found no request; where a layer reads it otherwise, nothing is blamed.
    const because =
      found.outcome === 'never'
        ? found.because
        : { blamed: [], universe: (inquest.options.universe ?? LANGUAGE).name };
    return { kind, statement: ref, because };
  }
  if (kind === 'needless-deny') return { kind, statement: ref };
  return { kind, statement: ref, by: statementsBehind(kind, placed, inquest) };
}

/** So many statements are left out one after the other to see which matter. */
const MOST_TRIED = 40;

/** The statements that make another dead, none of which could go. */
function statementsBehind(
  kind: 'overridden' | 'redundant',
  placed: PlacedStatement,
  { all, subject, options }: Inquest,
): readonly StatementRef[] {
  const others = all.filter((one) => one !== placed && one.statement.deny === (kind === 'overridden'));
  if (others.length > MOST_TRIED) return [];
  const about = { statements: [placed.ref.ref], of: subject, allowed: true };
  let behind = others;
  for (const one of others) {
    const rest = behind.filter((other) => other !== one);
    const gone = others.filter((other) => !rest.includes(other));
    const left = { subject: without(subject, gone), allowed: true };
    const wanted =
      kind === 'overridden'
        ? [left, about]
        : [{ subject: without(subject, [...gone, placed]), allowed: false }, left];
    if (ask(wanted, options).outcome === 'none') behind = rest;
  }
  return behind.map(({ ref }) => ref);
}

/** Each way to be dead, with a request of which there must then be none. */
function claimsOf(
  placed: PlacedStatement,
  subject: Subject,
): readonly (readonly [DeadKind, readonly Wanted[]])[] {
  const about = { statements: [placed.ref.ref], of: subject, allowed: true };
  const rest = { subject: without(subject, [placed]) };
  const { deny } = placed.statement;
  return [
    ['never-matches', [about]],
    ...(deny ? [] : [['overridden', [{ subject, allowed: true }, about]] as const]),
    [
      deny ? 'needless-deny' : 'redundant',
      [
        { ...(deny ? { subject } : rest), allowed: false },
        { ...(deny ? rest : { subject }), allowed: true },
      ],
    ],
  ];
}

/** The policies but for some statements. */
function without(subject: Subject, placed: readonly PlacedStatement[]): Subject {
  const gone = new Set(placed.map(({ statement }) => statement.source));
  const cut = (policies: readonly Policy[] | undefined): readonly Policy[] | undefined =>
    policies?.map((policy) =>
      policy.statements.some((one) => gone.has(one))
        ? { ...policy, statements: policy.statements.filter((one) => !gone.has(one)) }
        : policy,
    );
  if (isList(subject)) return cut(subject) ?? [];
  const { resource } = subject;
  const set: PolicySet = {
    ...subject,
    identity: cut(subject.identity),
    boundary: cut(subject.boundary),
    session: cut(subject.session),
    vpcEndpoint: cut(subject.vpcEndpoint),
    scps: subject.scps?.map((level) => cut(level) ?? []),
    rcps: subject.rcps?.map((level) => cut(level) ?? []),
    resource: resource === undefined ? undefined : cut('statements' in resource ? [resource] : resource),
  };
  return set;
}
