import type { ConditionOptions, KeyTable } from '@policywright/conditions';
import type { Principal } from '@policywright/evaluator';
import type { CompiledStatement } from '@policywright/evaluator/engine';
import type { Budget } from '../model/budget.ts';
import type { CallerClass, OwnPolicies } from './caller.ts';
import { callerConditions } from './callerConditions.ts';
import { Candidate, candidates } from './candidates.ts';
import { freshAccounts } from './freshAccounts.ts';
import { namedCallers, type NamedCallers } from './namedCallers.ts';
import { resourceAccounts } from './resourceAccounts.ts';
import { distinctIds, Signatures } from './signatures.ts';
import { Strangers } from './strangers.ts';

/** What the classes of callers are made of. */
export interface CallersAsked {
  /** Of all policies in play, compiled over one table. */
  readonly statements: readonly CompiledStatement[];
  readonly keys: KeyTable;
  readonly conditions: ConditionOptions | undefined;
  /** The account that owns the resources, if it is known. */
  readonly resourceAccount: string | undefined;
  /** Policies of one principal are in play, so that only those count who can have such. */
  readonly holdersOnly: boolean;
  /** What the caller's own policies say is left open. */
  readonly ownIsOpen: boolean;
  /** SCPs or RCPs are in play. */
  readonly hasOrganization: boolean;
  /** The only caller, if there is one. */
  readonly only?: Principal | undefined;
  /** Who counts; left out, everybody. */
  readonly admits?: ((candidate: Candidate, resourceAccount: string) => boolean) | undefined;
  readonly budget: Budget;
}

/** The classes, and whether there may be others. */
export interface CallerClasses {
  readonly classes: readonly CallerClass[];
  /** Conditions take accounts in more ways than are told apart. */
  readonly isOpen: boolean;
  /** The accounts of resources were read from ARNs, so that ARNs of others are of no interest. */
  readonly ownersAreRead: boolean;
  readonly named: NamedCallers;
  /** Keys that conditions and policy variables read, in lower case. */
  readonly inPlay: ReadonlySet<string>;
}

/**
 * Divides all callers by what policies make of them: everyone who is named, strangers of each kind in each named account, in
 * that of the resource and in fresh ones, and callers of no account.
 *
 * Callers are of one class when each `Principal` covers them alike, conditions on keys that follow from the caller come out
 * alike, and the resource is of their account or not.
 *
 * @param asked - the policies.
 */
export function callerClasses(asked: CallersAsked): CallerClasses {
  const { statements, keys, budget } = asked;
  const named = namedCallers(statements);
  const owners = resourceAccounts(statements, { named: named.accounts, given: asked.resourceAccount });
  const fresh = freshAccounts(statements, new Set([...named.accounts, ...owners.accounts]));
  const conditions = callerConditions(statements, keys, asked.conditions);
  const strangers = new Strangers({ named, conditions, hasOrganization: asked.hasOrganization, budget });
  const signatures = new Signatures(statements, conditions, budget);
  const classes = new Map<string, CallerClass & { readonly alike: Principal[] }>();
  const all =
    asked.only === undefined
      ? candidates({
          named,
          strangers,
          fresh: fresh.accounts,
          owners: owners.accounts,
          uniqueIds: distinctIds(named.uniqueIds, statements, conditions.inPlay.has('aws:userid')),
          hanging: conditions.hanging,
        })
      : [new Candidate({ principal: asked.only }, conditions.hanging)];
  for (const candidate of all) {
    if (asked.holdersOnly && asked.only === undefined && !HOLDERS.has(candidate.kind)) continue;
    const signature = signatures.of(candidate);
    for (const resourceAccount of ownersFor(candidate, owners)) {
      if (asked.admits?.(candidate, resourceAccount) === false) continue;
      for (const own of ownPolicies(candidate, resourceAccount, asked.ownIsOpen)) {
        const isSame = candidate.account !== '' && candidate.account === resourceAccount;
        const owner =
          conditions.inPlay.has('aws:resourceaccount') || owners.accounts.length > 1 ? resourceAccount : '';
        const key = `${signature} ${own} ${isSame} ${owner}`;
        const known = classes.get(key);
        if (known !== undefined) {
          known.alike.push(candidate.principal);
          continue;
        }
        budget.take(1);
        classes.set(key, { ...candidate.parts(), resourceAccount, own, alike: [candidate.principal] });
      }
    }
  }
  return {
    classes: [...classes.values()],
    isOpen: fresh.isOpen,
    ownersAreRead: owners.areRead,
    named,
    inPlay: conditions.inPlay,
  };
}

/** Those who can have identity-based policies, boundaries and session policies; a role itself calls only where it is given. */
const HOLDERS: ReadonlySet<CallerClass['kind']> = new Set([
  'user',
  'role',
  'roleSession',
  'federatedSession',
]);

/** Whose the resource may be: where nothing tells, also a named account's own. */
function ownersFor(
  { account, isFresh }: Candidate,
  { accounts, areKnown }: { readonly accounts: readonly string[]; readonly areKnown: boolean },
): readonly string[] {
  return areKnown || account === '' || isFresh || accounts.includes(account)
    ? accounts
    : [...accounts, account];
}

/** From another account nobody comes without policies of its own. */
function ownPolicies(
  { kind, account }: Candidate,
  resourceAccount: string,
  isOpen: boolean,
): readonly OwnPolicies[] {
  if (!isOpen) return ['given'];
  if (!HOLDERS.has(kind)) return ['silent'];
  return account === resourceAccount ? ['silent', 'allow'] : ['allow'];
}
