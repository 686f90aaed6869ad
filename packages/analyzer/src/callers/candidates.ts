import type { RequestContext } from '@policywright/conditions';
import type { Principal } from '@policywright/evaluator';
import { readCaller, type Caller, type CallerKind } from '@policywright/evaluator/engine';
import type { CallerClass } from './caller.ts';
import { keysOfCaller } from './keysOfCaller.ts';
import type { NamedCallers } from './namedCallers.ts';
import { freshText, SESSION, type NamedKind, type Strangers } from './strangers.ts';

/** What candidates are made of. */
export interface CandidatesAsked {
  readonly named: NamedCallers;
  readonly strangers: Strangers;
  /** Accounts that no policy names. */
  readonly fresh: readonly string[];
  /** The accounts that the resources may be of. */
  readonly owners: readonly string[];
  /** One unique id for each way in which policies name some (rule S133). */
  readonly uniqueIds: readonly string[];
  /** Following keys that another part of the request hangs on, in lower case. */
  readonly hanging: ReadonlySet<string>;
}

/** With the name of sessions of which none is named. */
interface Asked extends CandidatesAsked {
  readonly session: string;
}

/** Keys that strangers may have otherwise than the one that stands for them, where another part of the request hangs on them. */
const VARYING: ReadonlySet<string> = new Set([
  'aws:principalarn',
  'aws:principalservicename',
  'aws:principalservicenameslist',
]);
/** Keys that strangers always may have otherwise. */
const FREE: ReadonlySet<string> = new Set(['aws:username', 'aws:userid']);

/**
 * Everyone who may make a difference: strangers first, those of whom least is known before others, then who is named.
 *
 * @param whom - whom the policies name.
 */
export function* candidates(whom: CandidatesAsked): Generator<Candidate> {
  const { named, strangers, fresh, owners } = whom;
  const sessions = new Set([...named.roleSessions].map((arn) => arn.slice(arn.lastIndexOf('/') + 1)));
  const asked = { ...whom, session: freshText(SESSION, sessions) };
  yield* ofName('anonymous', asked, true);
  for (const account of fresh) yield* ofAccount(account, asked, true);
  yield* ofName(
    { federated: freshText('arn:aws:iam::999900001111:saml-provider/other', named.providers) },
    asked,
    true,
  );
  for (const service of strangers.services()) yield* ofName(service, asked, true);
  yield* ofName({ canonicalUser: freshText('f'.repeat(64), named.canonicalUsers) }, asked, true);
  for (const account of new Set([...owners, ...named.accounts])) yield* ofAccount(account, asked, false);
  for (const user of named.users) {
    yield* ofIdentity({ principal: user, principalArn: user }, asked);
    const federated = federatedOf(user);
    if (!named.federatedSessions.has(federated)) yield* ofName(federated, asked, false);
  }
  for (const role of named.roles) yield* ofRole(role, asked);
  for (const session of named.roleSessions) yield* ofSession(session, asked);
  for (const session of named.federatedSessions) yield* ofName(session, asked, false);
  for (const service of named.services) yield* ofName({ service }, asked, false);
  for (const federated of named.providers) yield* ofName({ federated }, asked, false);
  for (const canonicalUser of named.canonicalUsers) yield* ofName({ canonicalUser }, asked, false);
}

/** Root and the strangers of an account, in each partition. */
function* ofAccount(account: string, asked: Asked, isFresh: boolean): Generator<Candidate> {
  for (const partition of asked.named.partitions) {
    for (const kind of KINDS) {
      for (const principalArn of asked.strangers.arns(kind, account, partition)) {
        const principal = kind === 'roleSession' ? sessionOf(principalArn, asked.session) : principalArn;
        yield* ofIdentity({ principal, principalArn, isFresh, isStranger: true }, asked);
      }
    }
    yield new Candidate(
      { principal: `arn:${partition}:iam::${account}:root`, isFresh, isStranger: isFresh },
      asked.hanging,
    );
  }
}

const KINDS: readonly NamedKind[] = ['user', 'roleSession', 'federatedSession'];

/** A role is used by its sessions. */
function* ofRole(role: string, asked: Asked): Generator<Candidate> {
  yield* ofIdentity({ principal: sessionOf(role, asked.session), principalArn: role }, asked);
}

/** The ARN of a session does not tell the path of its role. */
function* ofSession(session: string, asked: Asked): Generator<Candidate> {
  const { account, partition, roleArn = '' } = readCaller(session);
  const name = roleArn.slice(roleArn.indexOf('/') + 1);
  for (const principalArn of asked.strangers.rolesOfName(name, account, partition)) {
    yield* ofIdentity({ principal: session, principalArn }, asked);
  }
}

function* ofName(principal: Principal, asked: Asked, isStranger: boolean): Generator<Candidate> {
  yield new Candidate({ principal, isStranger, isFresh: isStranger }, asked.hanging);
}

/** A user or a session by itself, and as each unique id that policies name. */
function* ofIdentity(parts: Parts, asked: Asked): Generator<Candidate> {
  yield new Candidate(parts, asked.hanging);
  const { kind, name } = readCaller(parts.principal);
  if (kind !== 'user' && kind !== 'roleSession') return;
  for (const id of asked.uniqueIds) {
    if (id.startsWith(kind === 'user' ? 'AROA' : 'AIDA')) continue;
    const userId = kind === 'user' ? id : `${id}:${name.slice(name.lastIndexOf('/') + 1)}`;
    yield new Candidate({ ...parts, userId }, asked.hanging);
  }
}

/** What tells a candidate. */
interface Parts {
  readonly principal: Principal;
  /** What `aws:PrincipalArn` has, where the principal does not tell. */
  readonly principalArn?: string;
  readonly userId?: string;
  readonly isStranger?: boolean;
  readonly isFresh?: boolean;
}

/** A caller, as far as it alone goes. What its context has is made when it is asked for: most callers are like others. */
export class Candidate {
  readonly caller: Caller;
  readonly principal: Principal;
  readonly isStranger: boolean;
  readonly isFresh: boolean;
  /** What `aws:PrincipalArn` has of a user or a session. */
  readonly principalArn: string | undefined;
  /** The unique id, where policies name it. */
  readonly userId: string | undefined;
  readonly #hanging: ReadonlySet<string>;
  #context: RequestContext | undefined;

  /**
   * @param parts - who it is.
   * @param hanging - following keys that another part of the request hangs on, in lower case.
   */
  constructor(
    { principal, principalArn, userId, isStranger = false, isFresh = false }: Parts,
    hanging: ReadonlySet<string>,
  ) {
    this.caller = readCaller(principal);
    this.principal = principal;
    this.principalArn = principalArn;
    this.userId = userId;
    this.isStranger = isStranger;
    this.isFresh = isFresh;
    this.#hanging = hanging;
  }

  get kind(): CallerKind {
    return this.caller.kind;
  }

  get account(): string {
    return this.caller.account;
  }

  /** The keys that follow from it. */
  get context(): RequestContext {
    return (this.#context ??= {
      ...keysOfCaller(this.principal),
      ...(this.principalArn === undefined ? {} : { 'aws:PrincipalArn': this.principalArn }),
      ...(this.userId === undefined ? {} : { 'aws:userid': this.userId }),
    });
  }

  /** Those of them that others who are like it have otherwise. */
  get open(): ReadonlySet<string> {
    if (!this.isStranger) return NO_KEYS;
    const keys = Object.keys(this.context).map((key) => key.toLowerCase());
    return new Set(keys.filter((key) => FREE.has(key) || (VARYING.has(key) && this.#hanging.has(key))));
  }

  /** What a class has of it. */
  parts(): Omit<CallerClass, 'resourceAccount' | 'own' | 'alike'> {
    const { kind, principal, account, isStranger, isFresh, context, open } = this;
    return { kind, principal, account, isStranger, isFresh, context, open };
  }
}

const NO_KEYS: ReadonlySet<string> = new Set();

/** The session of a role, whose ARN lacks the path (rule S135). */
export function sessionOf(roleArn: string, session: string): string {
  const [, partition = '', , , account = '', ...rest] = roleArn.split(':');
  const role = rest.join(':');
  return `arn:${partition}:sts::${account}:assumed-role/${role.slice(role.lastIndexOf('/') + 1)}/${session}`;
}

/** The federated session of the name of a user. */
function federatedOf(userArn: string): string {
  return userArn.replace(':iam:', ':sts:').replace(':user/', ':federated-user/');
}
