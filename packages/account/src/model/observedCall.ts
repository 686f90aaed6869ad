import type { ActionName } from '@policywright/catalog';

/** Who made a call. */
export interface ObservedCaller {
  readonly kind: 'user' | 'role' | 'root' | 'federated' | 'service' | 'other';
  /** ARN of the user, of the role of a session, of the root user; the name of a service; empty where events do not tell. */
  readonly name: string;
  /** The account, 12 digits; empty where it is of none. */
  readonly account: string;
}

/** Calls that events of AWS CloudTrail tell of, alike in all that decides them. */
export interface ObservedCall {
  readonly caller: ObservedCaller;
  /** As in events: `s3.amazonaws.com`. */
  readonly eventSource: string;
  readonly eventName: string;
  /** The operation; `undefined` where the catalog has none of that name. */
  readonly operation: ActionName | undefined;
  /** The members of the request that name resources, roles, tags and the like; `undefined` where it had too many to tell apart. */
  readonly input: Readonly<Record<string, unknown>> | undefined;
  /** ARNs that events tell besides. */
  readonly resources: readonly string[];
  /** The Region that was called. */
  readonly region: string | undefined;
  /** Context keys that events tell and that may be asked for. */
  readonly context: Readonly<Record<string, string | readonly string[]>>;
  /** The service that called with the credentials of the caller, in a forward access session. */
  readonly invokedBy: string | undefined;
  /** `AccessDenied` and the like; `undefined` where the call succeeded. */
  readonly error: string | undefined;
  /** A data event: there are such only where a trail is set to record them. */
  readonly isData: boolean;
  readonly count: number;
  /** Times of the first and the last of them, as in events. */
  readonly first: string;
  readonly last: string;
}

/** What events tell. */
export interface ObservedCalls {
  readonly calls: readonly ObservedCall[];
  /** Number of events, those of sign-ins and services among them. */
  readonly events: number;
  /** Time of the first and last event; `undefined` where there is none. */
  readonly first: string | undefined;
  readonly last: string | undefined;
}
