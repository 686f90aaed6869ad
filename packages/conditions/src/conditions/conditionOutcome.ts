import type { TruthWord } from '../truth.ts';

/** Why a condition came out as it did. The codes are part of the public interface. */
export const CONDITION_REASONS = {
  'value-matches': 'the request value matches a value of the policy',
  'value-differs': 'the request value matches no value of the policy',
  'no-policy-values': 'the condition lists no values to compare with (S20)',
  'key-absent': 'the request has no such key (S76 to S79, S83, S84)',
  'key-present': 'the request has the key (S79)',
  'empty-set': 'the key has no values, or only empty ones (S80, S83, S84)',
  'multivalued-without-set-operator': 'a multivalued key needs `ForAllValues:` or `ForAnyValue:` (S87)',
  'malformed-request-value': 'the request value has a form that the operator does not know (S95)',
  'malformed-policy-value':
    'no value matches, and one of the policy has a form that the operator does not know (S95)',
  'ambiguous-date':
    'four digits are a year or seconds, and many digits seconds or milliseconds, and the outcomes differ (S99, S100)',
  'lone-star-arn': 'whether `*` alone matches an ARN is not documented (S112)',
  'empty-string': 'whether `Null` takes an empty value for an absent key is not documented (S81)',
  'any-value-if-exists':
    'whether `ForAnyValue:` with `IfExists` holds without the key is not documented (S88)',
  'null-with-set-qualifier': '`Null` always holds under `ForAllValues:` and never under `ForAnyValue:` (S82)',
  'variable-unresolved': 'no value matches, and a policy variable has no value (S120)',
  'variable-undecided': 'the value of a policy variable cannot be told',
  'key-unknown': 'the key was declared unknown',
  'key-ambiguous': 'the request has two such keys that differ in case and in value (S74)',
  'key-unreadable': 'what the request has under the key is no text, number, boolean or list of these',
  'unknown-operator': 'the language has no such operator (S23, S82)',
} as const;

/** A code of {@link CONDITION_REASONS}. */
export type ConditionReason = keyof typeof CONDITION_REASONS;

/** What a policy variable stands for in a request. */
export interface VariableOutcome {
  /** The context key as written between `${` and `}`. */
  readonly key: string;
  /** The value of the request, or the default of the policy; `undefined` where there is none that can be told. */
  readonly value: string | undefined;
}

/** What became of one condition, for people to read. */
export interface ConditionOutcome {
  /** The operator as written. */
  readonly operator: string;
  /** The context key as written. */
  readonly key: string;
  /** The values of the policy as written, variables not replaced. */
  readonly policyValues: readonly string[];
  /** The values of the request; `undefined` when the key is absent or cannot be read. */
  readonly requestValues: readonly string[] | undefined;
  /** What each policy variable among the values stands for; none in a document that has no variables (S3). */
  readonly variables: readonly VariableOutcome[];
  /** The same result as `evaluate` gives, as a word. */
  readonly result: TruthWord;
  /** Why. */
  readonly reason: ConditionReason;
  /** JSON pointer from the policy's root to the condition. */
  readonly pointer: string;
}
