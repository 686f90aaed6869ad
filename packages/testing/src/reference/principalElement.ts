import type { Effect, PrincipalElement, PrincipalEntry } from '@policywright/policy';
import type { Caller } from './caller.ts';

/**
 * How directly a principal element names the caller (rule S150): the caller itself, the role of its
 * session, the user of its federated session, or its account.
 */
export type Grade = 'direct' | 'role' | 'user' | 'account';

/** Whom a statement is asked about. */
export interface PrincipalScope {
  readonly caller: Caller;
  readonly effect: Effect;
  /** Whether a permissions boundary limits the caller (rule S143). */
  readonly bounded: boolean;
  /** Whether any match exempts from Deny with `NotPrincipal` (rule S142). */
  readonly lenient?: boolean;
}

/** The grades at which the element covers the caller; none when it does not. */
export function principalGrades(element: PrincipalElement, scope: PrincipalScope): readonly Grade[] {
  if (element.negated) return notPrincipalCovers(element.entries, scope) ? ['direct'] : [];
  return element.entries.flatMap((entry) => entryGrade(entry, scope.caller) ?? []);
}

/** Rules S128 to S140. */
function entryGrade({ kind, value }: PrincipalEntry, caller: Caller): Grade | undefined {
  switch (kind) {
    case 'AWS':
      return awsGrade(value, caller);
    case 'Service':
      return caller.kind === 'service' && caller.name === value ? 'direct' : undefined; // S137
    case 'Federated':
      return caller.kind === 'federated' && caller.name === value ? 'direct' : undefined; // S138
    case 'CanonicalUser':
      return caller.kind === 'canonicalUser' && caller.name === value ? 'direct' : undefined; // S139
  }
}

function awsGrade(value: string, caller: Caller): Grade | undefined {
  if (value === '*') return 'direct'; // S129, S137, S140
  if (caller.account === undefined) return undefined;
  if (isAccountOf(value, caller)) return 'account'; // S128, S132
  // A role that is given as the caller stands for its sessions, of which none is named.
  if (value === caller.name) return caller.kind === 'role' || caller.kind === 'other' ? 'role' : 'direct';
  if (value === caller.parentArn) return parentGrade(caller); // S134, S144
  if (value === caller.uniqueId) return uniqueIdGrade(value, caller); // S133
  return undefined;
}

function isAccountOf(value: string, caller: Caller): boolean {
  return (
    value === caller.account || value === `arn:${caller.partition ?? ''}:iam::${caller.account ?? ''}:root`
  );
}

function parentGrade(caller: Caller): Grade {
  return caller.kind === 'session' ? 'role' : 'user';
}

/** The id of a user, or of the role of a session. */
function uniqueIdGrade(value: string, caller: Caller): Grade | undefined {
  if (!value.startsWith('AIDA') && !value.startsWith('AROA')) return undefined;
  switch (caller.kind) {
    case 'user':
      return 'direct';
    case 'role':
    case 'session':
      return 'role';
    case 'federatedUser':
      return 'user';
    default:
      return undefined;
  }
}

/**
 * S141 to S143 for Deny: everyone is hit but those listed with their whole chain, and whoever has a
 * boundary. S34 for Allow: everyone but those listed in any way.
 */
function notPrincipalCovers(
  entries: readonly PrincipalEntry[],
  { caller, effect, bounded, lenient = false }: PrincipalScope,
): boolean {
  const grades = entries.flatMap((entry) => entryGrade(entry, caller) ?? []);
  if (effect === 'Allow') return grades.length === 0;
  if (bounded) return true;
  if (lenient) return grades.length === 0;
  if (entries.some((entry) => entry.kind === 'AWS' && entry.value === '*')) return false;
  return !chain(caller).every((grade) => grades.includes(grade));
}

/** What must be listed to exempt a caller (rule S142). */
function chain(caller: Caller): readonly Grade[] {
  switch (caller.kind) {
    case 'root':
      return ['account'];
    case 'session':
      return ['direct', 'role', 'account'];
    case 'user':
    case 'federatedUser': // its user is a matter of names, so that only the session itself is asked for
    case 'role': // it stands for its sessions, of which none is listed
    case 'other':
      return ['direct', 'account'];
    case 'anonymous':
    case 'service':
    case 'federated':
    case 'canonicalUser':
      return ['direct'];
  }
}
