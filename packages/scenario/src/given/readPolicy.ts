import {
  parsePolicy,
  policyFromValue,
  renderDiagnostic,
  type Policy,
  type PolicyType,
} from '@policywright/policy';
import { PolicyDocumentError } from '../write/policySetOf.ts';
import type { PolicyGiven } from './policiesGiven.ts';

/**
 * Reads one policy in any form.
 *
 * @param given - its text, its document as a value, or read already.
 * @param type - where it is attached; without one, the checks that only one type asks for are left out.
 * @throws PolicyDocumentError - with the diagnostics, for a text with their places, where it is no policy.
 */
export function readPolicy(given: PolicyGiven, type?: PolicyType): Policy {
  if (isPolicy(given)) return given;
  const options = type === undefined ? {} : { type };
  const result = typeof given === 'string' ? parsePolicy(given, options) : policyFromValue(given, options);
  if (result.ok) return result.policy;
  const errors = result.diagnostics.filter(({ severity }) => severity === 'error');
  const text = typeof given === 'string' ? given : '';
  throw new PolicyDocumentError(errors.map((error) => renderDiagnostic(error, text)).join('\n\n'), errors);
}

function isPolicy(given: PolicyGiven): given is Policy {
  return typeof given === 'object' && 'statements' in given && 'root' in given;
}
