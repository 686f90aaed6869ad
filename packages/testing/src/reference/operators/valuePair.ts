/** A value of the request against a value of the policy. */
export interface ValuePair {
  readonly request: string;
  readonly policy: string;
}
