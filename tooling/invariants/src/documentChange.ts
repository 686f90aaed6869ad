import { compile, type Request } from '@policywright/evaluator';
import type { PolicyType } from '@policywright/policy';
import { policySetOf, type PolicyDocument } from '@policywright/scenario';
import { nearMiss, type GeneratedScenario } from '@policywright/testing';
import * as fc from 'fast-check';
import { NO_POLICIES } from './ask.ts';
import { noteAsked } from './asked.ts';
import { FULL_ACCESS, FULL_ACCESS_FOR_ALL } from './fullAccess.ts';

/** A policy set in which much depends on a document of some type. */
function policiesWith(
  document: PolicyDocument,
  type: PolicyType,
): Pick<GeneratedScenario, 'policies' | 'flags'> {
  const open = { ...NO_POLICIES, identity: [FULL_ACCESS] };
  switch (type) {
    case 'identity':
      return { policies: { ...NO_POLICIES, identity: [document] } };
    case 'boundary':
      return { policies: { ...open, boundary: [document] } };
    case 'session':
      return { policies: { ...open, session: [document] } };
    case 'resource':
      return { policies: { ...NO_POLICIES, resource: document } };
    case 'trust':
      return { policies: { ...NO_POLICIES, resource: document }, flags: { resourcePolicyKind: 'trust' } };
    case 'scp':
      return { policies: { ...open, scps: [[document]] } };
    case 'rcp':
      return { policies: { ...open, rcps: [[FULL_ACCESS_FOR_ALL, document]] } };
    case 'vpcEndpoint':
      return { policies: { ...open, vpcEndpoint: [document] } };
  }
}

/** Requests for each change. */
const REQUESTS = 8;

/** A document before and after. */
export interface Change {
  readonly type: PolicyType;
  readonly before: PolicyDocument;
  readonly after: PolicyDocument;
  readonly seed: number;
  /** What requests are, where not all are meant. */
  readonly restrict?: (request: Request) => Request | undefined;
}

/** Asks requests that are aimed at the first document of both; returns those that they answer otherwise. */
export function differences({ type, before, after, seed, restrict }: Change): readonly GeneratedScenario[] {
  const [one, other] = [policiesWith(before, type), policiesWith(after, type)];
  const set = policySetOf(one.policies, one.flags);
  const [first, second] = [set, policySetOf(other.policies, other.flags)].map((policies) =>
    compile(policies),
  );
  const different = fc
    .sample(nearMiss(set), { seed, numRuns: REQUESTS })
    .flatMap((request) => (restrict === undefined ? request : (restrict(request) ?? [])))
    .filter((request) => first?.decide(request) !== second?.decide(request))
    .map((request) => ({ id: 'changed', ...request, ...one }) as GeneratedScenario);
  different.slice(0, 1).forEach(noteAsked);
  return different;
}
