import { groupCells, patternOfParts, type FamilyPattern, type PatternGroup } from '@policywright/arn/family';
import type { Principal } from '@policywright/evaluator';
import { BudgetSpent, type Budget } from '../model/budget.ts';
import type { CallerConditions } from './callerConditions.ts';
import type { NamedCallers } from './namedCallers.ts';

/** What strangers are made of. */
export interface StrangersAsked {
  readonly named: NamedCallers;
  readonly conditions: CallerConditions;
  /** SCPs or RCPs are in play, which do not bind service-linked roles. */
  readonly hasOrganization: boolean;
  readonly budget: Budget;
}

/** Kinds of callers that belong to an account and have names. */
export type NamedKind = 'user' | 'roleSession' | 'federatedSession';

/** The name of those whom no policy names, and of their sessions. */
export const STRANGER = 'someone';
/** The session of a role of which no session is named. */
export const SESSION = 'session';

/** Makes callers that no policy names, one for each way in which conditions on their ARN or name come out. */
export class Strangers {
  readonly #asked: StrangersAsked;
  readonly #groups: readonly PatternGroup[];
  /** Patterns of `aws:PrincipalServiceName`. */
  readonly #serviceGroups: readonly PatternGroup[];
  readonly #known: Map<string, readonly string[]> = new Map();
  readonly #arnValues: readonly string[];

  constructor(asked: StrangersAsked) {
    this.#asked = asked;
    this.#groups = groupsOf('aws:principalarn', asked.conditions);
    this.#serviceGroups = groupsOf('aws:principalservicename', asked.conditions);
    this.#arnValues = asked.conditions.conditions
      .filter(({ key }) => key === 'aws:principalarn')
      .flatMap(({ values }) => values);
  }

  /**
   * The ARNs that `aws:PrincipalArn` has for strangers of a kind in an account: for a session that of its role.
   *
   * @param kind - of callers.
   * @param account - whose they are.
   * @param partition - of the account.
   */
  arns(kind: NamedKind, account: string, partition: string): readonly string[] {
    const { named, conditions } = this.#asked;
    const start = startOf(kind, account, partition);
    const wish = freshText(`${start}${STRANGER}`, namedOf(kind, named));
    const linked = kind === 'roleSession' && this.#asked.hasOrganization ? [`${start}${LINKED}`] : [];
    if (conditions.hanging.has('aws:principalarn') || this.#groups.length === 0)
      return [wish, ...linked.map((one) => one + LINKED_NAME)];
    // To patterns all accounts are alike that they do not have in them.
    const likeness = this.#isInPatterns(account) ? account : '';
    const key = `${kind} ${partition} ${likeness}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known.map((text) => withAccount(text, account));
    const run = kind === 'federatedSession' ? ('noSeparator' as const) : ('noColon' as const);
    const ends = [
      patternOfParts([{ text: start }]),
      patternOfParts([{ text: start }, { run }, { text: '/' }]),
      ...[...namedOf(kind, named)]
        .filter((arn) => arn.startsWith(start))
        .map((text) => patternOfParts([{ text }])),
    ];
    const ofLinked = linked.map((text) => patternOfParts([{ text }, { run }]));
    const plain = this.#cells(
      this.#groups,
      [patternOfParts([{ text: start }, { run }])],
      [...ends, ...ofLinked],
    );
    const roles = linked.flatMap((text) =>
      this.#cells(
        this.#groups,
        [patternOfParts([{ text: `${text}x.amazonaws.com/AWSServiceRoleFor` }, { run: 'noSeparator' }])],
        ends,
      ),
    );
    const found = [wish, ...plain, ...linked.map((one) => one + LINKED_NAME), ...roles];
    this.#known.set(key, found);
    return found;
  }

  /**
   * The ARNs that the role of a session may have whose own ARN tells the name alone (rule S135).
   *
   * @param name - of the role.
   * @param account - whose it is.
   * @param partition - of the account.
   */
  rolesOfName(name: string, account: string, partition: string): readonly string[] {
    const { named, conditions } = this.#asked;
    const start = startOf('roleSession', account, partition);
    const own = [...named.roles].filter((arn) => arn.startsWith(start) && arn.endsWith(`/${name}`));
    const wish = [`${start}${name}`, `${start}${STRANGER}/${name}`].filter((arn) => !named.roles.has(arn));
    if (conditions.hanging.has('aws:principalarn') || this.#groups.length === 0) return [...own, ...wish];
    const not = own.map((text) => patternOfParts([{ text }]));
    const universe = [
      patternOfParts([{ text: `${start}${name}` }]),
      patternOfParts([{ text: start }, { run: 'noColon' }, { text: `/${name}` }]),
    ];
    return [...own, ...wish, ...this.#cells(this.#groups, universe, not)];
  }

  /** The names of services that no policy names. */
  services(): readonly Principal[] {
    const { named, conditions } = this.#asked;
    const wish = freshText('other-service.amazonaws.com', named.services);
    const groups = this.#serviceGroups;
    if (groups.length === 0 || conditions.hanging.has('aws:principalservicename')) return [{ service: wish }];
    const not = [patternOfParts([]), ...[...named.services].map((text) => patternOfParts([{ text }]))];
    const found = this.#cells(groups, [patternOfParts([{ run: 'noSeparator' }])], not);
    return [wish, ...found].map((service) => ({ service }));
  }

  /** Whether conditions may take an account for another than those that nobody writes. */
  #isInPatterns(account: string): boolean {
    return this.#arnValues.some((value) => value.includes(account) || PART_OF_ACCOUNT.test(value));
  }

  #cells(
    groups: readonly PatternGroup[],
    universe: readonly FamilyPattern[],
    not: readonly FamilyPattern[],
  ): readonly string[] {
    const { budget } = this.#asked;
    const found = groupCells([...groups, { patterns: not }], { universe, steps: budget.rest });
    budget.take(found.steps);
    if (found.outcome === 'limit')
      throw new BudgetSpent({ code: 'pattern-family', about: 'aws:PrincipalArn' });
    return found.cells.filter((cell) => !cell.groups.includes(groups.length)).map(({ text }) => text);
  }
}

/** Digits beside a wildcard, where the account of an ARN may be. */
const PART_OF_ACCOUNT = /(?:\d[*?]|[*?]\d)[\d*?]*(?::|$)/;
/** The path of service-linked roles, and the name of one. */
const LINKED = 'aws-service-role/';
const LINKED_NAME = 'other.amazonaws.com/AWSServiceRoleForOther';

function groupsOf(key: string, { conditions }: CallerConditions): readonly PatternGroup[] {
  return conditions
    .filter((condition) => condition.key === key)
    .flatMap(({ description: { values } }) =>
      values.theory === 'text' ? [{ patterns: values.matches }, { patterns: values.readable ?? [] }] : [],
    );
}

function startOf(kind: NamedKind, account: string, partition: string): string {
  switch (kind) {
    case 'user':
      return `arn:${partition}:iam::${account}:user/`;
    case 'roleSession':
      return `arn:${partition}:iam::${account}:role/`;
    case 'federatedSession':
      return `arn:${partition}:sts::${account}:federated-user/`;
  }
}

function namedOf(kind: NamedKind, named: NamedCallers): ReadonlySet<string> {
  return kind === 'user' ? named.users : kind === 'roleSession' ? named.roles : named.federatedSessions;
}

function withAccount(arn: string, account: string): string {
  const fields = arn.split(':');
  return [...fields.slice(0, 4), account, ...fields.slice(5)].join(':');
}

/**
 * A text that is not among some others.
 *
 * @param wish - the text, where it is free.
 * @param taken - the others.
 */
export function freshText(wish: string, taken: ReadonlySet<string>): string {
  let text = wish;
  for (let number = 2; taken.has(text); number++) text = `${wish}${number}`;
  return text;
}
