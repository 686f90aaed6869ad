import type { PolicySet, PolicySetFlags } from '@policywright/evaluator';
import { policyFromValue, type Diagnostic, type Policy } from '@policywright/policy';
import type { PolicyDocument, PolicySetDocument } from './scenarioDocument.ts';

/**
 * Reads the documents of a policy set.
 *
 * @param documents - the documents by layer, as in a scenario.
 * @param flags - what no document states.
 * @returns the set, ready to compile.
 * @throws PolicyDocumentError - where a document is none, which is a mistake of whoever made it.
 */
export function policySetOf(documents: PolicySetDocument, flags?: PolicySetFlags): PolicySet {
  return {
    identity: documents.identity.map(policyOf),
    resource: documents.resource === null ? undefined : policyOf(documents.resource),
    boundary: documents.boundary.map(policyOf),
    session: documents.session.map(policyOf),
    scps: documents.scps.map((level) => level.map(policyOf)),
    rcps: documents.rcps.map((level) => level.map(policyOf)),
    vpcEndpoint: documents.vpcEndpoint?.map(policyOf),
    flags,
  };
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
