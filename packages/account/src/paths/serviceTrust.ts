import { authorize, compilePrincipal, compileResource } from '@policywright/evaluator';
import type { Policy } from '@policywright/policy';
import type { OpenAnswer } from '../decide/settlePair.ts';
import type { PlacedResource } from '../landscape/placedResource.ts';

/** What services send when they assume a role for somebody, and what they do not. */
const CONTEXT = { 'aws:PrincipalIsAWSService': 'true', 'aws:ViaAWSService': 'false' };
const ABSENT = ['sts:ExternalId', 'aws:RequestTag/*', 'aws:TagKeys', 'aws:PrincipalOrgID'];

/** Tells which services roles trust; equal trust policies of an account are asked once. */
export class ServiceTrust {
  readonly #known: Map<Policy, Map<string, OpenAnswer | undefined>> = new Map();

  /**
   * Whether a service may assume a role.
   *
   * @param role - with its trust policy.
   * @param service - `lambda.amazonaws.com`.
   */
  answer(role: PlacedResource, service: string): OpenAnswer | undefined {
    const policy = role.side.policy;
    if (policy === undefined || policy === null || !('statements' in policy)) return undefined;
    if (!mayName(policy, service)) return undefined;
    let answers = this.#known.get(policy);
    if (answers === undefined) this.#known.set(policy, (answers = new Map()));
    const key = `${service} ${role.account ?? ''} ${role.gaps.length > 0 ? role.arn : ''}`;
    if (!answers.has(key)) answers.set(key, decide(role, service));
    return answers.get(key);
  }
}

function mayName({ statements }: Policy, service: string): boolean {
  return statements.some(
    ({ effect, principal }) =>
      effect === 'Allow' &&
      principal !== undefined &&
      (principal.negated || principal.entries.some(({ value }) => value === service || value === '*')),
  );
}

function decide(role: PlacedResource, service: string): OpenAnswer | undefined {
  const principal = compilePrincipal({ principal: { service } });
  const { decidePartial } = authorize(principal, compileResource(role.side));
  const { answer, dependsOn } = decidePartial({ action: 'sts:AssumeRole', context: CONTEXT, absent: ABSENT });
  if (answer === 'Denied') return undefined;
  const gaps = role.gaps.map(({ name }) => `trust policy of ${name}`);
  const isCertain = answer === 'Allow' && gaps.length === 0;
  return { answer: isCertain ? 'certainly' : 'perhaps', keys: dependsOn, gaps };
}
