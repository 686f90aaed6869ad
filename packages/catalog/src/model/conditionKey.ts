/** The type of the values of a condition key; it decides which operators suit it. */
export type ConditionKeyType = 'String' | 'ARN' | 'Bool' | 'Numeric' | 'Date' | 'IPAddress' | 'Binary';

/** A condition key that a service defines or uses. */
export interface ConditionKey {
  /** The template name: `ecs:cluster`, `aws:ResourceTag/${TagKey}`. */
  readonly name: string;
  readonly type: ConditionKeyType;
  /** Whether a request can carry several values, so that a policy needs a set operator (rule S87). */
  readonly multivalued: boolean;
}
