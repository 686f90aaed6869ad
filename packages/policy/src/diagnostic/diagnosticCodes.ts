/**
 * Every diagnostic code of this package with its usual severity and one line of documentation.
 *
 * Codes are part of the public interface: they are never renamed, and never reused for another meaning.
 */
export const DIAGNOSTIC_CODES = {
  // Text
  'json-syntax-error': { severity: 'error', summary: 'the text is not JSON' },
  'json-too-deep': { severity: 'error', summary: 'values are nested deeper than the limit' },
  'json-too-large': { severity: 'error', summary: 'the text or value is larger than the limit' },
  'too-many-findings': {
    severity: 'warning',
    summary: 'more than 10,000 errors or warnings, the rest not listed',
  },
  'unsupported-value': {
    severity: 'error',
    summary: 'a JavaScript value has no JSON form, such as a function or a cycle',
  },
  'unsupported-character': {
    severity: 'warning',
    summary: 'a character outside the set that IAM documents may hold (S21)',
  },

  // Structure
  'data-type-mismatch': { severity: 'error', summary: 'an element has the wrong JSON type' },
  'null-value': { severity: 'error', summary: 'an element is null (S19)' },
  'duplicate-key': { severity: 'error', summary: 'an object repeats a member name (S8)' },
  'duplicate-keys-with-different-case': {
    severity: 'warning',
    summary: 'an object has member names that differ only in letter case (S8)',
  },
  'invalid-policy-element': {
    severity: 'error',
    summary: 'an element that the policy language does not have (S9)',
  },
  'unsupported-element-combination': {
    severity: 'error',
    summary: 'an element stands beside its negation, such as Action beside NotAction (S14 to S16)',
  },
  'missing-statement': {
    severity: 'error',
    summary: 'no Statement, or a warning where its list is empty (S1, S6)',
  },
  'invalid-version': { severity: 'error', summary: 'Version is not one of the two versions (S2)' },
  'unsupported-id': { severity: 'warning', summary: 'Id outside a resource-based policy (S13)' },

  // Statement
  'missing-effect': { severity: 'error', summary: 'a statement without Effect (S10)' },
  'invalid-effect': { severity: 'error', summary: 'Effect is neither Allow nor Deny (S10)' },
  'unsupported-sid': {
    severity: 'warning',
    summary: 'Sid has characters other than letters and digits (S11)',
  },
  'unique-sids-required': {
    severity: 'warning',
    summary: 'two statements of an IAM policy share a Sid (S11)',
  },
  'missing-action': { severity: 'error', summary: 'a statement without Action or NotAction (S14)' },
  'missing-resource': { severity: 'error', summary: 'a statement without Resource or NotResource (S15)' },
  'empty-array-action': {
    severity: 'warning',
    summary: 'an empty Action list, which matches nothing; an error for NotAction (S7)',
  },
  'empty-array-resource': {
    severity: 'warning',
    summary: 'an empty Resource list, which matches nothing; an error for NotResource (S7)',
  },
  'action-format': { severity: 'warning', summary: 'an action that is not of the form prefix:Name (S61)' },
  'empty-action-name': { severity: 'warning', summary: 'an action with nothing after the colon (S68)' },
  'action-whitespace': {
    severity: 'warning',
    summary: 'an action with white space, which matches nothing (S68)',
  },
  'wildcard-in-service-name': {
    severity: 'warning',
    summary: 'a wildcard in the service part of an action or a resource ARN (S54, S65)',
  },
  'wildcard-in-resource-type': {
    severity: 'warning',
    summary: 'a wildcard in the user, group, role or policy prefix of an IAM ARN (S54)',
  },
  'invalid-arn-prefix': { severity: 'warning', summary: 'a resource that is neither an ARN nor * (S46)' },
  'missing-arn-field': {
    severity: 'warning',
    summary: 'a resource ARN of fewer than six fields; an error in an SCP or RCP (S52)',
  },

  // Principal
  'missing-principal': { severity: 'error', summary: 'no Principal in a policy type that needs one (S16)' },
  'unsupported-principal': {
    severity: 'error',
    summary: 'a Principal in an identity-based policy (S16, S24)',
  },
  'invalid-principal-format': {
    severity: 'warning',
    summary:
      'a principal that matches nobody; an error where the element is no principal at all (S127, S128)',
  },
  'invalid-principal-key': {
    severity: 'error',
    summary: 'a principal map has a member that does not exist (S127)',
  },
  'empty-object-principal': {
    severity: 'warning',
    summary: 'a principal map without members; an error for NotPrincipal (S127)',
  },
  'empty-array-principal': {
    severity: 'warning',
    summary: 'an empty list of principals; an error for NotPrincipal (S7)',
  },
  'unsupported-wildcard-in-principal': {
    severity: 'warning',
    summary: 'a principal with a wildcard in it, which matches nobody (S130)',
  },
  'unsupported-canonical-user': {
    severity: 'warning',
    summary: 'CanonicalUser where only bucket policies take it (S28)',
  },
  'allow-with-notprincipal': { severity: 'warning', summary: 'NotPrincipal in an Allow statement (S34)' },

  // Condition
  'invalid-condition-operator': {
    severity: 'error',
    summary: 'an operator that the language does not have (S23)',
  },
  'null-with-qualifier': {
    severity: 'warning',
    summary: 'Null with ForAllValues, which is always true, or ForAnyValue, always false (S82)',
  },
  'null-with-if-exists': { severity: 'error', summary: 'Null with the suffix IfExists (S82)' },
  'empty-object-condition': {
    severity: 'warning',
    summary: 'a Condition or an operator that tests nothing (S17)',
  },
  'empty-array-condition': {
    severity: 'warning',
    summary: 'a condition key with an empty list of values (S20)',
  },

  // Policy types
  'role-trust-policy-syntax-error-notprincipal': {
    severity: 'error',
    summary: 'NotPrincipal in a trust policy (S27)',
  },
  'role-trust-policy-syntax-error-resource': {
    severity: 'error',
    summary: 'Resource in a trust policy (S27)',
  },
  'scp-syntax-error-principal': { severity: 'error', summary: 'a Principal in an SCP (S30)' },
  'scp-version': { severity: 'warning', summary: 'an SCP without Version 2012-10-17 (S31)' },
  'rcp-version': { severity: 'warning', summary: 'an RCP without Version 2012-10-17 (S31)' },
  'rcp-effect': {
    severity: 'warning',
    summary: 'an Allow statement in an RCP, other than that of `RCPFullAWSAccess` (S32)',
  },
  'rcp-principal': { severity: 'warning', summary: 'a Principal other than * in an RCP (S32)' },
  'rcp-notprincipal': { severity: 'error', summary: 'NotPrincipal in an RCP (S32)' },
  'rcp-notaction': { severity: 'error', summary: 'NotAction in an RCP (S32)' },
} as const;

/** A code of the table. */
export type DiagnosticCode = keyof typeof DIAGNOSTIC_CODES;
