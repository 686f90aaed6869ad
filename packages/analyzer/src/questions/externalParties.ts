import type { Principal, StatementRef } from '@policywright/evaluator';
import type { ExternalAccess } from './externalAccess.ts';

/** Who is let in from outside, in the words of a policy. */
export type OutsideParty =
  /** Callers of any account, or without credentials. */
  | { readonly kind: 'everyone' }
  /** Anybody of an account. */
  | { readonly kind: 'account'; readonly account: string }
  /** Users, roles and sessions of an account, by ARN. */
  | { readonly kind: 'principals'; readonly account: string; readonly principals: readonly string[] }
  /** Identities of a provider of OpenID Connect or SAML; `*` for any. */
  | { readonly kind: 'provider'; readonly provider: string }
  | { readonly kind: 'canonicalUser'; readonly id: string }
  /** An AWS service; `*` for any. */
  | { readonly kind: 'service'; readonly service: string };

/** A party that a statement lets in, and requests of it that are allowed. */
export interface PartyAccess {
  readonly party: OutsideParty;
  readonly statement: StatementRef;
  /** Whoever of it is let in, of each kind one. */
  readonly access: readonly ExternalAccess[];
}

/**
 * Puts the callers together that policies let in: those of one account, and all those of any.
 *
 * @param access - by statement and kind of caller, as `externalAccess` tells it.
 * @returns each party with a statement that lets it in, those that are part of another one left out.
 */
export function externalParties(access: readonly ExternalAccess[]): readonly PartyAccess[] {
  const found = new Map<string, { party: OutsideParty; access: ExternalAccess[] }>();
  for (const one of access) {
    for (const party of partiesOf(one)) {
      const key = `${one.statement.ref} ${JSON.stringify(party.kind === 'principals' ? { ...party, principals: [] } : party)}`;
      const known = found.get(key);
      if (known === undefined) found.set(key, { party, access: [one] });
      else {
        known.access.push(one);
        if (party.kind === 'principals' && known.party.kind === 'principals')
          known.party = {
            ...party,
            principals: [...new Set([...known.party.principals, ...party.principals])],
          };
      }
    }
  }
  const parties = [...found.values()].flatMap(({ party, access: own }): readonly PartyAccess[] => {
    const [first] = own;
    return first === undefined ? [] : [{ party: asNamed(party), statement: first.statement, access: own }];
  });
  return parties.filter(({ party, statement }) => !isPartOfAnother(party, statement, parties));
}

/** Whoever names a user names the federated sessions of its name, too (rule S150). */
function asNamed(party: OutsideParty): OutsideParty {
  if (party.kind !== 'principals') return party;
  const named = new Set(party.principals);
  const userOf = (arn: string): string => arn.replace(':sts:', ':iam:').replace(':federated-user/', ':user/');
  const principals = party.principals.filter(
    (arn) => !arn.includes(':federated-user/') || !named.has(userOf(arn)),
  );
  return { ...party, principals };
}

function partiesOf({ callers }: ExternalAccess): readonly OutsideParty[] {
  const { kind, account, isAnyone, principals } = callers;
  switch (kind) {
    case 'service':
      return isAnyone
        ? [{ kind: 'service', service: '*' }]
        : named(principals, 'service').map((service) => ({ kind: 'service', service }));
    case 'federatedIdentity':
      return isAnyone
        ? [{ kind: 'provider', provider: '*' }]
        : named(principals, 'federated').map((provider) => ({ kind: 'provider', provider }));
    case 'canonicalUser':
      return isAnyone
        ? [{ kind: 'canonicalUser', id: '*' }]
        : named(principals, 'canonicalUser').map((id) => ({ kind: 'canonicalUser', id }));
    default:
      if (account === '') return [{ kind: 'everyone' }];
      if (isAnyone) return [{ kind: 'account', account }];
      return [
        { kind: 'principals', account, principals: principals.filter((one) => typeof one === 'string') },
      ];
  }
}

function named(principals: readonly Principal[], member: string): readonly string[] {
  return principals.flatMap((principal) =>
    typeof principal === 'object' && member in principal
      ? Object.values(principal).filter((value): value is string => typeof value === 'string')
      : [],
  );
}

/** Everyone has strangers of each kind among them; all of an account, its root user. */
function isPartOfAnother(
  party: OutsideParty,
  { ref }: StatementRef,
  parties: readonly PartyAccess[],
): boolean {
  const beside = parties.filter(({ statement }) => statement.ref === ref).map((one) => one.party);
  switch (party.kind) {
    case 'service':
      return party.service === '*' && beside.some(({ kind }) => kind === 'everyone');
    case 'provider':
      return party.provider === '*' && beside.some(({ kind }) => kind === 'everyone');
    case 'canonicalUser':
      return party.id === '*' && beside.some(({ kind }) => kind === 'everyone');
    case 'principals':
      return (
        party.principals.every((arn) => arn.endsWith(':root')) &&
        beside.some((one) => one.kind === 'account' && one.account === party.account)
      );
    case 'everyone':
    case 'account':
      return false;
  }
}
