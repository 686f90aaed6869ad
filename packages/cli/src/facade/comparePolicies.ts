import { diff, type AnalyzerOptions, type Difference } from '@policywright/analyzer';
import { AWS } from '@policywright/analyzer/aws';
import { readPolicySet, type UncompiledPolicies } from '@policywright/scenario';

/**
 * Tells what a change to policies allows more and less, for all requests that AWS has.
 *
 * @param before - the old version: a document as value or text, a list of identity policies, or policies by layer.
 * @param after - the new one.
 * @param options - of the analyzer, such as who asks; the universe is that of AWS if left out.
 * @returns findings with a request each that shows it; none and no reasons: nothing changed.
 * @throws PolicyDocumentError - with the diagnostics, where a document is none.
 */
export function comparePolicies(
  before: UncompiledPolicies,
  after: UncompiledPolicies,
  options: AnalyzerOptions = {},
): Difference {
  return diff(readPolicySet(before), readPolicySet(after), { universe: AWS, ...options });
}
