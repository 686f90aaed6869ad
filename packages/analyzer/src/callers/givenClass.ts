import { patternOfParts, type FamilyPattern } from '@policywright/arn/family';
import type { RequestContext } from '@policywright/conditions';
import type { Request } from '@policywright/evaluator';
import { readCaller } from '@policywright/evaluator/engine';
import type { ValuesOfKey } from '../cells/cell.ts';
import type { ExcludedValues } from '../model/excludedValues.ts';
import type { GivenParts } from '../model/given.ts';
import type { CallerClass } from './caller.ts';
import { sessionOf } from './candidates.ts';
import { factsOfKey, keysOfCaller } from './keysOfCaller.ts';
import type { NamedCallers } from './namedCallers.ts';

/** What there is beside the caller. */
export interface GivenBeside {
  /** ARNs of resources name no account but the owner's. */
  readonly ownersAreRead: boolean;
  readonly excluded: ExcludedValues;
  /** Whom policies name, so that strangers have other names. */
  readonly named: NamedCallers;
  /** Keys that conditions and policy variables read, in lower case. */
  readonly inPlay: ReadonlySet<string>;
  /** Keys that have these values in all requests. */
  readonly context: RequestContext;
}

/** What is the same in all requests of a class of callers. */
export function givenClass(callers: CallerClass, beside: GivenBeside): GivenParts {
  const { principal, resourceAccount, isStranger } = callers;
  const caller = readCaller(principal);
  const owner = beside.inPlay.has('aws:resourceaccount') ? { 'aws:ResourceAccount': resourceAccount } : {};
  return {
    principal,
    isAnyone: false,
    resourceAccount,
    context: { ...owner, ...callers.context, ...beside.context },
    callers: {
      open: callers.open,
      owner: beside.ownersAreRead ? resourceAccount : undefined,
      factsOf: (key) => {
        const facts = factsOfKey({ caller, isStranger }, key);
        return facts === undefined || !isStranger ? facts : otherThanNamed(key, facts, { callers, beside });
      },
      excluded: beside.excluded,
      callerOf: (context) => callerOf(callers, context),
    },
  };
}

/** The same facts without the names of those whom policies name. */
function otherThanNamed(
  key: string,
  facts: ValuesOfKey,
  { callers, beside }: { readonly callers: CallerClass; readonly beside: GivenBeside },
): ValuesOfKey {
  const { named } = beside;
  const literal = (text: string): FamilyPattern => patternOfParts([{ text }]);
  if (key === 'aws:username')
    return {
      ...facts,
      not: [
        ...(facts.not ?? []),
        ...[...named.users].map((arn) => literal(arn.slice(arn.lastIndexOf('/') + 1))),
      ],
    };
  if (key === 'aws:userid') {
    const id = callers.context['aws:userid'];
    // The class of a unique id has that; all others have none that is named.
    const own =
      typeof id === 'string' && callers.kind !== 'federatedSession' ? id.split(':', 1)[0] : undefined;
    if (own !== undefined) return { presence: 'always', values: 'single', texts: ofId(own, facts) };
    return {
      ...facts,
      not: [...(facts.not ?? []), ...[...named.uniqueIds].flatMap((one) => ofId(one, facts))],
    };
  }
  if (key === 'aws:principalarn' && callers.kind !== 'root') {
    const arn = String(callers.context['aws:PrincipalArn'] ?? '');
    const start = arn.slice(0, arn.indexOf('/') + 1);
    const taken = [...named.users, ...named.roles, ...named.federatedSessions].filter((one) =>
      one.startsWith(start),
    );
    return {
      ...facts,
      texts: [patternOfParts([{ text: start }, { run: 'noColon' }])],
      not: [
        literal(start),
        patternOfParts([{ text: start }, { run: 'noColon' }, { text: '/' }]),
        ...taken.map(literal),
      ],
    };
  }
  return facts;
}

/** A unique id, alone or with the name of a session behind it. */
function ofId(id: string, { texts = [] }: ValuesOfKey): readonly FamilyPattern[] {
  const hasSession = texts.some(({ codes }) => codes.includes(COLON));
  return [
    hasSession
      ? patternOfParts([{ text: `${id}:` }, { run: 'noSeparator' }])
      : patternOfParts([{ text: id }]),
  ];
}

const COLON = 58;

/** Keys that tell one stranger from another. */
const NAMING: readonly string[] = [
  'aws:PrincipalArn',
  'aws:username',
  'aws:userid',
  'aws:PrincipalServiceName',
];

/** The caller whose keys a context has, among those who are alike. */
function callerOf(
  callers: CallerClass,
  context: RequestContext,
): Pick<Request, 'principal' | 'context'> | undefined {
  const { kind, principal, isStranger, open } = callers;
  if (NAMING.every((key) => context[key] === callers.context[key])) return undefined;
  if (!isStranger || typeof principal !== 'string') return serviceOf(callers, context);
  const text = (key: string): string | undefined => {
    const value = context[key];
    return typeof value === 'string' ? value : undefined;
  };
  const arn = text('aws:PrincipalArn') ?? principal;
  const id = text('aws:userid');
  if (kind === 'roleSession') {
    const session = id?.slice(id.indexOf(':') + 1) ?? principal.slice(principal.lastIndexOf('/') + 1);
    if (!open.has('aws:principalarn') && id === undefined) return undefined;
    return { principal: sessionOf(arn, session), context };
  }
  const name = kind === 'user' ? text('aws:username') : id?.slice(id.indexOf(':') + 1);
  if (kind !== 'user' && kind !== 'federatedSession') return undefined;
  // Where the ARN itself is sought, it tells the name.
  const own =
    open.has('aws:principalarn') || name === undefined
      ? arn
      : `${arn.slice(0, arn.lastIndexOf('/') + 1)}${name}`;
  return { principal: own, context: { ...context, ...keysOfCaller(own) } };
}

/** A service tells all of its names. */
function serviceOf(
  { kind, isStranger }: CallerClass,
  context: RequestContext,
): Pick<Request, 'principal' | 'context'> | undefined {
  const name = context['aws:PrincipalServiceName'];
  if (kind !== 'service' || !isStranger || typeof name !== 'string') return undefined;
  const principal = { service: name };
  return { principal, context: { ...context, ...keysOfCaller(principal) } };
}
