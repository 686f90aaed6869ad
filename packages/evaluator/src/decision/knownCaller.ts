import { UNKNOWN, type ContextReader, type KeyTable } from '@policywright/conditions';
import {
  isServiceLinkedRole,
  mayBeServiceLinked,
  readCaller,
  roleArnOf,
  type Caller,
} from '../principal/caller.ts';
import type { CallerFacts } from '../principal/principalMatcher.ts';
import type { PolicySetFlags } from '../request/policySet.ts';
import type { Principal } from '../request/request.ts';
import { inactiveLayers } from './applicability.ts';
import type { Mutable } from './mutable.ts';

/** A caller, and what follows from it for all its requests. */
export interface KnownCaller {
  readonly caller: Caller;
  /** Bits of `LAYER_BIT`: the layers that do not bear on it. */
  readonly inactive: number;
  readonly mayBeServiceLinked: boolean;
}

/** Takes a principal apart. */
export function knowCaller(principal: Principal, flags: PolicySetFlags): KnownCaller {
  const caller = readCaller(principal);
  return {
    caller,
    inactive: inactiveLayers(caller, flags),
    mayBeServiceLinked: flags.serviceLinkedRole === true || mayBeServiceLinked(caller),
  };
}

/** The slots of the context keys that tell more of a caller. */
export interface CallerSlots {
  readonly principalArn: number;
  readonly userId: number;
}

/** Finds the slots of the keys that tell more of a caller. */
export function callerSlotsOf(keys: KeyTable): CallerSlots {
  return { principalArn: keys.slot('aws:PrincipalArn'), userId: keys.slot('aws:userid') };
}

/** That a role is service-linked only the path of its ARN says, which sessions have in `aws:PrincipalArn`. */
export function isServiceLinked(
  { caller, mayBeServiceLinked: mayBe }: KnownCaller,
  { serviceLinkedRole }: PolicySetFlags,
  principalArn: unknown,
): boolean {
  if (!mayBe) return false;
  if (serviceLinkedRole === true) return true;
  return isServiceLinkedRole(roleArnOf(caller, typeof principalArn === 'string' ? principalArn : undefined));
}

/**
 * Fills in what the context tells of a caller.
 *
 * @param facts - of the caller.
 * @param reader - the context.
 * @param slots - where it has the keys.
 */
export function readCallerKeys(facts: Mutable<CallerFacts>, reader: ContextReader, slots: CallerSlots): void {
  const principalArn = reader.value(slots.principalArn);
  const userId = reader.value(slots.userId);
  facts.roleArn = roleArnOf(facts.caller, typeof principalArn === 'string' ? principalArn : undefined);
  facts.userId = typeof userId === 'string' ? userId : undefined;
  facts.unknown =
    principalArn === UNKNOWN || userId === UNKNOWN
      ? { principalArn: principalArn === UNKNOWN, userId: userId === UNKNOWN }
      : undefined;
}
