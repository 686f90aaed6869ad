import type { ObservedCall } from './observedCall.ts';

/** Past calls that would be denied, or that may be. */
export interface ReplayedCall {
  readonly call: ObservedCall;
  /** ARN of the user or role. */
  readonly principal: string;
  /** That they would be denied: `certainly`, whatever the context was; `perhaps`: it depends on `keys`. */
  readonly answer: 'certainly' | 'perhaps';
  /** The authorisations that would not be given. */
  readonly checks: readonly {
    readonly action: string;
    /** ARN, or a pattern where events do not tell the resource. */
    readonly resource: string;
    readonly because: 'denied' | 'not allowed' | 'depends';
  }[];
  /** What it depends on: context keys, and others in words. */
  readonly keys: readonly string[];
}

/** What would become of past calls. */
export interface Replay {
  readonly denied: readonly ReplayedCall[];
  /** Number of calls that were decided. */
  readonly asked: number;
  /** Of them, those that would certainly be allowed. */
  readonly allowed: number;
  /** Calls of whoever the snapshot does not have: other principals by ARN, `root`, `service`, `federated`, `other`. */
  readonly untold: readonly { readonly who: string; readonly count: number }[];
}
