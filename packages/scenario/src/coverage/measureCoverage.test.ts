import { describe, expect, test } from 'vitest';
import { readScenarios } from '../read/readScenarios.ts';
import type { CoverageReport } from './coverageReport.ts';
import { measureCoverage } from './measureCoverage.ts';

const POLICY = {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'Run',
      Effect: 'Allow',
      Action: ['ecs:RunTask', 'ecs:Stop*'],
      Resource: ['arn:aws:ecs:*:111122223333:task-definition/web:*', 'arn:aws:ecs:*:111122223333:task/*'],
      Condition: { StringEquals: { 'aws:PrincipalTag/team': 'web' } },
    },
    { Sid: 'Guard', Effect: 'Deny', NotAction: ['ecs:*', 's3:*'], Resource: '*' },
  ],
};
const WEB = { 'aws:PrincipalTag/team': 'web' };
const RUN = {
  id: 'run',
  principal: 'arn:aws:iam::111122223333:user/alice',
  action: 'ecs:RunTask',
  resource: 'arn:aws:ecs:us-east-1:111122223333:task-definition/web:1',
  context: WEB,
  policies: { identity: [POLICY] },
  expected: 'Allow',
};

function measure(...scenarios: readonly object[]): CoverageReport {
  return measureCoverage([readScenarios(JSON.stringify(scenarios, undefined, 2), { file: 'a.json' })]);
}

function missed(...scenarios: readonly object[]): readonly string[] {
  return measure(...scenarios).documents.flatMap(({ uncovered }) => uncovered.map(({ message }) => message));
}

describe('what one scenario leaves', () => {
  test('is named with its place', () => {
    const report = measure(RUN);
    expect(report).toMatchObject({ covered: 5, total: 11, percent: 45 });
    const [document] = report.documents;
    expect(document).toMatchObject({
      file: 'a.json',
      line: 12,
      scenarios: 1,
      statements: { covered: 1, total: 2 },
      actions: { covered: 2, total: 4 },
      resources: { covered: 1, total: 3 },
      conditions: { covered: 1, total: 2 },
    });
    expect(document?.uncovered).toMatchObject([
      {
        part: 'condition',
        line: 28,
        message: 'condition `StringEquals` on `aws:PrincipalTag/team` fails in no scenario',
      },
      {
        part: 'action',
        pointer: '/Statement/0/Action/1',
        line: 20,
        message: '`Action` entry `ecs:Stop*` matches no scenario',
      },
      { part: 'resource', pointer: '/Statement/0/Resource/1', line: 24 },
      { part: 'statement', pointer: '/Statement/1', message: 'statement `Guard` applies in no scenario' },
      { part: 'action', message: '`NotAction` entry `s3:*` matches no scenario' },
      {
        part: 'resource',
        pointer: '/Statement/1/Resource',
        message: '`Resource` entry `*` matches no scenario',
      },
    ]);
  });

  test('shrinks with what else is tried', () => {
    const other = {
      ...RUN,
      action: 'ecs:StopTask',
      resource: 'arn:aws:ecs:us-east-1:111122223333:task/web/1',
    };
    const foreign = { ...RUN, context: {}, expected: 'ImplicitDeny' };
    const stray = { ...RUN, action: 'iam:PassRole', resource: '*', expected: 'ExplicitDeny' };
    expect(missed(RUN, other, foreign)).toHaveLength(3);
    expect(missed(RUN, other, foreign, stray)).toEqual(['`NotAction` entry `s3:*` matches no scenario']);
    expect(missed(RUN, other, foreign, stray, { ...RUN, action: 's3:GetObject' })).toEqual([]);
  });
});

test('a condition does not count in scenarios that are about something else', () => {
  const other = { ...RUN, action: 's3:GetObject', resource: 'arn:aws:s3:::b/k', expected: 'ImplicitDeny' };
  expect(missed(other).filter((message) => message.startsWith('condition'))).toEqual([
    'condition `StringEquals` on `aws:PrincipalTag/team` holds in no scenario',
    'condition `StringEquals` on `aws:PrincipalTag/team` fails in no scenario',
  ]);
});

test('an action that matches on another resource does not cover its entry', () => {
  const elsewhere = {
    ...RUN,
    resource: 'arn:aws:ecs:us-east-1:111122223333:cluster/web',
    expected: 'ImplicitDeny',
  };
  expect(missed(elsewhere)).toContain('`Action` entry `ecs:RunTask` matches no scenario');
  expect(missed(RUN)).not.toContain('`Action` entry `ecs:RunTask` matches no scenario');
});

test('a scenario whose conditions fail covers entries, but not the statement', () => {
  const foreign = { ...RUN, context: {}, expected: 'ImplicitDeny' };
  expect(missed(foreign)).toContain('statement `Run` applies in no scenario');
  expect(missed(foreign)).not.toContain('`Action` entry `ecs:RunTask` matches no scenario');
});

test('the same text in several scenarios, files and layers is one document', () => {
  const both = { ...RUN, id: 'both', policies: { identity: [POLICY], boundary: [POLICY] } };
  const files = [RUN, both].map((scenario, index) =>
    readScenarios(JSON.stringify(scenario), { file: `${String(index)}.json` }),
  );
  expect(measureCoverage(files).documents).toMatchObject([{ file: '0.json', scenarios: 2, percent: 45 }]);
});

test('S167: SCPs that do not bind the caller are not exercised', () => {
  const scp = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } };
  const bound = { ...RUN, policies: { identity: [POLICY], scps: [[scp]] } };
  expect(missed(bound)).not.toContain('the statement applies in no scenario');
  expect(missed({ ...bound, flags: { principalInManagementAccount: true } })).toContain(
    'the statement applies in no scenario',
  );
});

test('only scenarios that expect a decision and can be read count', () => {
  const { expected: _, ...question } = RUN;
  expect(measure(question, { ...RUN, action: 'none' })).toEqual({
    covered: 0,
    total: 0,
    percent: 100,
    documents: [],
  });
});

describe('several resource policies', () => {
  const allow = (Sid: string, Resource: string): object => ({
    Statement: [{ Sid, Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource }],
  });
  const read = {
    id: 'read',
    principal: 'arn:aws:iam::111122223333:user/alice',
    action: 's3:GetObject',
    resource: 'arn:aws:s3:eu-west-1:111122223333:accesspoint/images/object/a.png',
    context: {},
    expected: 'Allow',
  };

  test('S210: each is held against its own resource', () => {
    const policies = {
      resource: [allow('Point', `${read.resource}*`), allow('Bucket', 'arn:aws:s3:::images/*')],
    };
    const through = { ...read, policies, underlying: ['arn:aws:s3:::images/a.png'] };
    expect(missed(through)).toEqual([]);
    expect(missed({ ...through, underlying: ['arn:aws:s3:::other/a.png'] })).toEqual([
      'statement `Bucket` applies in no scenario',
      '`Action` entry `s3:GetObject` matches no scenario',
      '`Resource` entry `arn:aws:s3:::images/*` matches no scenario',
    ]);
  });

  test('of one resource count by document', () => {
    const policies = { resource: [allow('One', '*'), allow('Two', 'arn:aws:s3:::other/*')] };
    expect(measure({ ...read, policies }).documents.map(({ percent }) => percent)).toEqual([100, 0]);
  });
});

test('S171: a policy that is given by name is no document to cover', () => {
  const report = measure({
    ...RUN,
    action: 'kms:Decrypt',
    resource: 'arn:aws:kms:us-east-1:111122223333:key/k',
    policies: { resource: { default: 'key-policy' } },
  });
  expect(report.documents).toEqual([]);
});
