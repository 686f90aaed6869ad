import type { AccessDenied, Principal } from '@policywright/evaluator';
import type { ScenarioDocument } from '@policywright/scenario';
import { refusedRequest } from './refusedRequest.ts';
import { whatMessageTells } from './whatMessageTells.ts';

/** A scenario to fill in, and what there is to fill in. */
export interface ScenarioSkeleton {
  /** As a scenario file holds it; without policies nothing in it allows or denies. */
  readonly scenario: ScenarioDocument;
  /** What the message does not tell of the request, each with how to mend it. */
  readonly gaps: readonly string[];
}

/**
 * A scenario to fill in: the request of an access-denied message, and a place for each kind of policy.
 *
 * @param denied - the message, read.
 * @returns `undefined` where the message names no action.
 */
export function scenarioSkeleton(denied: AccessDenied): ScenarioSkeleton | undefined {
  const { principal, action, resource, context } = refusedRequest(denied);
  if (action === undefined) return undefined;
  const tells = whatMessageTells(denied);
  const expected = denied.kind === 'explicitDeny' ? 'ExplicitDeny' : 'ImplicitDeny';
  const scenario: ScenarioDocument = {
    id: `denied-${action.replace(':', '-')}`,
    title: `${action} was denied`,
    ...(tells.length > 0 && { why: tells.join('; ') }),
    principal: principal ?? denied.principal ?? placeholder(action),
    action,
    resource: resource ?? unresolvedResource(denied, action),
    context: context ?? {},
    policies: {
      identity: [],
      resource: null,
      boundary: [],
      session: [],
      scps: [],
      rcps: [],
      vpcEndpoint: [],
    },
    ...(denied.kind !== undefined && { expected }),
  };
  return { scenario, gaps: gapsOf(denied) };
}

/** Not a principal that a scenario can have, so that nobody decides the request before it is filled in. */
function placeholder(action: string): Principal {
  if (action === 'sts:AssumeRoleWithWebIdentity')
    return { federated: 'arn:aws:iam::ACCOUNT:oidc-provider/PROVIDER' };
  if (action === 'sts:AssumeRoleWithSAML')
    return { federated: 'arn:aws:iam::ACCOUNT:saml-provider/PROVIDER' };
  return 'arn:aws:iam::ACCOUNT:user/NAME';
}

/** A name that is no ARN stays in its place; that of another service than the action's would mislead. */
function unresolvedResource({ action, namesResource, resource }: AccessDenied, asked: string): string {
  return namesResource && action === asked ? resource : '*';
}

function gapsOf(denied: AccessDenied): readonly string[] {
  const { principal, resource, action } = refusedRequest(denied);
  const gaps: string[] = [];
  if (principal === undefined)
    gaps.push(
      denied.principal === undefined
        ? 'the message does not name the principal; put it into `principal`'
        : `the message names the principal as \`${denied.principal}\`; put its ARN into \`principal\``,
    );
  if (resource === undefined)
    gaps.push(
      denied.namesResource && denied.action === action
        ? `the message names the resource as \`${denied.resource}\`; put its ARN into \`resource\``
        : `the message does not name the resource of ${action}; put its ARN into \`resource\`, unless the action takes none`,
    );
  else if (isMasked(resource))
    gaps.push('the message masks the account of the resource; put the whole number into `resource`');
  return gaps;
}

function isMasked(resource: string): boolean {
  return /^\*+\d+$/.test(resource.split(':')[4] ?? '');
}
