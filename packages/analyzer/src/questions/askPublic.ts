import { coversEveryone, fixedValues } from '@policywright/conditions/engine';
import type { PublicPlace, RequestContext } from '@policywright/conditions';
import type { PolicySet } from '@policywright/evaluator';
import type { Condition, Policy, PrincipalEntry } from '@policywright/policy';
import type { Candidate } from '../callers/candidates.ts';
import { namedCallers } from '../callers/namedCallers.ts';
import { resourceAccounts } from '../callers/resourceAccounts.ts';
import { whereOneOf } from '../model/excludedValues.ts';
import { EXAMPLE_ACCOUNT } from '../universe/exampleValues.ts';
import { ask, type Found } from './ask.ts';
import type { AnalyzerOptions, AskOptions, CallersMeant } from './options.ts';
import { grantedBy } from './wanted.ts';

/** What the public is looked for with. */
export interface PublicOptions extends Omit<AnalyzerOptions, 'principal'> {
  /** Whose meaning of "public" holds (rule S195). */
  readonly place: PublicPlace;
  /** What requests must be within, where not all count. */
  readonly pattern?: Policy | undefined;
}

/**
 * Looks for a request of the public that policies of a resource allow, of callers of whom nothing is known: one without credentials, or
 * a stranger of an account that the policies do not name.
 *
 * @param subject - the policies of the resource, and what else denies.
 * @param options - the meaning of "public"; universe, readings, whose the resource is, and budget.
 */
export function askPublic(
  subject: Pick<PolicySet, 'rcps'> & { readonly resource: readonly Policy[] },
  { place, pattern, ...options }: PublicOptions,
): Found {
  const policies = subject.resource;
  const resourceAccount = options.resourceAccount ?? ownerOf(policies);
  const asked: AskOptions = {
    ...options,
    resourceAccount,
    context: { ...organizationOf(policies), ...options.context },
    callers: thePublic(place, resourceAccount),
  };
  const granted = grantedBy({ ...subject, resource: policies.map(onlyForEveryone) }, asked);
  return ask(pattern === undefined ? granted : [...granted, { pattern, allowed: true }], asked);
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
