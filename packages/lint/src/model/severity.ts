/** How much a finding matters, the gravest first. */
export const SEVERITIES = ['error', 'warning', 'suggestion', 'info'] as const;

/**
 * `error`: the policy does not do what it says, or AWS refuses it; `warning`: it grants more than is safe, or less
 * than was meant; `suggestion`: it can be written better; `info`: worth knowing in a review.
 *
 * IAM Access Analyzer's ERROR, WARNING and SUGGESTION are the first three; its SECURITY_WARNING is `warning` here.
 */
export type Severity = (typeof SEVERITIES)[number];

/**
 * Whether a severity is at least as grave as another.
 *
 * @param severity - the one asked about.
 * @param minimum - the least grave that counts.
 */
export function isAtLeast(severity: Severity, minimum: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(minimum);
}
