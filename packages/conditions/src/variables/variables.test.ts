import { describe, expect, test } from 'vitest';
import { holds } from '../_testing/holds.ts';
import { parseVariables } from './parseVariables.ts';

describe('policy variables', () => {
  test('S113: a variable stands for the value of a key, whatever the case of its name', () => {
    const context = { 'aws:PrincipalTag/Team': 'blue' };
    expect(holds('StringEquals', { policy: '${aws:PrincipalTag/team}', request: 'blue', context })).toBe(
      true,
    );
    expect(holds('StringEquals', { policy: '${AWS:principaltag/team}', request: 'red', context })).toBe(
      false,
    );
    expect(
      holds('StringEquals', { policy: 'a-${aws:PrincipalTag/team}-z', request: 'a-blue-z', context }),
    ).toBe(true);
    expect(
      holds('StringEquals', { policy: 'a-${aws:PrincipalTag/team}-z', request: 'a-blue-', context }),
    ).toBe(false);
  });

  test('S3, S113: without Version 2012-10-17 a variable is plain text', () => {
    const one = { policy: '${v}', context: { v: 'x' }, variables: false };
    expect(holds('StringEquals', { ...one, request: 'x' })).toBe(false);
    expect(holds('StringEquals', { ...one, request: '${v}' })).toBe(true);
    expect(holds('StringLike', { ...one, policy: '${*}', request: '${any}' })).toBe(true);
  });

  test('S114: every string and ARN operator takes variables', () => {
    const context = { v: 'Blue' };
    const arn = 'arn:aws:iam::111122223333:user/Blue';
    expect(holds('StringNotEquals', { policy: '${v}', request: 'Blue', context })).toBe(false);
    expect(holds('StringEqualsIgnoreCase', { policy: '<${v}>', request: '<BLUE>', context })).toBe(true);
    expect(holds('StringNotEqualsIgnoreCase', { policy: '${v}', request: 'blue', context })).toBe(false);
    expect(holds('StringLike', { policy: '*/${v}/*', request: 'x/Blue/y', context })).toBe(true);
    expect(holds('StringLike', { policy: '${v}', request: 'Blue', context })).toBe(true);
    expect(holds('StringNotLike', { policy: '*${v}', request: 'x', context })).toBe(true);
    expect(holds('ArnLike', { policy: 'arn:aws:iam::*:user/${v}', request: arn, context })).toBe(true);
    expect(
      holds('ArnEquals', { policy: 'arn:aws:iam::*:user/${v}', request: arn, context: { v: 'x' } }),
    ).toBe(false);
    expect(holds('ArnNotEquals', { policy: 'arn:aws:iam::*:user/${v}', request: arn, context })).toBe(false);
  });

  test('S115: the other operators take none, and a variable as text is malformed', () => {
    const context = { n: '5', t: '2020-01', a: '1.2.3.4', b: 'QQ==', z: 'true' };
    expect(holds('NumericEquals', { policy: '${n}', request: '5', context })).toBe('undecided');
    expect(holds('DateEquals', { policy: '${t}', request: '2020-01', context })).toBe('undecided');
    expect(holds('IpAddress', { policy: '${a}', request: '1.2.3.4', context })).toBe('undecided');
    expect(holds('BinaryEquals', { policy: '${b}', request: 'QQ==', context })).toBe('undecided');
    expect(holds('Null', { policy: '${z}', context })).toBe('undecided');
  });

  test('S116: a multivalued key is no variable, not even with a default', () => {
    for (const v of [['x'], ['x', 'y'], []]) {
      expect(holds('StringEquals', { policy: '${v}', request: 'x', context: { v } })).toBe(false);
      expect(holds('StringEquals', { policy: "${v, 'x'}", request: 'x', context: { v } })).toBe(false);
      expect(holds('StringLike', { policy: "${v, 'x'}*", request: 'x', context: { v } })).toBe(false);
      expect(holds('StringNotEquals', { policy: '${v}', request: 'x', context: { v } })).toBe(true);
    }
  });

  test('S117: the default is used when the key is absent', () => {
    const policy = "bucket-${aws:PrincipalTag/team, 'company-wide'}";
    const context = { 'aws:PrincipalTag/team': 'blue' };
    expect(holds('StringEquals', { policy, request: 'bucket-company-wide' })).toBe(true);
    expect(holds('StringEquals', { policy, request: 'bucket-blue', context })).toBe(true);
    expect(holds('StringEquals', { policy, request: 'bucket-company-wide', context })).toBe(false);
    expect(holds('StringLike', { policy: `${policy}/*`, request: 'bucket-company-wide/x' })).toBe(true);
    expect(holds('StringEquals', { policy: "${v, 'a}b'}", request: 'a}b' })).toBe(true);
  });

  test('S118: an empty value is a value, and an empty default a default', () => {
    expect(holds('StringEquals', { policy: "<${v, 'x'}>", request: '<>', context: { v: '' } })).toBe(true);
    expect(holds('StringEquals', { policy: "<${v, ''}>", request: '<>' })).toBe(true);
    expect(holds('StringLike', { policy: "<${v, ''}*", request: '<>' })).toBe(true);
  });

  test('S120: an unresolved variable matches nothing; negated operators do match', () => {
    for (const policy of ['${v}', 'x${v}', '*${v}', 'x*${v}*']) {
      expect(holds('StringLike', { policy, request: 'x' })).toBe(false);
      expect(holds('StringNotLike', { policy, request: 'x' })).toBe(true);
    }
    expect(holds('StringEquals', { policy: '${v}', request: '' })).toBe(false);
    expect(holds('StringEquals', { policy: '${v}', request: '${v}' })).toBe(false);
    expect(holds('StringNotEquals', { policy: '${v}', request: 'x' })).toBe(true);
    expect(holds('ArnNotLike', { policy: 'arn:aws:s3:::${v}', request: 'arn:aws:s3:::' })).toBe(true);
  });

  test('S121: per value', () => {
    const policy = ['${missing}', 'x'];
    expect(holds('StringNotEquals', { policy, request: 'x' })).toBe(false);
    expect(holds('StringNotEquals', { policy, request: 'y' })).toBe(true);
    expect(holds('StringEquals', { policy, request: 'x' })).toBe(true);
  });

  test('S122: ${*}, ${?} and ${$} are literal characters', () => {
    expect(holds('StringLike', { policy: 'a${*}*', request: 'a*b' })).toBe(true);
    expect(holds('StringLike', { policy: 'a${*}*', request: 'ab' })).toBe(false);
    expect(holds('StringLike', { policy: '${?}', request: 'x' })).toBe(false);
    expect(holds('StringLike', { policy: '${$}{v}', request: '${v}', context: { v: 'x' } })).toBe(true);
    expect(holds('StringEquals', { policy: '${*}${?}${$}', request: '*?$' })).toBe(true);
    expect(holds('ArnLike', { policy: 'arn:aws:s3:::${*}', request: 'arn:aws:s3:::b' })).toBe(false);
    expect(holds('ArnLike', { policy: 'arn:aws:s3:::${*}', request: 'arn:aws:s3:::*' })).toBe(true);
    expect(holds('StringLike', { policy: '${v}${*}?', request: 'x*y', context: { v: 'x' } })).toBe(true);
  });

  test('S123: what a variable stands for is literal, and replaced once', () => {
    expect(holds('StringLike', { policy: '${v}', request: 'abc', context: { v: '*' } })).toBe(false);
    expect(holds('StringLike', { policy: '*/${v}', request: 'a/b', context: { v: '?' } })).toBe(false);
    expect(holds('StringLike', { policy: '*/${v}', request: 'a/?', context: { v: '?' } })).toBe(true);
    expect(holds('StringLike', { policy: '${v}*', request: '${w}', context: { v: '${w}', w: 'x' } })).toBe(
      true,
    );
    expect(
      holds('ArnLike', { policy: 'arn:aws:s3:::${v}', request: 'arn:aws:s3:::b', context: { v: '*' } }),
    ).toBe(false);
    expect(holds('StringLike', { policy: "${v, '*'}", request: 'abc' })).toBe(false);
  });

  test('S124: an unterminated ${ is text', () => {
    expect(holds('StringEquals', { policy: 'a${v', request: 'a${v' })).toBe(true);
    expect(holds('StringLike', { policy: 'a${v*', request: 'a${vx' })).toBe(true);
    expect(holds('StringEquals', { policy: '${v}${v', request: 'x${v', context: { v: 'x' } })).toBe(true);
    expect(holds('StringEquals', { policy: '$', request: '$' })).toBe(true);
  });

  test('S125, S126: principal keys work as variables when the request has them', () => {
    const policy = 'home/${aws:username}/*';
    expect(holds('StringLike', { policy, request: 'home/bob/x', context: { 'aws:username': 'bob' } })).toBe(
      true,
    );
    expect(holds('StringLike', { policy, request: 'home//x' })).toBe(false);
  });

  test('S74: a variable whose key is ambiguous or unreadable is undecided unless nothing could match', () => {
    const context = { v: 'a', V: 'b' };
    expect(holds('StringEquals', { policy: 'x-${v}', request: 'x-a', context })).toBe('undecided');
    expect(holds('StringNotEquals', { policy: 'x-${v}', request: 'x-a', context })).toBe('undecided');
    expect(holds('StringEquals', { policy: 'x-${v}', request: 'y-a', context })).toBe(false);
    expect(holds('StringLike', { policy: '?-${v}*', request: 'x-a', context })).toBe('undecided');
    expect(holds('StringLike', { policy: '?-${v}*', request: 'xa', context })).toBe(false);
    expect(holds('StringEquals', { policy: ['x-${v}', 'x-a'], request: 'x-a', context })).toBe(true);
    expect(holds('StringEquals', { policy: '${v}${missing}', request: 'x', context })).toBe(false);
    expect(holds('StringLike', { policy: '*${v}${missing}', request: 'x', context })).toBe(false);
    // The value may hold the colon that is missing.
    const shifted = { policy: 'arn:aws:s3:${v}:b', request: 'arn:aws:s3:x:y:b', context };
    expect(holds('ArnLike', shifted)).toBe('undecided');
    expect(holds('ArnLike', { ...shifted, context: { v: 'x:y' } })).toBe(true);
    const arn = 'arn:aws:s3:::b';
    expect(holds('ArnLike', { policy: 'arn:aws:s3:::${v}', request: arn, context })).toBe('undecided');
  });
});

describe('parseVariables', () => {
  test.each([
    ['', []],
    ['plain *', [{ kind: 'text', text: 'plain *' }]],
    ['${k}', [{ kind: 'variable', key: 'k', fallback: undefined }]],
    ['${a/b c:d}', [{ kind: 'variable', key: 'a/b c:d', fallback: undefined }]],
    ["${k, 'it's'}", [{ kind: 'variable', key: 'k', fallback: "it's" }]],
    ["${k, 'open}", [{ kind: 'variable', key: "k, 'open", fallback: undefined }]],
    ["${k,'x'}", [{ kind: 'variable', key: "k,'x'", fallback: undefined }]],
    ['${k, x}', [{ kind: 'variable', key: 'k, x', fallback: undefined }]],
    ['${}', [{ kind: 'variable', key: '', fallback: undefined }]],
    ['${**}', [{ kind: 'variable', key: '**', fallback: undefined }]],
    [
      '${*}x${?}',
      [
        { kind: 'escape', text: '*' },
        { kind: 'text', text: 'x' },
        { kind: 'escape', text: '?' },
      ],
    ],
  ])('S113 to S124: `%s`', (text, pieces) => {
    expect(parseVariables(text)).toEqual(pieces);
  });

  test('takes time in proportion to the text', () => {
    const count = 200_000;
    expect(parseVariables("${a, ' }".repeat(count))).toHaveLength(count);
    expect(parseVariables('${'.repeat(count))).toHaveLength(1);
    expect(parseVariables("${a, '".repeat(count))).toHaveLength(1);
  });
});
