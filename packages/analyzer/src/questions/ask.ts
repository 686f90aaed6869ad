import { KeyTable, type RequestContext } from '@policywright/conditions';
import { deriveContext, type PolicySet, type Principal } from '@policywright/evaluator';
import { readCaller } from '@policywright/evaluator/engine';
import type { Policy } from '@policywright/policy';
import { statementsOf } from '../findings/statementsOf.ts';
import { ANYONE, EXAMPLE_ACCOUNT } from '../model/delegatingPolicy.ts';
import { Given } from '../model/given.ts';
import { identitySide } from '../model/identitySide.ts';
import { patternSide } from '../model/patternSide.ts';
import { RequirementPool } from '../model/requirementPool.ts';
import { setSide } from '../model/setSide.ts';
import type { Side } from '../model/side.ts';
import type { Problem } from '../search/problem.ts';
import { LANGUAGE } from '../universe/language.ts';
import { findRequest, type Found } from '../witness/findRequest.ts';
import { DEFAULT_BUDGET, type AnalyzerOptions } from './options.ts';
import { isList, setOf, type Subject } from './subject.ts';

/**
 * What a request that is looked for must be: allowed by policies or not, within a pattern or not, or covered by some of
 * the statements of policies, given by their refs, or not.
 */
export type Wanted = { readonly allowed: boolean } & (
  | { readonly subject: Subject }
  | { readonly pattern: Policy }
  | { readonly statements: readonly string[]; readonly of: Subject }
);

/**
 * Looks for a request.
 *
 * @param wanted - what it must be; at most 31.
 * @param options - universe, readings, caller and budget.
 */
export function ask(wanted: readonly Wanted[], options: AnalyzerOptions): Found {
  return findRequest(problemOf(wanted, options), options.budget ?? DEFAULT_BUDGET);
}

/** What is looked for, over one table of keys. */
export function problemOf(wanted: readonly Wanted[], options: AnalyzerOptions): Problem {
  const keys = new KeyTable();
  const given = new Given(givenParts(options), keys);
  const pool = new RequirementPool(keys, given);
  const evaluator = options.evaluator ?? {};
  const sides = wanted.map((one): Side => {
    if (!('subject' in one)) {
      const of = 'pattern' in one ? [one.pattern] : one.of;
      const placed = statementsOf(setOf(of), { evaluator, keys });
      const meant = placed.filter(({ ref }) => 'pattern' in one || one.statements.includes(ref.ref));
      return patternSide(
        meant.map(({ statement }) => statement),
        evaluator.conditions,
        pool,
      );
    }
    if (!isList(one.subject)) return setSide(one.subject, { evaluator, given, pool });
    if (options.principal === undefined) return identitySide(one.subject, evaluator, pool);
    const set: PolicySet = { identity: one.subject };
    return setSide(set, { evaluator, given, pool });
  });
  return {
    sides,
    wanted: wanted.map(({ allowed }) => allowed),
    universe: options.universe ?? LANGUAGE,
    keys,
    given,
  };
}

function givenParts({ principal, resourceAccount, context }: AnalyzerOptions): Given['parts'] {
  if (principal === undefined) {
    return {
      principal: ANYONE,
      isAnyone: true,
      resourceAccount: resourceAccount ?? EXAMPLE_ACCOUNT,
      context: context ?? {},
    };
  }
  const { account } = readCaller(principal);
  return {
    principal,
    isAnyone: false,
    resourceAccount: resourceAccount ?? (account === '' ? EXAMPLE_ACCOUNT : account),
    context: { ...keysOfCaller(principal), ...context },
  };
}

/** The keys that follow from the caller alone, so that no witness contradicts itself. */
function keysOfCaller(principal: Principal): RequestContext {
  const derived = deriveContext({ principal, action: '', resource: '*' });
  const follows = (key: string): boolean => /^aws:(?:principal|username$|userid$)/i.test(key);
  return Object.fromEntries(Object.entries(derived).filter(([key]) => follows(key)));
}
