import type { Principal } from '@policywright/evaluator';
import { patternPolicy, type ConditionBlock } from './accessPattern.ts';
import { everOf, unreadable } from './canEver.ts';
import type { AnalyzerOptions } from './options.ts';
import type { Subject } from './subject.ts';
import type { Verdict } from './verdict.ts';
import { assumptionsOf } from './verdictOf.ts';
import { grantedBy } from './wanted.ts';

/** What policies must never allow, as guard rails of `@policywright/testing` say it. */
export interface AccessGuardRail {
  /** Patterns as in `Action`: `iam:*`. */
  readonly action: string | readonly string[];
  /** Patterns as in `Resource`; every resource unless given. */
  readonly resource?: string | readonly string[] | undefined;
  /** The caller; unless given, that of the options. */
  readonly principal?: Principal | undefined;
  /** A condition block: an Allow of a request that meets all of it is fine. */
  readonly unless?: ConditionBlock | undefined;
}

/** Whether a guard rail holds. */
export interface GuardRailAnswer {
  readonly guardRail: AccessGuardRail;
  /** Refuted by the breach: a request that is allowed. */
  readonly verdict: Verdict;
  /** Proved, but there is no request that the guard rail is about, whatever policies say. */
  readonly vacuous: boolean;
}

/**
 * Proves that policies allow nothing that guard rails forbid.
 *
 * @param guardRails - what must never be allowed.
 * @param subject - the policies.
 * @param options - universe, readings, caller and budget, which is that of each guard rail.
 * @returns an answer for each guard rail, in their order.
 */
export function prove(
  guardRails: readonly AccessGuardRail[],
  subject: Subject,
  options: AnalyzerOptions = {},
): readonly GuardRailAnswer[] {
  return guardRails.map((guardRail) => {
    const { principal = options.principal } = guardRail;
    return { guardRail, ...proveOne(guardRail, subject, { ...options, principal }) };
  });
}

function proveOne(
  { action, resource, unless }: AccessGuardRail,
  subject: Subject,
  options: AnalyzerOptions,
): Omit<GuardRailAnswer, 'guardRail'> {
  const assumptions = assumptionsOf(options, subject);
  const access = {
    actions: listOf(action),
    resources: resource === undefined ? undefined : listOf(resource),
  };
  const meant = patternPolicy(access);
  const fine = unless === undefined ? undefined : patternPolicy({ conditions: unless });
  for (const read of [meant, fine]) {
    if (read?.ok !== false) continue;
    const reasons = unreadable(read.diagnostics);
    return { verdict: { verdict: 'unknown', reasons, assumptions, steps: 0 }, vacuous: false };
  }
  const within = [meant, fine].flatMap((read, index) =>
    read?.ok === true ? [{ pattern: read.policy, allowed: index === 0 }] : [],
  );
  const { steps, ...ever } = everOf([...grantedBy(subject, options), ...within], within, options);
  switch (ever.answer) {
    case 'yes':
      return { verdict: { verdict: 'refuted', witness: ever.witness, assumptions, steps }, vacuous: false };
    case 'never':
      return { verdict: { verdict: 'proved', assumptions, steps }, vacuous: ever.vacuous };
    case 'unknown':
      return { verdict: { verdict: 'unknown', reasons: ever.reasons, assumptions, steps }, vacuous: false };
  }
}

function listOf(texts: string | readonly string[]): readonly string[] {
  return typeof texts === 'string' ? [texts] : texts;
}
