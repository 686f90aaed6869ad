import type { KmsGrant } from '@policywright/evaluator';
import { parseJson } from '@policywright/policy';
import type { ScenarioDiagnostic } from '../model/scenarioDiagnostic.ts';
import { NodeReader } from './_internals/nodeReader.ts';
import { readGrants } from './_internals/readGrants.ts';

/** What a list of grants says. */
export interface KmsGrantsReading {
  /** `undefined` where one of them has an error. */
  readonly grants: readonly KmsGrant[] | undefined;
  readonly diagnostics: readonly ScenarioDiagnostic[];
}

/**
 * Reads grants of a KMS key by themselves, in the form of `policies.grants` of a scenario (rule S208).
 *
 * @param text - JSON: an array of `{ grantee, operations, encryptionContextEquals?, encryptionContextSubset?,
 * sourceArn? }`. Any text will do: what cannot be read is reported, never thrown.
 */
export function readKmsGrants(text: string): KmsGrantsReading {
  const { node, diagnostics } = parseJson(text);
  if (node === undefined) return { grants: undefined, diagnostics };
  const reader = new NodeReader(text);
  const grants = readGrants(reader, { node, pointer: '' });
  const findings = reader.takeDiagnostics();
  const failed = findings.some(({ severity }) => severity === 'error');
  return { grants: failed ? undefined : grants, diagnostics: findings };
}
