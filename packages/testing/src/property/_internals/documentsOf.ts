import type { PolicySet } from '@policywright/evaluator';
import { printJson, type Policy } from '@policywright/policy';
import type { PolicyDocument, PolicySetDocument } from '../../documents/scenarioDocument.ts';

/** The documents that a set was read from. */
export function documentsOf(set: PolicySet): PolicySetDocument {
  const many = (policies: readonly Policy[] = []): readonly PolicyDocument[] => policies.map(documentOf);
  return {
    identity: many(set.identity),
    resource: set.resource === undefined ? null : documentOf(set.resource),
    boundary: many(set.boundary),
    session: many(set.session),
    scps: (set.scps ?? []).map(many),
    rcps: (set.rcps ?? []).map(many),
    vpcEndpoint: many(set.vpcEndpoint),
  };
}

function documentOf({ root }: Policy): PolicyDocument {
  // INVARIANT: what a policy was read from is a policy document.
  return JSON.parse(printJson(root, 0)) as PolicyDocument;
}
