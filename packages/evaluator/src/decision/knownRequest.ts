import type { ActionEntry } from '../statement-index/actionIndex.ts';
import type { Caller } from '../principal/caller.ts';
import type { CallerFacts } from '../principal/principalMatcher.ts';
import type { Request } from '../request/request.ts';

/** A request with what the layers need to know of it. */
export interface KnownRequest {
  readonly request: Request;
  /** The request's resource; empty, which nothing but `*` covers, if the request has no text there. */
  readonly resource: string;
  readonly caller: Caller;
  /** Of a request through an access point to its bucket: what policies of principals allow by (rule S210). */
  readonly principalResource: string | undefined;
  /** The caller is a service-linked role (rule S167). */
  readonly serviceLinked: boolean;
  /** What principal elements are matched against; `undefined` when no statement names a principal. */
  readonly facts: CallerFacts | undefined;
  readonly entry: ActionEntry;
  /** Bits of `LAYER_BIT`: the layers that do not apply to the request. */
  readonly inactive: number;
}
