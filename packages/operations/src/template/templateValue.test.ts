import { describe, expect, test } from 'vitest';
import { SOME } from '../arns/scope.ts';
import { templateValue } from './templateValue.ts';

/** A value in as many objects or lists as asked for. */
function nested(depth: number, wrap: (value: unknown) => unknown): unknown {
  return depth === 0 ? 'x' : wrap(nested(depth - 1, wrap));
}

describe('templateValue', () => {
  test('is the value itself where no function of the template makes it', () => {
    const value = { a: ['x', 1, true, null, { b: 'y' }], Reference: 'z', 'Fn:': 'w' };
    expect(templateValue(value)).toEqual(value);
  });

  test.each([{ Ref: 'Queue' }, { 'Fn::Sub': '${Stage}' }, { 'Fn::GetAtt': ['A', 'Arn'], other: 1 }])(
    'of %j is not known, wherever it stands',
    (made) => {
      expect(templateValue(made)).toBe(SOME);
      expect(templateValue({ a: [made, 'x'] })).toEqual({ a: [SOME, 'x'] });
    },
  );

  test.each([
    ['lists', (value: unknown) => [value]],
    ['objects', (value: unknown) => ({ value })],
  ])('is read 20 %s deep, and not known further down', (_, wrap) => {
    expect(templateValue(nested(20, wrap))).toEqual(nested(20, wrap));
    expect(JSON.stringify(templateValue(nested(21, wrap)))).toBe(
      JSON.stringify(nested(21, wrap)).replace('"x"', JSON.stringify(SOME)),
    );
  });
});
