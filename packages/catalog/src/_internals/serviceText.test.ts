import { expect, test } from 'vitest';
import { decodeHead, linesOf, splitService } from './serviceText.ts';

const TEXT = `web Web Service
team,size
page|arn
site|arn

W
R@0

Get
Put

01

Put|with a page|0`;

test('the first line has the prefix, the name, and whether resource control policies count', () => {
  expect(decodeHead(TEXT)).toEqual({ prefix: 'web', name: 'Web Service', resourceControlPolicies: false });
  expect(decodeHead(TEXT.replace('Web', '+Web'))).toEqual({
    prefix: 'web',
    name: 'Web Service',
    resourceControlPolicies: true,
  });
});

test('the sections stand between empty lines, the keys and resource types with the first', () => {
  expect(splitService(TEXT)).toEqual({
    keyLine: 'team,size',
    resourceTypes: 'page|arn\nsite|arn',
    shapes: 'W\nR@0',
    names: 'Get\nPut',
    shapeIndices: '01',
    scenarios: 'Put|with a page|0',
  });
});

test('a service without resource types or scenarios has empty sections for them', () => {
  const short = splitService('web Web Service\nteam\n\nW\n\nGet\n\n0');
  expect(short).toEqual({
    keyLine: 'team',
    resourceTypes: '',
    shapes: 'W',
    names: 'Get',
    shapeIndices: '0',
    scenarios: '',
  });
  expect(linesOf(short.scenarios)).toEqual([]);
  expect(linesOf(splitService(TEXT).names)).toEqual(['Get', 'Put']);
});
