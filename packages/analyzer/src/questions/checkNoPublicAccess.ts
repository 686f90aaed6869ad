import { fixedValues, coversEveryone } from '@policywright/conditions/engine';
import type { PublicPlace, RequestContext } from '@policywright/conditions';
import type { PolicySet } from '@policywright/evaluator';
import type { Condition, Policy, PrincipalEntry } from '@policywright/policy';
import type { Candidate } from '../callers/candidates.ts';
import { namedCallers } from '../callers/namedCallers.ts';
import { resourceAccounts } from '../callers/resourceAccounts.ts';
import { EXAMPLE_ACCOUNT } from '../universe/exampleValues.ts';
import { whereOneOf } from '../model/excludedValues.ts';
import { patternPolicy } from './accessPattern.ts';
import { ask } from './ask.ts';
import type { AnalyzerOptions, AskOptions, CallersMeant } from './options.ts';
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
  const policies = 'statements' in policy ? [policy] : policy;
  const { rcps } = options;
  const subject: PolicySet = {
    resource: policies.map(onlyForEveryone),
    ...(rcps !== undefined && { rcps }),
  };
  const pattern = patternPolicy({ actions: [actions], resources: [resources] });
  // INVARIANT: the patterns of the table can be read.
  if (!pattern.ok) throw new TypeError('the pattern of a type of resources cannot be read');
  const { resourceType: _, rcps: _rcps, ...given } = options;
  const resourceAccount = given.resourceAccount ?? ownerOf(policies);
  const asked: AskOptions = {
    ...given,
    resourceAccount,
    context: { ...organizationOf(policies), ...given.context },
    callers: thePublic(place, resourceAccount),
  };
  const wanted = [...grantedBy(subject, asked), { pattern: pattern.policy, allowed: true }];
  const found = ask(wanted, asked);
  const verdict = verdictOf(found, given, [subject]);
  return { verdict, vacuous: verdict.verdict === 'proved' && !isAboutType(policies, pattern.policy, given) };
}

/** Whose the resource is, as far as ARNs tell; else an account that the policies do not name. */
function ownerOf(policies: readonly Policy[]): string {
  const statements = policies.flatMap((policy) => policy.statements);
  const placed = statements.map((source) => ({ source, layer: { kind: 'resource' as const } }));
  const { accounts } = resourceAccounts(placed, { named: namedCallers(placed).accounts, given: undefined });
  return accounts[0] ?? EXAMPLE_ACCOUNT;
}

/** No organization of anybody has such an id. */
const OWN_ORGANIZATION = 'o-resourceowner';

/** The organization of the resource, where the policies ask for it. */
function organizationOf(policies: readonly Policy[]): RequestContext {
  const isAsked = policies.some(({ statements }) =>
    statements.some(({ conditions }) =>
      conditions.some(({ key, values }) => [key, ...values].some((text) => /aws:resourceorgid/i.test(text))),
    ),
  );
  return isAsked ? { 'aws:ResourceOrgID': OWN_ORGANIZATION } : {};
}

/** The policy without statements that allow only those whom they name. */
function onlyForEveryone(policy: Policy): Policy {
  const statements = policy.statements.filter(
    ({ effect, principal }) => effect === 'Deny' || (principal !== undefined && coversEveryone(principal)),
  );
  return { ...policy, statements };
}

/** Those of whom nothing is known. */
function thePublic(place: PublicPlace, resourceAccount: string): CallersMeant {
  const own = new Map([
    ['${aws:resourceorgid}', OWN_ORGANIZATION],
    ['${aws:resourceaccount}', resourceAccount],
  ]);
  return {
    admits: (candidate, owner) => isOfPublic(candidate) && (place !== 'other' || candidate.account !== owner),
    excluded: (statements) =>
      statements.flatMap(({ source }) =>
        source.conditions.flatMap((condition: Condition) => {
          const fixed = fixedValues(condition, place)
            .map((value) => own.get(value.toLowerCase()) ?? value)
            .filter((value) => !value.includes('${'));
          return whereOneOf(condition, fixed) ?? [];
        }),
      ),
  };
}

function isOfPublic({ kind, isStranger, principal }: Candidate): boolean {
  switch (kind) {
    case 'anonymous':
      return true;
    case 'user':
    case 'roleSession':
    case 'federatedSession':
      return isStranger;
    case 'federatedIdentity':
      return typeof principal === 'object' && 'federated' in principal && isOpenToAll(principal.federated);
    default:
      return false;
  }
}

/** Whether everybody can have an identity of a provider. */
function isOpenToAll(provider: string): boolean {
  const entry: PrincipalEntry = { kind: 'Federated', value: provider };
  return coversEveryone({ negated: false, entries: [entry] });
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
