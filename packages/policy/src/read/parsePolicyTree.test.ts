import { describe, expect, test } from 'vitest';
import type { Statement } from '../model/policy.ts';
import type { PolicyTree, StatementTree } from '../model/policyTree.ts';
import { parsePolicy } from './parsePolicy.ts';
import { locate } from '../json/locate.ts';
import { parseJson } from '../json/parseJson.ts';
import { parsePolicyTree, policyTreeFromNode } from './parsePolicyTree.ts';

const FIRST = '{"Effect":"Deny","Action":"s3:*","Resource":"*"}';

/** What a statement says, and the text of its range. */
function shown(tree: PolicyTree, text: string): readonly object[] {
  return tree.statements.map((each) => {
    const { effect, action, resource } = each.incomplete ? each.parts : each.statement;
    return {
      incomplete: each.incomplete,
      effect,
      action: action?.values,
      resource: resource?.values,
      text: text.slice(each.range.start.offset, each.range.end.offset),
    };
  });
}

/** The statement behind `FIRST` in a text that goes on as given. */
function second(rest: string): object | undefined {
  const text = `{"Statement":[${FIRST},${rest}`;
  expect(parsePolicy(text).ok).toBe(false);
  return shown(parsePolicyTree(text), text)[1];
}

test('a document without errors has the statements of its policy, none of them incomplete', () => {
  const text = `{"Version":"2012-10-17","Id":"x","Statement":[${FIRST},${FIRST}]}`;
  const parsed = parsePolicy(text);
  if (!parsed.ok) throw new Error('expected a policy');
  const { version, id, statements } = parsePolicyTree(text);
  expect([version, id]).toEqual(['2012-10-17', 'x']);
  expect(statements.map((each) => !each.incomplete && each.statement)).toEqual(parsed.policy.statements);
});

describe('what is wrong', () => {
  test('is said as `parsePolicy` says it', () => {
    const text = `{"Statement":[${FIRST},{"Effect":"Permit","Action":1,"Resource":"*"}]}`;
    const { diagnostics } = parsePolicyTree(text);
    expect(diagnostics.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'invalid-effect /Statement/1/Effect',
      'data-type-mismatch /Statement/1/Action',
    ]);
    expect(diagnostics).toEqual(parsePolicy(text).diagnostics);
  });

  test('of a text that is not JSON, is that: what was read of it is not judged', () => {
    const { diagnostics } = parsePolicyTree(`{"Statement":[${FIRST},{"Effect":`);
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(diagnostics.filter(({ path }) => path !== '')).toEqual([]);
  });
});

describe('a document in a text', () => {
  const text = `{"a":{"Version":"2012-10-17","Statement":[{"Effect":"Permit"},${FIRST},{"Effect":1}]}}`;
  const { node } = parseJson(text);
  const document = node && locate(node, '/a');
  if (document === undefined) throw new Error('expected a document');

  test('has paths that lead to it, and statements whose pointers begin in it', () => {
    const tree = policyTreeFromNode(document, { text, basePointer: '/a' });
    expect(tree.diagnostics.map(({ path }) => path)).toContain('/a/Statement/0/Effect');
    expect(tree.statements.map((each) => each.incomplete || each.statement.pointer)).toEqual([
      true,
      '/Statement/1',
      true,
    ]);
  });

  test('is read in part where that is asked for', () => {
    const { version, statements, diagnostics } = policyTreeFromNode(document, {
      text,
      only: new Set([1, 2]),
    });
    expect(version).toBe('2012-10-17');
    expect(statements.map((each) => (each.incomplete ? each.parts : each.statement).index)).toEqual([1, 2]);
    expect(diagnostics.filter(({ path }) => path.startsWith('/Statement/0'))).toEqual([]);
  });
});

describe('a text that is not JSON', () => {
  test.each<[string, string, object]>([
    ['a string that is not closed', '{"Effect":"Allow","Action":"s3:Ge', { action: ['s3:Ge'] }],
    [
      'a string that ends with its line',
      '{"Effect":"Allow","Action":"s3:Ge,\n"Resource":"*"}]}',
      { effect: 'Allow', action: ['s3:Ge'], resource: ['*'] },
    ],
    [
      'the brace of a variable in such a string',
      '{"Action":"s3:*","Resource":"arn:aws:s3:::b/${aws:username}}\n]}',
      { action: ['s3:*'], resource: ['arn:aws:s3:::b/${aws:username}'] },
    ],
    ['a name without value', '{"Effect":"Allow","Action"', { effect: 'Allow', action: [] }],
    [
      'a value that is missing before the next name',
      '{"Effect":"Allow","Action":\n"Resource":"*"}]}',
      { effect: 'Allow', action: [], resource: ['*'] },
    ],
    [
      'a missing comma',
      '{"Effect":"Allow" "Action":["a:b" "a:c"]}]}',
      { effect: 'Allow', action: ['a:b', 'a:c'] },
    ],
    ['a trailing comma', '{"Effect":"Allow","Action":["a:b",],}]}', { effect: 'Allow', action: ['a:b'] }],
    ['a list that is not closed', '{"Effect":"Allow","Action":["a:b","Resource":"*"}]}', { effect: 'Allow' }],
    ['stray text', '{"Effect":"Allow",) "Action":"a:b"}]}', { effect: 'Allow', action: ['a:b'] }],
    ['stray text in a list', '{"Effect":"Allow","Action":[ ) "a:b"]}]}', { action: ['a:b'] }],
    ['a closing bracket of the wrong kind', '{"Effect":"Allow","Action":"a:b"]}', { action: ['a:b'] }],
  ])('%s', (_, rest, expected) => {
    expect(second(rest)).toMatchObject({ incomplete: true, ...expected });
  });

  test('a statement that is not closed ends where the next one begins', () => {
    const text = `{"Statement":[{"Effect":"Allow","Action":"a:b",${FIRST}]}`;
    expect(shown(parsePolicyTree(text), text)).toMatchObject([
      { incomplete: true, effect: 'Allow', action: ['a:b'], text: '{"Effect":"Allow","Action":"a:b",' },
      { incomplete: true, effect: 'Deny', text: FIRST },
    ]);
  });

  test('what stands before the first mistake, with a statement between, is as it was written', () => {
    const text = `{"Statement":[${FIRST},${FIRST},{"Effect":`;
    expect(shown(parsePolicyTree(text), text).map((each) => 'incomplete' in each && each.incomplete)).toEqual(
      [false, true, true],
    );
  });

  test('a statement whose rest became another one is incomplete, though the mistake shows behind both', () => {
    const text = `{"Statement":[{"Effect":"Allow","Action":"a:b","Resource":"*"},{"Bool":{"k":"true"}}},${FIRST}]}`;
    expect(shown(parsePolicyTree(text), text)[0]).toMatchObject({ incomplete: true, effect: 'Allow' });
  });

  test('a statement that ends too early is incomplete, though its text alone would be one', () => {
    const text = `{"Statement":[${FIRST},{"Effect":"Allow","Action":"a:b","Resource":"*"},"Condition":{}},${FIRST}]}`;
    expect(shown(parsePolicyTree(text), text)[1]).toMatchObject({ incomplete: true, effect: 'Allow' });
  });
});

describe('a document of the wrong shape', () => {
  test('only the statement with the error is incomplete', () => {
    const text = `{"Statement":[{"Effect":"allow","Action":["a:b",1],"Resource":"*"},${FIRST}]}`;
    expect(shown(parsePolicyTree(text), text)).toMatchObject([
      { incomplete: true, effect: undefined, action: ['a:b'], resource: ['*'] },
      { incomplete: false, effect: 'Deny' },
    ]);
  });

  test('S8: where there are two lists of statements, none is whole', () => {
    const text = `{"Statement":[${FIRST}],"Statement":[]}`;
    expect(shown(parsePolicyTree(text), text)).toMatchObject([{ incomplete: true }]);
  });

  test('what is no document has no statements', () => {
    for (const text of ['', '[]', '"x"', '}', '{"a":'.repeat(100_000), '[[['])
      expect(parsePolicyTree(text).statements, text.slice(0, 9)).toEqual([]);
  });
});

test('an incomplete statement is no statement for the compiler', () => {
  const tree: StatementTree | undefined = parsePolicyTree(`{"Statement":{"Effect":"Allow"`).statements[0];
  if (tree === undefined || !tree.incomplete) throw new Error('expected an incomplete statement');
  // @ts-expect-error -- its effect and action may be missing.
  const statement: Statement = tree.parts;
  expect(statement.action).toBeUndefined();
});

test('hostile texts cost little', () => {
  for (const piece of [
    '"',
    '{',
    '[',
    ':',
    '{"a',
    '"a":"b" ',
    ',',
    '}',
    '{"Statement":[',
    '"${}',
    '" }',
    ')(',
    '\n"}',
  ]) {
    const start = performance.now();
    parsePolicyTree(`{"Statement":[{"Action":${piece.repeat(200_000)}`);
    expect(performance.now() - start, piece).toBeLessThan(2000);
  }
});
