import {
  authorize,
  compile,
  compileEndpoint,
  compilePrincipal,
  compileResource,
  type Authorizer,
  type Decision,
  type Request,
} from '@policywright/evaluator';
import { KeyTable } from '@policywright/conditions';
import { policySetOf, requestOf } from '@policywright/scenario';
import { scenario } from '@policywright/testing';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from './check.ts';
import { sidesOf } from './sidesOf.ts';

/** All that an authorizer says of a request. */
function said({ decide, explain, decidePartial }: Authorizer, request: Request): unknown {
  return [decide(request), JSON.parse(JSON.stringify(explain(request))), decidePartial(request)];
}

test('sides joined say what the whole set says, whether or not they share a table of keys', () => {
  const seen = new Map<Decision, number>();
  check(
    fc.property(scenario(), fc.boolean(), (given, shared) => {
      const request = requestOf(given);
      const { set, ...policies } = sidesOf(policySetOf(given.policies, given.flags, request), request);
      const options = shared ? { keys: new KeyTable() } : {};
      const principal = compilePrincipal(policies.principal, options);
      const resource = compileResource(policies.resource, options);
      const endpoint = compileEndpoint(policies.endpoint, options);
      const whole = compile(set);
      const joined = authorize(principal, resource, endpoint);
      expect(said(joined, request)).toEqual(said(whole, request));
      const decision = whole.decide(request);
      seen.set(decision, (seen.get(decision) ?? 0) + 1);
      // What the sides say, a request may leave out; and sides serve again.
      const { action, context } = request;
      expect(authorize(principal, resource, endpoint).decide({ action, context })).toBe(decision);
    }),
    400,
  );
  for (const decision of ['Allow', 'ExplicitDeny', 'ImplicitDeny'] as const)
    expect(seen.get(decision) ?? 0).toBeGreaterThan(0);
});
