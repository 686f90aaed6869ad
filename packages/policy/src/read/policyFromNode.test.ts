import { expect, test } from 'vitest';
import { locate } from '../json/locate.ts';
import { parseJson } from '../json/parseJson.ts';
import { policyFromNode } from './policyFromNode.ts';

const text = `{"note": "\u0100",
  "policies": [{"Statement": {"Effect": "allow", "Action": "a:b", "Resource": "*"}},
               {"Statement": [{"Effect": "Deny", "Action": "a:b", "Resource": "*", "Sid": "\u0100"}]}]}`;
const { node: root } = parseJson(text);

function documentAt(pointer: string): NonNullable<ReturnType<typeof locate>> {
  const node = root && locate(root, pointer);
  if (node === undefined) throw new Error(`nothing at ${pointer}`);
  return node;
}

test('ranges and paths point into the text around the document', () => {
  const basePointer = '/policies/0';
  const { ok, diagnostics } = policyFromNode(documentAt(basePointer), {
    text,
    basePointer,
    type: 'identity',
  });
  expect(ok).toBe(false);
  expect(
    diagnostics.map(({ code, path, range }) => [code, path, range?.start.line, range?.start.column]),
  ).toEqual([['invalid-effect', '/policies/0/Statement/Effect', 2, 41]]);
  const { path, range } = diagnostics[0] ?? { path: '', range: undefined };
  expect(text.slice(range?.start.offset, range?.end.offset)).toBe('"allow"');
  expect(root && locate(root, path)).toMatchObject({ value: 'allow' });
});

test('pointers in the policy count from the document', () => {
  const result = policyFromNode(documentAt('/policies/1'), {
    text,
    basePointer: '/policies/1',
    name: 'second',
  });
  expect(result.ok && result.policy).toMatchObject({
    name: 'second',
    statements: [{ pointer: '/Statement/0' }],
  });
  expect(result.diagnostics.map(({ path }) => path)).toEqual([
    '/policies/1/Statement/0/Sid',
    '/policies/1/Statement/0/Sid',
  ]);
});
