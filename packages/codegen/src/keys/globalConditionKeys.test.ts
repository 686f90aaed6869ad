import { globalConditionKeys } from '@policywright/catalog';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { RUNTIME_SOURCE } from '../emit/runtimeSource.gen.ts';
import { aws } from '../runtime/awsKeys.ts';
import { GLOBAL_CONDITION_KEYS } from './globalConditionKeys.ts';

/** The lists of the runtime module's global keys by member, with tags spelt as in the catalog's templates. */
const lists = new Map<string, readonly string[]>();
for (const statement of ts.createSourceFile('runtime.ts', RUNTIME_SOURCE, ts.ScriptTarget.ES2022)
  .statements) {
  if (!ts.isInterfaceDeclaration(statement) || statement.name.text !== 'GlobalFacts') continue;
  for (const member of statement.members) {
    if (!ts.isPropertySignature(member) || !ts.isIdentifier(member.name)) continue;
    if (member.type === undefined || !ts.isLiteralTypeNode(member.type)) continue;
    const { literal } = member.type;
    if (!ts.isStringLiteralLike(literal)) continue;
    const items = literal.text.matchAll(/<([^>]*)>/g);
    lists.set(
      member.name.text,
      [...items].map(([, item = '']) => item.replace('*', '${TagKey}')),
    );
  }
}
const TYPES = [
  ['string', 'String'],
  ['arn', 'ARN'],
  ['bool', 'Bool'],
  ['numeric', 'Numeric'],
  ['date', 'Date'],
  ['ipAddress', 'IPAddress'],
] as const;

const table = (matches: (key: (typeof GLOBAL_CONDITION_KEYS)[number]) => boolean): readonly string[] =>
  GLOBAL_CONDITION_KEYS.filter(matches).map(({ name }) => name);

describe('the global condition keys', () => {
  test.each(TYPES)('%s of the runtime module is the table of type %s', (member, type) => {
    expect(lists.get(member)).toEqual(table((key) => key.type === type));
  });

  test('have each a list of their type', () => {
    const listed = TYPES.flatMap(([member]) => lists.get(member) ?? []);
    expect(listed.toSorted()).toEqual(table(() => true));
  });

  test('with several values are marked, beside the tag keys', () => {
    expect(lists.get('multivalued')).toEqual([...table(({ multivalued }) => multivalued), 'aws:TagKeys']);
  });

  test('are each a property of `aws`, beside the tag keys that services share, if they are not of a service', () => {
    const texts = Object.values(aws).map((key) => (typeof key === 'string' ? key : key('${TagKey}')));
    const shared = ['aws:RequestTag/${TagKey}', 'aws:ResourceTag/${TagKey}', 'aws:TagKeys'];
    expect(new Set(texts)).toEqual(new Set([...table(({ name }) => name.startsWith('aws:')), ...shared]));
  });

  test('are those of the catalog but for the tag keys, and the time twice', () => {
    const names = GLOBAL_CONDITION_KEYS.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual(['aws:EpochTime']);
    const others = globalConditionKeys.map(({ name }) => name).filter((name) => !names.includes(name));
    expect(others.toSorted()).toEqual([
      'aws:RequestTag/${TagKey}',
      'aws:ResourceTag/${TagKey}',
      'aws:TagKeys',
    ]);
  });
});
