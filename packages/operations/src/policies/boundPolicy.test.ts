import { describe, expect, test } from 'vitest';
import { policyOf } from '../_testing/given.ts';
import { boundPolicy } from './boundPolicy.ts';

/** Whether a statement bears on the resources of a pattern, in the least and the most that it may do. */
function bounds(statement: Readonly<Record<string, unknown>>, pattern: string): readonly boolean[] {
  return (['least', 'most'] as const).map((bound) => {
    const [one] = boundPolicy(policyOf({ Action: '*', ...statement }), pattern, bound).statements;
    return one?.resource?.negated === false;
  });
}

const PATTERN = 'arn:aws:ecs:eu-west-1:111122223333:task-definition/web:*';

describe('boundPolicy', () => {
  test.each([
    ['Allow', '*', [true, true]],
    ['Allow', 'arn:aws:ecs:*:*:task-definition/web:*', [true, true]],
    ['Allow', 'arn:aws:ecs:*:*:task-definition/web:7', [false, true]],
    ['Allow', 'arn:aws:ecs:*:*:task-definition/db:*', [false, false]],
    ['Allow', 'arn:aws:ecs:*:*:task-definition/${aws:username}:*', [false, true]],
    ['Deny', '*', [true, true]],
    ['Deny', 'arn:aws:ecs:*:*:task-definition/web:7', [true, false]],
    ['Deny', 'arn:aws:ecs:*:*:task-definition/db:*', [false, false]],
  ] as const)('%s on %s', (Effect, Resource, expected) => {
    expect(bounds({ Effect, Resource }, PATTERN)).toEqual(expected);
  });

  test('turns round for `NotResource`', () => {
    expect(bounds({ NotResource: 'arn:aws:ecs:*:*:task-definition/db:*' }, PATTERN)).toEqual([true, true]);
    expect(bounds({ NotResource: 'arn:aws:ecs:*:*:task-definition/web:7' }, PATTERN)).toEqual([false, true]);
    expect(bounds({ NotResource: 'arn:aws:ecs:*:*:task-definition/web:*' }, PATTERN)).toEqual([false, false]);
  });

  test('takes one of several values of `Resource`, and every one of `NotResource`', () => {
    const db = 'arn:aws:ecs:*:*:task-definition/db:*';
    const web = 'arn:aws:ecs:*:*:task-definition/web:*';
    const web7 = 'arn:aws:ecs:*:*:task-definition/web:7';
    expect(bounds({ Resource: [db, web] }, PATTERN)).toEqual([true, true]);
    expect(bounds({ Resource: [db, web7] }, PATTERN)).toEqual([false, true]);
    expect(bounds({ NotResource: [db, web7] }, PATTERN)).toEqual([false, true]);
    expect(bounds({ NotResource: [db, web] }, PATTERN)).toEqual([false, false]);
  });

  test('leaves a statement without resources as it is: that of a trust policy', () => {
    const trust = policyOf({ Principal: '*', Action: 'sts:AssumeRole' });
    expect(boundPolicy(trust, PATTERN, 'least').statements).toEqual(trust.statements);
  });

  test('lets a wildcard stand for a colon in keys of objects alone, and a variable anywhere', () => {
    const key = 'arn:aws:s3:::docs/a:*';
    expect(bounds({ Resource: 'arn:aws:s3:::docs/*b:c' }, key)).toEqual([false, true]);
    const cluster = 'arn:aws:ecs:*:*:cluster/*:*';
    expect(bounds({ Resource: cluster }, PATTERN)).toEqual([false, false]);
    expect(bounds({ Resource: `${cluster}\${aws:username}` }, PATTERN)).toEqual([false, true]);
    expect(bounds({ Resource: 'arn:aws:ecs:us-east-1:*:cluster/${aws:username}' }, PATTERN)).toEqual([
      false,
      false,
    ]);
  });

  test('covers nothing but `*` where nothing is known', () => {
    expect(bounds({ Resource: '*' }, '*')).toEqual([true, true]);
    expect(bounds({ Resource: 'arn:aws:ecs:*:*:*' }, '*')).toEqual([false, true]);
  });
});
