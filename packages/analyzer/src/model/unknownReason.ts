/** Why there is no answer. The codes are part of the public interface. */
export const UNKNOWN_REASONS = {
  budget: 'more steps than the budget has',
  'pattern-family': 'patterns that would take too many steps to tell apart',
  'condition-values': 'conditions on one key whose values cannot be told apart exactly',
  'policy-variable': 'a policy variable for which no value was found that shows the difference',
  'witness-not-replayed': 'the request that was found is decided otherwise, so that the search is at fault',
  'service-rule': 'a rule of a single service that hangs on more than the action',
  'access-point': 'conditions on `s3:DataAccessPointArn`, on which the resource hangs too (S210)',
  'unique-id': 'a principal that is named by its unique id, while `aws:userid` is not given',
  'caller-keys': 'keys that tell a caller and hang on each other, of which no caller was found that has them',
  'gateway-endpoint': 'an endpoint policy that names principals otherwise for gateway endpoints (S33)',
  'pattern-unreadable': 'a pattern that cannot be read',
  layers: 'more levels of policies than are told apart',
} as const;

/** A code of {@link UNKNOWN_REASONS}. */
export type UnknownReasonCode = keyof typeof UNKNOWN_REASONS;

/** Why there is no answer, and what it is about: a context key, an action, a number of steps. */
export interface UnknownReason {
  readonly code: UnknownReasonCode;
  readonly about: string;
}
