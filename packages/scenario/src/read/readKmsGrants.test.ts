import { expect, test } from 'vitest';
import { readKmsGrants } from './readKmsGrants.ts';

const GRANT = { grantee: 'arn:aws:iam::111122223333:user/ada', operations: ['Decrypt'] };

test('S208: reads a list of grants, which may be empty', () => {
  expect(readKmsGrants(JSON.stringify([GRANT])).grants).toMatchObject([GRANT]);
  expect(readKmsGrants('[]')).toEqual({ grants: [], diagnostics: [] });
});

test.each([
  ['', undefined, ''],
  ['{}', 'scenario-shape', ''],
  [JSON.stringify([GRANT, { ...GRANT, operations: ['Decript'] }]), 'scenario-grant', '/1/operations/0'],
])('gives none where one has an error: %s', (text, code, path) => {
  const { grants, diagnostics } = readKmsGrants(text);
  expect(grants).toBeUndefined();
  expect(diagnostics[0]?.path).toBe(path);
  if (code !== undefined) expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
});
