import { describe, expect, test } from 'vitest';
import type { OperatorName } from '@policywright/policy';
import { compareValues } from './compareValues.ts';

const context = { 'aws:username': 'alice', 'tag/empty': '', 'tag/star': '*', 'tag/list': ['a'] };

function holds(operator: OperatorName, request: string, policy: string): boolean | 'undecided' {
  const outcome = compareValues(operator, { request, policy }, { context, variables: true });
  return outcome === 'undecided' ? outcome : outcome === 'true';
}

function table(
  operator: OperatorName,
  rows: readonly (readonly [request: string, policy: string, result: boolean | 'undecided'])[],
): void {
  test.each(rows)(`${operator}: %j against %j is %j`, (request, policy, result) => {
    expect(holds(operator, request, policy)).toBe(result);
  });
}

describe('strings', () => {
  describe('S90: StringEquals is exact', () => {
    table('StringEquals', [
      ['a', 'a', true],
      ['a', 'A', false],
      ['a', '*', false],
      ['*', '*', true],
      ['', '', true],
      ['alice', '${aws:username}', true],
      ['alice', '${AWS:UserName}', true],
    ]);
  });
  describe('S91: StringEqualsIgnoreCase folds case', () => {
    table('StringEqualsIgnoreCase', [
      ['a', 'A', true],
      ['ab', 'a*', false],
      ['ALICE', '${aws:username}', true],
    ]);
  });
  describe('S92, S93: StringLike is a glob over the whole text', () => {
    table('StringLike', [
      ['abc', 'a*', true],
      ['a:b/c', 'a*c', true],
      ['abc', 'A*', false],
      ['ac', 'a?c', false],
      ['abc', 'a?c', true],
      ['', '', true],
      ['x', '', false],
      ['', '*', true],
      ['aXbX', '*X', true],
      ['xalice', '?${aws:username}', true],
    ]);
  });
  describe('S118, S120, S122, S123: variables', () => {
    table('StringLike', [
      ['', "${tag/empty, 'x'}", true],
      ['x', "${tag/empty, 'x'}", false],
      ['x', "${tag/none, 'x'}", true],
      ['', "${tag/none, ''}", true],
      ['x', '${tag/none}', false],
      ['a', '${tag/list}', false],
      ['*', '${tag/star}', true],
      ['x', '${tag/star}', false],
      ['*', '${*}', true],
      ['x', '${*}', false],
      ['?', '${?}', true],
      ['${aws:username}', '${$}{aws:username}', true],
      ['${x', '${x', true],
    ]);
    table('StringNotEquals', [
      ['x', '${tag/none}', true],
      ['alice', '${aws:username}', false],
    ]);
  });
});

describe('S94, S95: numbers', () => {
  table('NumericEquals', [
    ['10', '10.0', true],
    ['010', '10', true],
    ['1e1', '10', true],
    ['-0', '0', true],
    ['9007199254740993', '9007199254740992', false],
    ['0.1', '0.10', true],
    ['10abc', '10', 'undecided'],
    ['', '', 'undecided'],
    ['', '0', 'undecided'],
    ['1e999999999', '1e999999999', true],
  ]);
  table('NumericNotEquals', [
    ['1', '2', true],
    ['x', '2', 'undecided'],
    ['1', 'x', 'undecided'],
  ]);
  table('NumericLessThan', [
    ['9', '10', true],
    ['-10', '-9', true],
    ['-1', '0', true],
    ['0.09', '0.1', true],
    ['10', '10', false],
    ['0.123', '0.12', false],
    ['x', '10', 'undecided'],
  ]);
  table('NumericLessThanEquals', [
    ['9', '10', true],
    ['10', '10.0', true],
    ['10.1', '10', false],
  ]);
  table('NumericGreaterThan', [
    ['11', '10', true],
    ['10', '10', false],
    ['9', '10', false],
  ]);
  table('NumericGreaterThanEquals', [
    ['10', '10', true],
    ['100', '99.9', true],
    ['99.8', '99.9', false],
  ]);
});

describe('S96 to S100: dates', () => {
  table('DateEquals', [
    ['2020-01-01T01:00:00+01:00', '2020-01-01T00:00:00Z', true],
    ['2020', '2020-01-01T00:00:00Z', 'undecided'],
    ['2020-02', '2020-02-01', true],
    ['1577836800', '2020-01-01', true],
    ['2020-01-01T00:00Z', '1577836800', true],
    ['2020', '1970-01-01T00:33:40Z', 'undecided'],
    ['2020-02-30', '2020-02-30', 'undecided'],
    ['2020-02-29', '2020-02-29T00:00:00.000Z', true],
    ['1969-12-31T23:59:59Z', '-1', true],
    ['2000-03-01', '951868800', true],
    ['0001-01-01', '-62135596800', true],
    ['2020-01-01T24:00:00Z', '2020-01-02', 'undecided'],
    ['2020', '2020', true],
    ['2020', '1999-01-01', false],
    ['1577836800123', '2020-01-01T00:00:00.123Z', 'undecided'],
    ['1577836800123', '1577836800123.0', true],
    ['-100000000001', '1966-10-31T14:13:19.999Z', 'undecided'],
    ['-100000000001', '2020-01-01', false],
    ['99999999999', '5138-11-16T09:46:39Z', true],
    ['100000000000', '1973-03-03T09:46:40Z', 'undecided'],
    ['1970-01-01T00:00:00Z', '0', true],
    ['-1.25', '1969-12-31T23:59:58.75Z', true],
    ['-1.0', '-1', true],
    ['1.50', '1.5', true],
  ]);
  describe('days and times that there are', () => {
    table('DateEquals', [
      ['2019-12-31T23:59:59Z', '1577836799', true],
      ['2019-01-31', '1548892800', true],
      ['2019-04-30', '1556582400', true],
      ['2019-10-31', '1572480000', true],
      ['2000-02-29', '951782400', true],
      ['2100-03-01', '4107542400', true],
      ['1900-03-01', '-2203891200', true],
      ['1968-02-29', '-58060800', true],
      ['2020-01-01T23:59:00+23:59', '2020-01-01', true],
      ['2020-01-01T00:00:00-01:30', '2020-01-01T01:30:00Z', true],
    ]);
  });
  describe('days and times that there are not', () => {
    const days =
      '2019-00-01 2019-13-01 2019-01-00 2019-01-32 2019-02-29 1900-02-29 2100-02-29 ' +
      '2019-04-31 2019-06-31 2019-09-31 2019-11-31 2019-12-32';
    const times = '24:00:00Z 23:60:00Z 23:59:60Z 00:00:00+24:00 00:00:00-00:60';
    const unreal = [...days.split(' '), ...times.split(' ').map((time) => `2019-01-01T${time}`)];
    table(
      'DateNotEquals',
      unreal.map((text) => [text, '2020-01-01', 'undecided'] as const),
    );
  });
  describe('orders', () => {
    const [before, same, after] = ['2019-12-31T23:59:59.9Z', '2020-01-01', '2020-01-01T00:00:00.1Z'];
    const rows = (results: readonly [boolean, boolean, boolean]): Parameters<typeof table>[1] =>
      [before, same, after].map((request, index) => [
        request,
        '2020-01-01T00:00:00Z',
        results[index] ?? false,
      ]);
    table('DateLessThan', rows([true, false, false]));
    table('DateLessThanEquals', rows([true, true, false]));
    table('DateGreaterThan', rows([false, false, true]));
    table('DateGreaterThanEquals', rows([false, true, true]));
    table('DateNotEquals', rows([true, false, true]));
  });
  table('DateLessThan', [
    ['2020-01-01T00:00:00.1Z', '2020-01-01T00:00:00.11Z', true],
    ['2019-12-31', '2020', 'undecided'],
    ['yesterday', '2020', 'undecided'],
  ]);
});

describe('S103: Bool', () => {
  table('Bool', [
    ['True', 'true', true],
    ['false', 'FALSE', true],
    ['true', 'false', false],
    ['yes', 'yes', 'undecided'],
  ]);
});

describe('S115: a variable under Bool is text, which is no boolean', () => {
  table('Bool', [['true', "${tag/none, 'true'}", 'undecided']]);
});

describe('S104: BinaryEquals', () => {
  table('BinaryEquals', [
    ['QmluYXJ5', 'QmluYXJ5', true],
    ['YQ', 'YQ==', true],
    ['-_8=', '+/8=', true],
    ['YQ==', 'Yg==', false],
    ['Y', 'Y', 'undecided'],
    ['a b', 'a b', 'undecided'],
    ['YQ==', 'YQ===', 'undecided'],
    ['=', '', 'undecided'],
    ['YWJj=', 'YWJj', 'undecided'],
    ['', '', true],
  ]);
});

describe('S105 to S107: addresses', () => {
  table('IpAddress', [
    ['203.0.113.255', '203.0.113.0/24', true],
    ['203.0.114.0', '203.0.113.0/24', false],
    ['203.0.113.9', '203.0.113.77/24', true],
    ['203.0.113.9', '203.0.113.9', true],
    ['203.0.113.8', '203.0.113.9', false],
    ['1.2.3.4', '0.0.0.0/0', true],
    ['::1', '0.0.0.0/0', false],
    ['2001:DB8::1', '2001:db8:0:0:0:0:0:1', true],
    ['2001:db8::ffff', '2001:db8::/32', true],
    ['2001:db9::', '2001:db8::/32', false],
    ['::ffff:1.2.3.4', '::ffff:102:304', true],
    ['1.2.3', '1.2.3.0/24', 'undecided'],
    ['1.2.3.4', '1.2.3.4/33', 'undecided'],
    ['1:2:3:4:5:6:7::', '1:2:3:4:5:6:7:0', true],
    ['1::2::3', '1::2::3', 'undecided'],
    ['255.255.255.255', '255.255.255.255/32', true],
    ['255.255.255.254', '255.255.255.255/32', false],
    ['192.168.0.1', '192.168.0.0/31', true],
    ['192.168.0.2', '192.168.0.0/31', false],
    ['::', '0:0:0:0:0:0:0:0/128', true],
    ['::1', '::/127', true],
    ['::2', '::/127', false],
    ['febf::1', 'fe80::/10', true],
    ['fec0::1', 'fe80::/10', false],
    ['::1.2.3.4', '::102:304', true],
    ['1:2:3:4:5:6:1.2.3.4', '1:2:3:4:5:6:102:304', true],
    ['1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7:8', true],
  ]);
  describe('what is no address', () => {
    const none =
      ' 256.0.0.1 01.2.3.4 1.2.3 1.2.3.4.5 1.2.3.x 1.2.3.-4 1..2.3 1:2:3:4:5:6:7 1:2:3:4:5:6:7:8:9 1:2:3:4:5:6:7:8:: ' +
      '::1:2:3:4:5:6:7:8 12345:: g:: : 1: 1.2.3.4:: 1:1.2.3.4:2:3:4:5:6 ::1.2.3 ::1.2.3.256 1:::2';
    table(
      'IpAddress',
      none
        .split(' ')
        .flatMap((text) => [
          [text, '0.0.0.0/0', 'undecided'] as const,
          ['1.2.3.4', text, 'undecided'] as const,
        ]),
    );
  });
  describe('what is no range', () => {
    const none = [
      '1.2.3.4/',
      '1.2.3.4/33',
      '1.2.3.4/-1',
      '1.2.3.4/08',
      '1.2.3.4/8/8',
      '::/129',
      '::/x',
      '1.2.3/8',
    ];
    table(
      'IpAddress',
      none.map((text) => ['1.2.3.4', text, 'undecided'] as const),
    );
  });
  table('NotIpAddress', [
    ['::1', '10.0.0.0/8', true],
    ['10.1.1.1', '10.0.0.0/8', false],
    ['nonsense', '10.0.0.0/8', 'undecided'],
  ]);
});

describe('S109 to S112: ARNs', () => {
  table('ArnLike', [
    [
      'arn:aws:s:us-east-2:999999999999:store/abc:111122223333:finance/d.txt',
      'arn:aws:s:*:111122223333:finance/*',
      false,
    ],
    [
      'arn:aws:ecs:us-east-1:111122223333:task-definition/web:7',
      'arn:aws:ecs:*:*:task-definition/web:*',
      true,
    ],
    ['arn:aws:iam::111122223333:role/r', 'arn:aws:iam::111122223333:role/R', false],
    ['arn:aws:s3:::b', '*', 'undecided'],
    ['not an arn', 'arn:*:*:*:*:*', 'undecided'],
    ['arn:aws:s3:::b', 'arn:aws:s3:::*', true],
    ['arn:aws:s3:::b', '**', 'undecided'],
    ['arn:aws:s3:::b', 'arn:aws:s3', 'undecided'],
    ['arn:aws:s3:::b', 'urn:aws:s3:::b', 'undecided'],
    ['arn:aws:s3:::b', 'a*:*:*:*:*:*', true],
    ['arn:aws:s3:::', 'arn:aws:s3:::*', true],
    ['arn::s3:::b', 'arn:*:s3:::b', true],
    ['arn:aws:s3:::b', 'arn:aws:s3:::${tag/empty}', false],
    ['arn:aws:s3:::b', 'arn:aws:s3:::${tag/none}', false],
    ['b', 'arn:aws:s3:::${tag/none}', 'undecided'],
    ['arn:aws:iam::111122223333:user/alice', 'arn:aws:iam::*:user/${aws:username}', true],
  ]);
  table('ArnEquals', [['arn:aws:s3:::b', 'arn:aws:s3:::?', true]]);
  table('ArnNotLike', [['not an arn', 'arn:*:*:*:*:*', 'undecided']]);
});

describe('S99: fractions of seconds before 1970', () => {
  table('DateLessThan', [
    ['-1.5', '-1', true],
    ['-1', '-1.5', false],
    ['-1.75', '-1.5', true],
    ['-0.5', '0', true],
    ['-0.0', '0', false],
    ['-1.50', '-1.5', false],
  ]);
});
