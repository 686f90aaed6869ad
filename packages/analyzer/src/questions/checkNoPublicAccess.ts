import type { PolicySet } from '@policywright/evaluator';
import type { Policy } from '@policywright/policy';
import { patternPolicy } from './accessPattern.ts';
import { ask } from './ask.ts';
import { askPublic } from './askPublic.ts';
import type { AnalyzerOptions } from './options.ts';
import { PUBLIC_RESOURCE_TYPES, type PublicResourceType } from './publicResourceTypes.ts';
import type { Verdict } from './verdict.ts';
import { verdictOf } from './verdictOf.ts';
import { grantedBy } from './wanted.ts';

/** Options of `checkNoPublicAccess`. */
export interface PublicAccessOptions extends Omit<AnalyzerOptions, 'principal'> {
  /** What the policy hangs on; each type has the rules of its service. */
  readonly resourceType: PublicResourceType;
  /** Resource control policies by level, root first: what they deny is not granted. */
  readonly rcps?: PolicySet['rcps'];
}

/** Whether the public is kept out. */
export interface PublicAccessAnswer {
  /** Refuted by a request of the public that is allowed. */
  readonly verdict: Verdict;
  /** Proved, but the policy allows nobody anything on resources of the type. */
  readonly vacuous: boolean;
}

/**
 * Whether a resource policy lets nobody in of whom nothing is known: a caller without credentials, or a stranger of an account
 * that the policy does not name. Keys that tell where a caller comes from have no value that the policy fixes, all
 * others any (rule S195); what Denies take back is not granted.
 *
 * AWS's check of the same name answers FAIL where it cannot tell, and relates neither accounts nor organizations; so that it
 * may fail where this is proved.
 *
 * @param policy - of the resource, or all of them.
 * @param options - the type of the resource; universe, readings, whose it is, and budget.
 */
export function checkNoPublicAccess(
  policy: Policy | readonly Policy[],
  options: PublicAccessOptions,
): PublicAccessAnswer {
  const { actions, resources, place } = PUBLIC_RESOURCE_TYPES[options.resourceType];
  const resource = 'statements' in policy ? [policy] : policy;
  const pattern = patternPolicy({ actions: [actions], resources: [resources] });
  // INVARIANT: the patterns of the table can be read.
  if (!pattern.ok) throw new TypeError('the pattern of a type of resources cannot be read');
  const { resourceType: _, rcps, ...given } = options;
  const subject = { resource, ...(rcps !== undefined && { rcps }) };
  const found = askPublic(subject, { ...given, place, pattern: pattern.policy });
  const verdict = verdictOf(found, given, [subject]);
  return { verdict, vacuous: verdict.verdict === 'proved' && !isAboutType(resource, pattern.policy, given) };
}

/** Whether the policies allow nothing at all, or somebody something within a pattern, Denies aside. */
function isAboutType(policies: readonly Policy[], pattern: Policy, options: AnalyzerOptions): boolean {
  const resource = policies.map((policy) => ({
    ...policy,
    statements: policy.statements.filter(({ effect }) => effect === 'Allow'),
  }));
  if (resource.every(({ statements }) => statements.length === 0)) return true;
  const found = ask([...grantedBy({ resource }, options), { pattern, allowed: true }], options);
  return found.outcome !== 'none';
}
