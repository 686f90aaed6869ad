import { parseArn } from '@policywright/arn';
import { getAction, services } from '@policywright/catalog';
import { expect, test } from 'vitest';
import * as alphabet from './alphabet.ts';
import { ABBREVIATED_RESOURCES, ACCESS_POINTS, BEHIND } from './serviceTargets.ts';

const LISTS: readonly (readonly [string, readonly string[]])[] = [
  ...Object.entries<unknown>({ ...alphabet, ABBREVIATED_RESOURCES, ACCESS_POINTS, BEHIND }).filter(
    (entry): entry is [string, readonly string[]] =>
      Array.isArray(entry[1]) && entry[1].every((one) => typeof one === 'string'),
  ),
  ...Object.entries(alphabet.KEYS),
];
/** Lists of targets name an action for each of its resources. */
const REPEATING = ['ACTIONS', 'RESOURCES'];
/** The empty text is a value to be compared, and a way to fill a star. */
const WITH_EMPTY = 'FILLINGS STRINGS NUMBERS DATES BOOLS BINARIES ADDRESSES ARNS ODD_VALUES'.split(' ');

test('there are lists of every kind', () => {
  expect(LISTS.length).toBeGreaterThan(25);
});

test.each(LISTS)('%s has each of its texts once, and the empty one only as a value', (name, list) => {
  expect(list.length).toBeGreaterThan(0);
  if (!REPEATING.includes(name)) expect([...new Set(list)]).toEqual(list);
  expect(list.includes('')).toBe(WITH_EMPTY.includes(name));
});

test('no action is paired with a resource twice', () => {
  const pairs = alphabet.TARGETS.map((target) => target.join(' '));
  expect([...new Set(pairs)]).toEqual(pairs);
});

test.each(alphabet.TARGETS)(
  '%s is an action, on %s of one of its types, or on everything',
  (name, resource) => {
    const action = getAction(name);
    expect(action?.fullName).toBe(name);
    const [, , service = '', , account = ''] = resource.split(':');
    if (resource === '*') return;
    expect(parseArn(resource)).toBeDefined();
    expect(services().some(({ prefix }) => prefix === service)).toBe(true);
    expect(['', 'aws', ...alphabet.ACCOUNTS]).toContain(account);
  },
);

const CALLER_FORMS: Readonly<Record<string, RegExp>> = {
  user: /^arn:aws(?:-cn)?:iam::\d{12}:user\/[\w/]+$/,
  role: /^arn:aws:iam::\d{12}:role\/[\w./-]+$/,
  roleSession: /^arn:aws:sts::\d{12}:assumed-role\/\w+\/\w+$/,
  federatedSession: /^arn:aws:sts::\d{12}:federated-user\/\w+$/,
  root: /^arn:aws:iam::\d{12}:root$/,
  anonymous: /^anonymous$/,
};

test('callers are of every kind, of both accounts, in two partitions, and strangers', () => {
  const formsOf = (caller: string): readonly string[] =>
    Object.keys(CALLER_FORMS).filter((form) => CALLER_FORMS[form]?.test(caller));
  expect(alphabet.CALLERS.filter((caller) => formsOf(caller).length !== 1)).toEqual([]);
  expect(new Set(alphabet.CALLERS.flatMap(formsOf))).toEqual(new Set(Object.keys(CALLER_FORMS)));
  for (const account of alphabet.ACCOUNTS)
    expect(alphabet.CALLERS.filter((caller) => caller.includes(account)).length).toBeGreaterThan(2);
  expect(alphabet.CALLERS.some((caller) => caller.startsWith('arn:aws-cn:'))).toBe(true);
  expect(alphabet.OUTSIDERS.map((outsider) => Object.keys(outsider).join())).toEqual([
    'service',
    'service',
    'federated',
    'federated',
    'canonicalUser',
  ]);
  expect(alphabet.CANONICAL_USERS.every((id) => /^[0-9a-f]{64}$/.test(id))).toBe(true);
});

test('a chain that exempts a caller is of distinct principals, some of it missing in others', () => {
  const chains = alphabet.CHAINS.map((chain) => [...chain]);
  for (const chain of chains) {
    expect(chain.length).toBeGreaterThan(1);
    expect(new Set(chain).size).toBe(chain.length);
    for (const one of chain) expect(one).toMatch(/^(?:arn:aws:(?:iam|sts)::\d{12}:.+|\d{12})$/);
  }
  expect(new Set(chains.map(String)).size).toBe(chains.length);
});

test('each kind of value has values in requests and in policies', () => {
  for (const kind of Object.keys(alphabet.KEYS) as alphabet.ValueKind[]) {
    expect([kind, alphabet.REQUEST_VALUES[kind].length > 3]).toEqual([kind, true]);
    expect([kind, alphabet.POLICY_VALUES[kind].length > 3]).toEqual([kind, true]);
  }
});
