import type { PolicySet, StatementRef } from '@policywright/evaluator';
import type { Policy } from '@policywright/policy';
import { statementsOf, type PlacedStatement } from '../findings/statementsOf.ts';
import type { UnknownReason } from '../model/unknownReason.ts';
import { ask } from './ask.ts';
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
export interface DeadStatement {
  readonly kind: DeadKind;
  readonly statement: StatementRef;
}

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
  for (const placed of statementsOf(setOf(subject))) {
    for (const [kind, wanted] of claimsOf(placed, subject)) {
      const found = ask(wanted, options);
      steps += found.steps;
      if (found.outcome === 'request') continue;
      if (found.outcome === 'none') dead.push({ kind, statement: placed.ref });
      else unknown.push({ statement: placed.ref, reasons: found.reasons });
      break;
    }
  }
  return { dead, unknown, assumptions: assumptionsOf(options, subject), steps };
}

/** Each way to be dead, with a request of which there must then be none. */
function claimsOf(
  placed: PlacedStatement,
  subject: Subject,
): readonly (readonly [DeadKind, readonly Wanted[]])[] {
  const about = { statements: [placed.ref.ref], of: subject, allowed: true };
  const without = { subject: withoutStatement(subject, placed) };
  const { deny } = placed.statement;
  return [
    ['never-matches', [about]],
    ...(deny ? [] : [['overridden', [{ subject, allowed: true }, about]] as const]),
    [
      deny ? 'needless-deny' : 'redundant',
      [
        { ...(deny ? { subject } : without), allowed: false },
        { ...(deny ? without : { subject }), allowed: true },
      ],
    ],
  ];
}

/** The policies but for one statement. */
function withoutStatement(subject: Subject, { statement }: PlacedStatement): Subject {
  const cut = (policies: readonly Policy[] | undefined): readonly Policy[] | undefined =>
    policies?.map((policy) =>
      policy === statement.policy
        ? { ...policy, statements: policy.statements.filter((one) => one !== statement.source) }
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
