import type { PolicySet } from '@policywright/evaluator';
import { printable } from '@policywright/policy/text';
import { placedPolicies, sourceOf } from '@policywright/scenario';

/** A statement by its pointer in a policy set, but for those of resource policies, which another file may have. */
const REFERENCE =
  /(\/(?:identity|boundary|session|vpcEndpoint|scps\/\d+|rcps\/\d+)\/\d+)\/Statement(?:\/(\d+))?/g;

/**
 * Names statements by the file that they stand in: `deploy.json, statement 2` for `/identity/0/Statement/1`.
 *
 * @param text - of an explanation.
 * @param policies - what its pointers point into; those that come from no file stay as they are.
 */
export function nameStatements(text: string, policies: PolicySet): string {
  const files = new Map(
    placedPolicies(policies).flatMap(({ pointer, policy }) => {
      const source = sourceOf(policy);
      return source === undefined ? [] : [[pointer, source.file] as const];
    }),
  );
  return text.replace(REFERENCE, (whole, pointer: string, index: string | undefined) => {
    const file = files.get(pointer);
    return file === undefined ? whole : `${printable(file)}, statement ${Number(index ?? 0) + 1}`;
  });
}
