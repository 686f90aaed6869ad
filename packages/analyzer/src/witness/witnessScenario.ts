import type { RequestContext } from '@policywright/conditions';
import {
  compile,
  type Authorizer,
  type Decision,
  type PolicySet,
  type PolicySetFlags,
  type Principal,
  type Request,
} from '@policywright/evaluator';
import { parsePolicy } from '@policywright/policy';
import { delegatingPolicy } from '../model/delegatingPolicy.ts';
import { documentsByLayer, type DocumentsByLayer } from './documentsByLayer.ts';

/** A request, the policies that bear on it and what they decide, in the form of a scenario file. */
export interface WitnessScenario {
  /** Of the action and the decision: `allow-s3-putobject`. */
  readonly id: string;
  readonly principal: Principal;
  readonly action: string;
  readonly resource: string;
  readonly resourceAccount?: string;
  readonly context: RequestContext;
  /** Each layer, those without policies empty. */
  readonly policies: DocumentsByLayer;
  readonly flags?: PolicySetFlags;
  /** What the policies decide. */
  readonly expected: Decision;
}

/**
 * Writes a request and the policies that decide it as a scenario.
 *
 * @param request - the request.
 * @param set - the policies; identity-based policies by themselves without any other layer.
 * @param expected - what they decide.
 */
export function witnessScenario(request: Request, set: PolicySet, expected: Decision): WitnessScenario {
  const { principal, action, resource, resourceAccount, context = {} } = request;
  return {
    id: `${ID_WORDS[expected]}-${action.replace(':', '-')}`,
    principal,
    action,
    resource,
    ...(resourceAccount !== undefined && { resourceAccount }),
    context,
    policies: documentsByLayer(
      needsDelegation(request, set) ? { ...set, resource: delegatingPolicy() } : set,
    ),
    ...(set.flags !== undefined && { flags: set.flags }),
    expected,
  };
}

const ID_WORDS: Readonly<Record<Decision, string>> = {
  Allow: 'allow',
  ExplicitDeny: 'deny',
  ImplicitDeny: 'no-allow',
};

let allowing: Authorizer | undefined;

/**
 * Whether identity-based policies alone decide otherwise than with a resource that leaves it to the account: keys and roles
 * without a policy deny everything (rules S171 and S172).
 */
function needsDelegation(request: Request, set: PolicySet): boolean {
  const isAlone = Object.entries(set).every(([layer, own]) => layer === 'identity' || own === undefined);
  if (!isAlone) return false;
  allowing ??= compile({ identity: [allowEverything()] });
  return allowing.decide(request) !== 'Allow';
}

function allowEverything(): ReturnType<typeof delegatingPolicy> {
  const result = parsePolicy(
    JSON.stringify({
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Action: '*', Resource: '*' },
    }),
  );
  // INVARIANT: the text is a policy.
  if (!result.ok) throw new TypeError('the policy that allows everything cannot be read');
  return result.policy;
}
