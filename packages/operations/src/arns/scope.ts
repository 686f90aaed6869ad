import type { RequestResource } from '@policywright/catalog';
import type { World } from '../model/world.ts';

/** Where a call is made. */
export interface Scope {
  readonly account: string;
  readonly region: string;
  readonly partition: string;
}

/** A call's place, its input, and what is known of the account. */
export interface RequestScope extends Scope {
  readonly input: unknown;
  readonly world: World;
  /** What the request names, read once. */
  readonly named: Map<RequestResource, readonly NamedResource[]>;
}

/** A resource that a request names. */
export interface NamedResource {
  readonly type: string | undefined;
  /** `undefined` where a part of it is not known. */
  readonly arn: string | undefined;
  /** What is known of it; `*` stands for the rest. */
  readonly pattern: string;
}

/** Stands within a name for characters that no member tells. */
export const SOME = '\uE000';
/** Stands for one such character. */
export const ONE = '\uE001';

/** A text with what is not known in it as wildcards. */
export function patternOf(text: string): string {
  return isKnown(text) ? text : text.replaceAll(SOME, '*').replaceAll(ONE, '?');
}

/** Whether all of a text is known. */
export function isKnown(text: string): boolean {
  return !text.includes(SOME) && !text.includes(ONE);
}
