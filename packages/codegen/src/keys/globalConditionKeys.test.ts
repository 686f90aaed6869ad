import { globalConditionKeys } from '@policywright/catalog';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { RUNTIME_SOURCE } from '../emit/runtimeSource.gen.ts';
import { aws } from '../runtime/awsKeys.ts';
import { GLOBAL_CONDITION_KEYS } from './globalConditionKeys.ts';

/** The members of each union type of the runtime module, with `string` spelt as in the catalog's templates. */
const unions = new Map<string, readonly string[]>();
for (const statement of ts.createSourceFile('runtime.ts', RUNTIME_SOURCE, ts.ScriptTarget.ES2022)
  .statements) {
  if (!ts.isTypeAliasDeclaration(statement)) continue;
  const members = ts.isUnionTypeNode(statement.type) ? statement.type.types : [statement.type];
  const texts = members.flatMap((member) => {
    if (ts.isLiteralTypeNode(member) && ts.isStringLiteral(member.literal)) return [member.literal.text];
    return ts.isTemplateLiteralTypeNode(member) ? [`${member.head.text}\${TagKey}`] : [];
  });
  unions.set(statement.name.text, texts);
}

const table = (matches: (key: (typeof GLOBAL_CONDITION_KEYS)[number]) => boolean): readonly string[] =>
  GLOBAL_CONDITION_KEYS.filter(matches).map(({ name }) => name);

describe('the global condition keys', () => {
  test.each([
    ['GlobalStringKey', 'String', false],
    ['GlobalStringsKey', 'String', true],
    ['GlobalArnKey', 'ARN', false],
    ['GlobalBoolKey', 'Bool', false],
    ['GlobalNumericKey', 'Numeric', false],
    ['GlobalDateKey', 'Date', false],
    ['GlobalIpAddressKey', 'IPAddress', false],
  ] as const)('%s of the runtime module is the table of type %s', (union, type, multivalued) => {
    expect(unions.get(union)).toEqual(table((key) => key.type === type && key.multivalued === multivalued));
  });

  test('have each a list of their type', () => {
    const listed = [...unions].filter(([union]) => /^Global\w+Key$/.test(union)).flatMap(([, keys]) => keys);
    expect(listed.toSorted()).toEqual(table(() => true));
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
