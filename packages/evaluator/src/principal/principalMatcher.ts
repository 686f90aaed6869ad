import { isAccountId, parseArn } from '@policywright/arn';
import type { PrincipalElement, PrincipalEntry } from '@policywright/policy';
import type { Caller } from './caller.ts';
import { GRADE, type Grades } from './grade.ts';

/** What matching a principal needs to know of the request. */
export interface CallerFacts {
  readonly caller: Caller;
  /** The ARN of the session's role, with its path where the context gave it. */
  readonly roleArn: string | undefined;
  /** `aws:userid`: the caller's unique id, for a session followed by a colon and the session's name. */
  readonly userId: string | undefined;
  /** A permissions boundary limits this caller (rule S143). */
  readonly hasBoundary: boolean;
  /** The call goes, or may go, through a gateway endpoint (rule S33). */
  readonly throughGateway: boolean;
  /** Of the keys that tell more of the caller, those that are unknown; `undefined` where none is. */
  readonly unknown: UnknownFacts | undefined;
}

/** Which keys that tell more of a caller are unknown. */
export interface UnknownFacts {
  /** `aws:PrincipalArn`, which has a session's role with its path. */
  readonly principalArn: boolean;
  /** `aws:userid`. */
  readonly userId: boolean;
}

/** How `NotPrincipal` in a Deny exempts: the whole chain must be listed, or any match will do (rule S142). */
export type NotPrincipalMode = 'strict' | 'lenient';

/** `Principal` or `NotPrincipal` of one statement, compiled. */
export interface PrincipalMatcher {
  /** The grades at which the element covers the caller; 0 if it does not. */
  grades(facts: CallerFacts): Grades;
  /** The element is `NotPrincipal`. */
  readonly negated: boolean;
  /** The element is `*` or lists it, and is not negated. */
  readonly namesEveryone: boolean;
  /** The element lists roles, so that it matters which role a session has (rule S135). */
  readonly namesRoles: boolean;
  /** The element lists unique ids (rule S133). */
  readonly namesUniqueIds: boolean;
}

/** Options of `compilePrincipalElement`. */
export interface PrincipalOptions {
  readonly deny: boolean;
  readonly notPrincipal: NotPrincipalMode;
}

type Names = ReadonlyMap<string, true>;

/** The entries of an element, sorted by what they can match. */
interface EntrySets {
  readonly everyone: boolean;
  readonly accounts: Names;
  readonly arns: Names;
  readonly uniqueIds: Names;
  readonly services: Names;
  readonly federated: Names;
  readonly canonicalUsers: Names;
}

/**
 * Compiles `Principal` or `NotPrincipal` (rules S127 to S144).
 *
 * @param element - the element as parsed.
 * @param options - the statement's effect and the reading of `NotPrincipal`.
 */
export function compilePrincipalElement(
  element: PrincipalElement,
  options: PrincipalOptions,
): PrincipalMatcher {
  const sets = sortEntries(element.entries);
  const names = {
    negated: element.negated,
    namesEveryone: sets.everyone && !element.negated,
    namesRoles: [...sets.arns.keys()].some((arn) => arn.includes(':role/')),
    namesUniqueIds: sets.uniqueIds.size > 0,
  };
  if (!element.negated) return { ...names, grades: (facts) => gradesOf(sets, facts) };
  if (!options.deny || options.notPrincipal === 'lenient') {
    return {
      ...names,
      grades: (facts) =>
        (options.deny && facts.hasBoundary) || gradesOf(sets, facts) === GRADE.none
          ? GRADE.direct
          : GRADE.none,
    };
  }
  return { ...names, grades: (facts) => (isExempt(sets, facts) ? GRADE.none : GRADE.direct) };
}

function sortEntries(entries: readonly PrincipalEntry[]): EntrySets {
  const accounts = new Map<string, true>();
  const arns = new Map<string, true>();
  const uniqueIds = new Map<string, true>();
  const services = new Map<string, true>();
  const federated = new Map<string, true>();
  const canonicalUsers = new Map<string, true>();
  let everyone = false;
  for (const { kind, value } of entries) {
    if (kind === 'Service') services.set(value, true);
    else if (kind === 'Federated') federated.set(value, true);
    else if (kind === 'CanonicalUser') canonicalUsers.set(value, true);
    else if (value === '*') everyone = true;
    else if (isAccountId(value)) accounts.set(value, true);
    else if (parseArn(value) === undefined) uniqueIds.set(value, true);
    else arns.set(value, true);
  }
  return { everyone, accounts, arns, uniqueIds, services, federated, canonicalUsers };
}

function gradesOf(sets: EntrySets, facts: CallerFacts): Grades {
  const { caller } = facts;
  switch (caller.kind) {
    case 'invalid':
    case 'anonymous':
      return sets.everyone ? GRADE.direct : GRADE.none;
    case 'service':
      return sets.everyone || sets.services.has(caller.name) ? GRADE.direct : GRADE.none;
    case 'federatedIdentity':
      return sets.everyone || sets.federated.has(caller.name) ? GRADE.direct : GRADE.none;
    case 'canonicalUser':
      return sets.everyone || sets.canonicalUsers.has(caller.name) ? GRADE.direct : GRADE.none;
    case 'root':
      return sets.everyone || namesAccount(sets, caller) ? GRADE.direct : GRADE.none;
    default:
      return gradesOfIamCaller(sets, facts);
  }
}

function gradesOfIamCaller(sets: EntrySets, facts: CallerFacts): Grades {
  const { caller, roleArn } = facts;
  let grades: Grades = GRADE.none;
  // A role that is named by itself, without a session, is worth what its sessions get (rule S134).
  const own = caller.kind === 'role' ? GRADE.role : GRADE.direct;
  if (sets.everyone) grades |= GRADE.direct;
  if (sets.arns.has(caller.name)) grades |= own;
  if (roleArn !== undefined && sets.arns.has(roleArn)) grades |= GRADE.role;
  if (caller.userArn !== undefined && sets.arns.has(caller.userArn)) grades |= GRADE.user;
  if (namesAccount(sets, caller)) grades |= GRADE.account;
  if (namesUniqueId(sets, facts)) {
    grades |= caller.kind === 'user' ? GRADE.direct : GRADE.role;
  }
  return grades;
}

function namesAccount(sets: EntrySets, caller: Caller): boolean {
  return caller.account !== '' && (sets.accounts.has(caller.account) || sets.arns.has(caller.accountArn));
}

/** A deleted and recreated namesake has another unique id, so the ids must be equal (rule S133). */
function namesUniqueId({ uniqueIds }: EntrySets, { userId }: CallerFacts): boolean {
  return uniqueIds.size > 0 && userId !== undefined && uniqueIds.has(userId.split(':', 1)[0] ?? userId);
}

/** Strict `NotPrincipal`: the caller and each of its parents must be listed, and no boundary set (S142, S143). */
function isExempt(sets: EntrySets, facts: CallerFacts): boolean {
  const { caller, roleArn } = facts;
  if (facts.hasBoundary) return false;
  if (sets.everyone) return true;
  const named = sets.arns.has(caller.name) || namesUniqueId(sets, facts);
  switch (caller.kind) {
    case 'user':
    case 'federatedSession':
      return named && namesAccount(sets, caller);
    case 'role': // It stands for its sessions, of which none is listed.
      return false;
    case 'roleSession':
      return (
        sets.arns.has(caller.name) &&
        ((roleArn !== undefined && sets.arns.has(roleArn)) || namesUniqueId(sets, facts)) &&
        namesAccount(sets, caller)
      );
    default:
      return gradesOf(sets, facts) !== GRADE.none;
  }
}
