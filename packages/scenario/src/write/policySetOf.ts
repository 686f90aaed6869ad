import type { PolicySet, PolicySetFlags, Request } from '@policywright/evaluator';
import { policyFromValue, type Diagnostic, type Policy, type PolicyDocument } from '@policywright/policy';
import { attach } from '../policies/attach.ts';
import { defaultPolicyOfKey } from '../policies/defaultPolicyOfKey.ts';
import type { AnyPolicySetDocument, ResourcePolicyDocument } from '../model/scenarioDocument.ts';

/** What the policies of a set hang on. */
export type AttachedRequest = Pick<Request, 'resource' | 'resourceAccount' | 'underlying'>;

/**
 * Reads the documents of a policy set.
 *
 * @param documents - the documents by layer, as in a scenario.
 * @param flags - what no document states.
 * @param request - of the scenario; needed where the resource has a default policy, or another lies behind it.
 * @returns the set, ready to compile.
 * @throws PolicyDocumentError - where a document is none, which is a mistake of whoever made it.
 */
export function policySetOf(
  documents: AnyPolicySetDocument,
  flags?: PolicySetFlags,
  request?: AttachedRequest,
): PolicySet {
  return {
    identity: documents.identity.map(policyOf),
    ...attachedOf(documents.resource, request),
    ...(documents.grants != null && { grants: documents.grants }),
    boundary: documents.boundary.map(policyOf),
    session: documents.session.map(policyOf),
    scps: documents.scps.map((level) => level.map(policyOf)),
    rcps: documents.rcps.map((level) => level.map(policyOf)),
    vpcEndpoint: documents.vpcEndpoint?.map(policyOf),
    flags,
  };
}

function attachedOf(
  resource: AnyPolicySetDocument['resource'],
  request: AttachedRequest | undefined,
): Pick<PolicySet, 'resource' | 'underlying'> {
  if (!isList(resource)) return { resource: resourcePolicyOf(resource, request) };
  const behind = request?.underlying;
  if (behind !== undefined && resource.length > behind.length + 1)
    throw new PolicyDocumentError(
      `there are ${String(resource.length)} policies and only ${String(behind.length + 1)} resources`,
    );
  const policies = resource.map((document, index) =>
    resourcePolicyOf(document, behind === undefined || index === 0 ? request : behind[index - 1]),
  );
  return attach(policies, behind !== undefined);
}

function resourcePolicyOf(
  document: ResourcePolicyDocument,
  resource: AttachedRequest | undefined,
): Policy | undefined {
  if (document === null) return undefined;
  if (!('default' in document)) return policyOf(document);
  const policy = resource && defaultPolicyOfKey(resource);
  if (policy !== undefined) return policy;
  throw new PolicyDocumentError(
    'a default key policy needs the request, whose resource is a KMS key with an account',
  );
}

function isList(resource: AnyPolicySetDocument['resource']): resource is readonly ResourcePolicyDocument[] {
  return Array.isArray(resource);
}

/**
 * Reads one document, without the checks that only one type of policy asks for.
 *
 * @throws PolicyDocumentError - where it is none.
 */
export function policyOf(document: PolicyDocument): Policy {
  const result = policyFromValue(document);
  if (result.ok) return result.policy;
  throw new PolicyDocumentError(
    result.diagnostics.map(({ path, message }) => `${path}: ${message}`).join('\n'),
    result.diagnostics,
  );
}

/** Thrown for a policy document, given as a value or as text, that does not hold a policy. */
export class PolicyDocumentError extends Error {
  override readonly name = 'PolicyDocumentError';
  readonly code = 'policy-document';
  readonly diagnostics: readonly Diagnostic[];

  /**
   * @param message - what is wrong with it.
   * @param diagnostics - the same as data; empty where it is no document at all.
   */
  constructor(message: string, diagnostics: readonly Diagnostic[] = []) {
    super(message);
    this.diagnostics = diagnostics;
  }
}
