import { locate, printJson } from '@policywright/policy';
import { expect, test } from 'vitest';
import type { WrittenScenario } from '../model/writtenScenario.ts';
import { readScenarios } from './readScenarios.ts';

const SCENARIO = {
  id: 'x',
  title: 'Title',
  source: 'A page',
  principal: 'arn:aws:iam::111122223333:user/ada',
  action: 'kms:Decrypt',
  resource: 'arn:aws:kms:eu-west-1:111122223333:key/k',
  flags: { serviceLinkedRole: true },
  policies: {},
};

function written(scenario: object): WrittenScenario {
  const [reading] = readScenarios(JSON.stringify(scenario)).scenarios;
  if (reading?.written === undefined) throw new Error('nothing is written');
  return reading.written;
}

const document = (sid: string): object => ({ Statement: [{ Sid: sid, Effect: 'Allow' }] });

test('documents stand by layer and level, though none of them can be read', () => {
  const policies = {
    vpcEndpoint: document('g'),
    rcps: [[], [document('f')], []],
    scps: [[document('d')], [document('e'), 'not JSON {']],
    resource: [document('b'), document('c')],
    identity: [document('a')],
  };
  const { documents, levels } = written({ ...SCENARIO, policies });
  expect(levels).toEqual({ scp: 2, rcp: 3 });
  const placed = documents.map(({ layer, level, node }) => {
    const sid = locate(node, '/Statement/0/Sid') ?? node;
    return [layer, level, sid.kind === 'string' ? sid.value : ''];
  });
  expect(placed).toEqual([
    ['identity', 0, 'a'],
    ['resource', 0, 'b'],
    ['resource', 0, 'c'],
    ['scp', 0, 'd'],
    ['scp', 1, 'e'],
    ['scp', 1, 'not JSON {'],
    ['rcp', 1, 'f'],
    ['vpcEndpoint', 0, 'g'],
  ]);
});

test('S210: the level of a resource policy is that of the resource that it hangs on', () => {
  const policies = { resource: [null, document('a'), null, document('b')] };
  const underlying = ['arn:aws:s3:::a', 'arn:aws:s3:::b', 'arn:aws:s3:::c'];
  const { documents, request } = written({ ...SCENARIO, underlying, policies });
  expect(documents.map(({ layer, level }) => [layer, level])).toEqual([
    ['resource', 1],
    ['resource', 3],
  ]);
  expect(request?.underlying?.map(({ resource }) => resource)).toEqual(underlying);
});

test('S171, S208: a default policy is written out, grants are as they stand', () => {
  const grants = [{ grantee: SCENARIO.principal, operations: ['Decrypt'] }];
  const policies = { resource: { default: 'key-policy' }, grants };
  const read = written({ ...SCENARIO, policies });
  expect(read.documents.map(({ node }) => printJson(node))).toEqual([
    expect.stringContaining('arn:aws:iam::111122223333:root'),
  ]);
  expect(read.grants && printJson(read.grants, 0)).toBe(JSON.stringify(grants));
});

test('notes and flags are there without a request', () => {
  expect(written({ ...SCENARIO, principal: 7 })).toMatchObject({
    id: 'x',
    title: 'Title',
    source: 'A page',
    request: undefined,
    flags: { serviceLinkedRole: true },
  });
  expect(readScenarios('7').scenarios).toMatchObject([{ ok: false, written: undefined }]);
});
