import { patternOfParts, type FamilyPattern } from '@policywright/arn/family';
import type { RequestContext } from '@policywright/conditions';
import { deriveContext, type Principal } from '@policywright/evaluator';
import type { Caller } from '@policywright/evaluator/engine';
import type { ValuesOfKey } from '../cells/cell.ts';

/** The keys that follow from the caller alone, so that no witness contradicts itself. */
export function keysOfCaller(principal: Principal): RequestContext {
  const derived = deriveContext({ principal, action: '', resource: '*' });
  const follows = (key: string): boolean => /^aws:(?:principal|username$|userid$)/i.test(key);
  return Object.fromEntries(Object.entries(derived).filter(([key]) => follows(key)));
}

/** The keys that a caller's ARN or name tells, and the account of the resource, as requests spell them. */
export const SPELLINGS: readonly string[] = [
  'aws:PrincipalArn',
  'aws:PrincipalAccount',
  'aws:PrincipalType',
  'aws:PrincipalIsAWSService',
  'aws:PrincipalServiceName',
  'aws:PrincipalServiceNamesList',
  'aws:username',
  'aws:userid',
  'aws:ResourceAccount',
];

/** The keys that a caller's ARN or name tells, in lower case. */
export const FOLLOWING_KEYS: ReadonlySet<string> = new Set(
  SPELLINGS.filter((key) => key !== 'aws:ResourceAccount').map((key) => key.toLowerCase()),
);

/** Who asks. */
export interface Asker {
  readonly caller: Caller;
  /** It stands for whoever is like it, whatever the name. */
  readonly isStranger: boolean;
}

/** Keys that no request without credentials has (rule S140), by their beginnings. */
const OF_CREDENTIALS = /^aws:principal(?:arn$|orgid$|orgpaths$|isawsservice$|tag\/)/;

/**
 * What is known of a key that hangs on the caller, where it is not the same in all requests; `undefined` where nothing is.
 *
 * Source: "AWS global condition context keys", "IAM policy elements: Variables and tags"; rules S136, S137 and S140.
 *
 * @param asker - who asks, and whether it stands for whoever is like it.
 * @param key - in lower case.
 */
export function factsOfKey({ caller, isStranger }: Asker, key: string): ValuesOfKey | undefined {
  const { kind, account } = caller;
  const isIam = account !== '';
  switch (key) {
    case 'aws:username':
      return kind === 'user' ? { ...ALWAYS, texts: [NAME], not: [pattern()] } : NEVER;
    case 'aws:principalservicename':
      return kind === 'service' ? ALWAYS : NEVER;
    case 'aws:principalservicenameslist':
      return kind === 'service' ? { presence: 'always', values: 'several' } : NEVER;
    case 'aws:userid':
      return isIam ? factsOfUserId(caller, isStranger) : undefined;
    case 'kms:calleraccount':
      return isIam ? { ...SOMETIMES, texts: [patternOfParts([{ text: account }])] } : undefined;
    default:
      if (isIam && FOLLOWING_KEYS.has(key)) return ALWAYS;
      return kind === 'anonymous' && OF_CREDENTIALS.test(key) ? NEVER : undefined;
  }
}

function factsOfUserId({ kind, account, name }: Caller, isStranger: boolean): ValuesOfKey {
  switch (kind) {
    case 'user':
      return { ...SOMETIMES, texts: [UNIQUE_ID] };
    case 'federatedSession':
      return {
        ...ALWAYS,
        texts: [pattern(codesOf(`${account}:`), NAME.codes)],
        not: [pattern(codesOf(`${account}:`))],
      };
    case 'role':
    case 'roleSession': {
      const session = isStranger ? NAME.codes : codesOf(name.slice(name.lastIndexOf('/') + 1));
      const not = isStranger ? [pattern(UNIQUE_ID.codes, codesOf(':'))] : [];
      return { ...SOMETIMES, texts: [pattern(UNIQUE_ID.codes, codesOf(':'), session)], not };
    }
    default:
      return ALWAYS;
  }
}

const ALWAYS: ValuesOfKey = { presence: 'always', values: 'single' };
const SOMETIMES: ValuesOfKey = { presence: 'sometimes', values: 'single' };
const NEVER: ValuesOfKey = { presence: 'never', values: 'single' };
/** A name without path. */
const NAME: FamilyPattern = patternOfParts([{ run: 'noSeparator' }]);
/** The ids of users begin with `AIDA`, those of roles with `AROA`, and both are of letters and digits. */
const UNIQUE_ID: FamilyPattern = patternOfParts([{ text: 'A' }, { run: 'noSeparator' }]);

function pattern(...codes: readonly ArrayLike<number>[]): FamilyPattern {
  return { codes: Int32Array.from(codes.flatMap((list) => Array.from(list))) };
}

function codesOf(text: string): readonly number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0));
}
