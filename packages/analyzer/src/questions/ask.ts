import { KeyTable } from '@policywright/conditions';
import type { Policy } from '@policywright/policy';
import { EXAMPLE_ACCOUNT } from '../model/delegatingPolicy.ts';
import { Given } from '../model/given.ts';
import { identitySide } from '../model/identitySide.ts';
import { RequirementPool } from '../model/requirementPool.ts';
import { LANGUAGE } from '../universe/language.ts';
import { findRequest, type Found } from '../witness/findRequest.ts';
import { DEFAULT_BUDGET, type AnalyzerOptions } from './options.ts';

/** Policies, and whether the request that is looked for is allowed by them. */
export interface Wanted {
  readonly policies: readonly Policy[];
  readonly allowed: boolean;
}

/**
 * Looks for a request that some policies allow and others do not.
 *
 * @param wanted - the policies.
 * @param options - universe, readings and budget.
 */
export function ask(wanted: readonly Wanted[], options: AnalyzerOptions): Found {
  const keys = new KeyTable();
  const given = new Given(
    {
      principal: options.principal ?? `arn:aws:iam::${EXAMPLE_ACCOUNT}:user/someone`,
      isAnyone: options.principal === undefined,
      resourceAccount: EXAMPLE_ACCOUNT,
      context: options.context ?? {},
    },
    keys,
  );
  const pool = new RequirementPool(keys, given);
  const sides = wanted.map(({ policies }) => identitySide(policies, options.evaluator ?? {}, pool));
  const problem = {
    sides,
    wanted: wanted.map(({ allowed }) => allowed),
    universe: options.universe ?? LANGUAGE,
    keys,
    given,
  };
  return findRequest(problem, [], options.budget ?? DEFAULT_BUDGET);
}
