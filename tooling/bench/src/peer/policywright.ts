import { compile, type Authorizer } from '@policywright/evaluator';
import { parsePolicy, type Policy } from '@policywright/policy';
import type { Workload } from '../workload/workload.ts';
import type { Peer } from './peer.ts';

/**
 * Parses a document that must be right.
 *
 * @param document - a document as JavaScript value.
 * @throws Error when it is not a policy.
 */
export function parseDocument(document: unknown): Policy {
  const result = parsePolicy(JSON.stringify(document), { limits: { maxBytes: 64 * 1024 * 1024 } });
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join('; '));
  return result.policy;
}

/** Parses and compiles the policies of a workload. */
export function authorizerOf({ identity, boundary, scps, resource }: Workload): Authorizer {
  return compile({
    identity: [parseDocument(identity)],
    boundary: boundary && [parseDocument(boundary)],
    scps: scps?.map((level) => [parseDocument(level)]),
    resource: resource && parseDocument(resource),
  });
}

/** This project's evaluator. */
export const policywright: Peer = {
  name: 'policywright',
  packageName: '@policywright/evaluator',
  remark: 'compiled beforehand; `decide`',
  prepare(workload) {
    const authorizer = authorizerOf(workload);
    return Promise.resolve((request) => () => authorizer.decide(request) === 'Allow');
  },
};
