import {
  arnVariables,
  formatResourceArn,
  getResourceType,
  matchResource,
  services,
} from '@policywright/catalog';
import { expect, test } from 'vitest';
import { canMatch } from './resourceFormats.ts';
import { canName, namedFormat } from './namesInFormats.ts';
import { ResourceFacts } from './resourceFacts.ts';

const format = (text: string): ReturnType<typeof namedFormat> =>
  [...text].map((unit) => (unit === '+' ? { without: '/' } : unit === '%' ? { without: '' } : unit));

test.each([
  ['', '', true],
  ['a', '', false],
  ['', 'a', false],
  ['', '+', false],
  ['*', '', true],
  ['*', 'a+', true],
  ['a', 'a', true],
  ['a', 'b', false],
  ['a?', 'ab', true],
  ['ab', '+', true],
  ['a/b', '+', false],
  ['a/b', '%', true],
  ['a/*', '+', false],
  ['a*', '+', true],
  ['a*b', '+/+', true],
  ['a?b', '+/+', true],
  ['?', '+', true],
  ['??', '+/', true],
  ['a/*', '+/+', true],
  ['*/x/*', '+/+', false],
  ['*/x/*', '+/%', true],
  ['t/*/s/*', 't/+', false],
  ['t/*/s/*', 't/+/s/+', true],
  ['t/*', 't/+/s/+', true],
])('a pattern `%s` names a text of `%s`: %s', (pattern, text, expected) => {
  expect(canName(pattern, format(text))).toBe(expected);
});

test('agrees with trying every short text', () => {
  const texts = ['', 'a', '/', 'b'].flatMap((one) =>
    ['', 'a', '/'].flatMap((two) => ['', 'a', '/'].map((three) => one + two + three)),
  );
  const expression = (text: string): RegExp =>
    new RegExp(
      `^${[...text].map((unit) => ({ '*': '.*', '?': '.', '+': '[^/]+', '%': '.+' })[unit] ?? unit).join('')}$`,
    );
  const units = ['', 'a', '/', '*', '?'];
  const patterns = units.flatMap((one) => units.flatMap((two) => units.map((three) => one + two + three)));
  for (const text of ['', 'a', '+', '%', 'a+', '+/', '+/+', '+a', '%/', 'a%']) {
    for (const pattern of patterns) {
      const shared = texts.some((one) => expression(pattern).test(one) && expression(text).test(one));
      // A text in common may be longer than those tried, never shorter.
      if (shared) expect(canName(pattern, format(text)), `${pattern} ${text}`).toBe(true);
      else if (!pattern.includes('*') && pattern.length <= 3)
        expect(canName(pattern, format(text)), `${pattern} ${text}`).toBe(false);
    }
  }
});

test('a pair that is too costly to compare is taken to agree', () => {
  expect(canName('a'.repeat(5001), format('b'))).toBe(true);
});

const factsOf = (text: string): ResourceFacts => new ResourceFacts(text, { missingFields: 'never' });

test('S42: an ARN of names without separators is of the types that the catalog reads it as, and of few others', () => {
  let more = 0;
  for (const { resourceTypes, prefix } of services()) {
    for (const type of resourceTypes) {
      const names = Object.fromEntries(arnVariables(type).map((name, index) => [name, `n${index}x`]));
      const arn = formatResourceArn(type, { ...names, Partition: 'aws' });
      if (arn === undefined || arn.includes('*')) continue;
      const read = new Set(matchResource(arn).map((match) => match.type));
      const own = resourceTypes.filter((other) => canMatch(factsOf(arn), other));
      const expected = resourceTypes.filter((other) => read.has(other));
      expect(own, `${prefix} ${arn}`).toEqual(expect.arrayContaining(expected));
      if (own.length > expected.length) more++;
    }
  }
  expect(more).toBeLessThan(30);
});

test.each([
  ['s3', 'bucket', 'arn:aws:s3:::b/*', false],
  ['s3', 'bucket', 'arn:aws:s3:::b*', true],
  ['s3', 'bucket', 'arn:aws:s3:::*/*', false],
  ['s3', 'object', 'arn:aws:s3:::b', false],
  ['s3', 'object', 'arn:aws:s3:::*', true],
  ['s3', 'accesspoint', 'arn:aws:s3:eu-west-1:111122223333:accesspoint/a/object/k', false],
  ['dynamodb', 'table', 'arn:aws:dynamodb:*:*:table/t/stream/*', false],
  ['logs', 'log-group', 'arn:aws:logs:*:*:log-group:/a/b:log-stream:*', true],
  ['logs', 'log-group', 'arn:aws:logs:*:*:log-group:/a/b:log-stream:c', false],
  ['amplifybackend', 'created-backend', 'arn:aws:amplifybackend:*:*:/backend/a/api/b', true],
  // The Region is empty, which no table has; that it is missing is another finding.
  ['dynamodb', 'table', 'arn:aws:dynamodb::111122223333:table/t', true],
  ['s3', 'accesspoint', 'arn:aws:s3:::accesspoint/a', false],
  ['s3', 'bucket', 'arn::s3:::b', true],
])('S55: of %s, `%s` can be %s: %s', (service, name, arn, expected) => {
  const type = getResourceType(service, name);
  expect(type && canMatch(factsOf(arn), type)).toBe(expected);
});
