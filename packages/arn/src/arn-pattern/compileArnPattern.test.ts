import { describe, expect, test } from 'vitest';
import { compileArnPattern } from './compileArnPattern.ts';
import type { ArnPatternOptions } from '../model/arnPatternOptions.ts';

type Row = readonly [title: string, pattern: string, matching: readonly string[], others: readonly string[]];

function table(options: ArnPatternOptions, rows: readonly Row[]): void {
  test.each(rows)('%s: `%s`', (...[, pattern, matching, others]) => {
    const matcher = compileArnPattern(pattern, options);
    expect(matching.filter((text) => !matcher.matches(text))).toEqual([]);
    expect(others.filter((text) => matcher.matches(text))).toEqual([]);
  });
}

describe('dialect resource', () => {
  table({ dialect: 'resource' }, [
    [
      'S43: empty is a value',
      'arn:aws:s3:::b',
      ['arn:aws:s3:::b'],
      ['arn:aws:s3:us-east-1::b', 'arn:aws:s3::1:b'],
    ],
    ['S44: partitions are compared', 'arn:aws:s3:::b', ['arn:aws:s3:::b'], ['arn:aws-cn:s3:::b']],
    [
      'S44: a partition may be a star',
      'arn:*:s3:::b',
      ['arn:aws:s3:::b', 'arn:aws-cn:s3:::b'],
      ['arn:aws:s4:::b'],
    ],
    ['S46: * matches every resource', '*', ['', '*', 'arn:aws:s3:::b', 'x:y'], []],
    ['S47: an ARN pattern does not cover the pseudo-resource', 'arn:aws:s3:::*', ['arn:aws:s3:::'], ['*']],
    [
      'S48: a star runs across slashes and may be empty',
      'arn:aws:s3:::b/*/test/*',
      ['arn:aws:s3:::b/1/2/test/3/x', 'arn:aws:s3:::b//test/x', 'arn:aws:s3:::b/1/test/'],
      ['arn:aws:s3:::b/test/x', 'arn:aws:s3:::b/1-test/x'],
    ],
    [
      'S49: ? is exactly one',
      'arn:aws:s3:::b?',
      ['arn:aws:s3:::bb', 'arn:aws:s3:::b:'],
      ['arn:aws:s3:::b', 'arn:aws:s3:::bbb'],
    ],
    [
      'S50: a star at the end runs past colons',
      'arn:aws:ecs:us-east-1:*',
      ['arn:aws:ecs:us-east-1:111122223333:cluster/c', 'arn:aws:ecs:us-east-1:'],
      ['arn:aws:ecs:us-east-2:111122223333:cluster/c', 'arn:aws:ecs:us-east-1'],
    ],
    [
      'S50: a star that ends its segment runs past colons',
      'arn:aws:ecs:*::cluster/c',
      ['arn:aws:ecs:us-east-1::cluster/c', 'arn:aws:ecs:us-east-1:1::cluster/c', 'arn:aws:ecs:::cluster/c'],
      ['arn:aws:ecs:cluster/c', 'arn:aws:ecs:us-east-1:1:cluster/c', 'arn:aws:ecs:us-east-1::cluster/d'],
    ],
    [
      'S50: also behind other characters of the segment',
      'arn:aws:ecs:us-*:111122223333:cluster/c',
      ['arn:aws:ecs:us-east-1:111122223333:cluster/c', 'arn:aws:ecs:us-a:b:111122223333:cluster/c'],
      ['arn:aws:ecs:eu-a:111122223333:cluster/c'],
    ],
    [
      'S51: a star inside a segment stays there',
      'arn:aws:ecs:us-*-1:1:c',
      ['arn:aws:ecs:us-east-1:1:c', 'arn:aws:ecs:us--1:1:c'],
      ['arn:aws:ecs:us-east-2:us-east-1:1:c', 'arn:aws:ecs:us-a:b-1:1:c'],
    ],
    ['S51: ? of the first five is no colon', 'arn:aws:s3:?:1:r', ['arn:aws:s3:x:1:r'], ['arn:aws:s3:::1:r']],
    [
      'S51: in the resource both may be a colon',
      'arn:aws:ecs:r:1:task-definition?web*7',
      ['arn:aws:ecs:r:1:task-definition/web:7', 'arn:aws:ecs:r:1:task-definition:web7'],
      ['arn:aws:ecs:r:1:task-definition/web:8'],
    ],
    [
      'S51: two kinds of stars at once',
      'arn:*:a*b:x*y:1:r*z',
      ['arn:p:ab:xy:1:rz', 'arn:p:q:ab:xy:1:r::z', 'arn:p:ab:xb:aab:x-y:1:rz', 'arn::ab:xz:ab:xy:1:rz'],
      ['arn:p:a:b:xy:1:rz', 'arn:p:ab:x:y:1:rz', 'arn:p:ab:xy:2:rz'],
    ],
    ['S52: missing fields match nothing', 'arn:aws:sqs', [], ['arn:aws:sqs', 'arn:aws:sqs:r:1:q']],
    ['S52: also behind a star', 'arn:aws:sqs:*:q', [], ['arn:aws:sqs:r:q', 'arn:aws:sqs:r:1:q']],
    [
      'S52: but a star at the end does',
      'arn:aws:sq*',
      ['arn:aws:sqs:r:1:q', 'arn:aws:sq'],
      ['arn:aws:sns:r:1:q'],
    ],
    [
      'S53: case matters',
      'arn:aws:iam::1:user/bob',
      ['arn:aws:iam::1:user/bob'],
      ['arn:aws:iam::1:user/Bob'],
    ],
    [
      'S55: no wildcard, no more than itself',
      'arn:aws:s3:::b',
      ['arn:aws:s3:::b'],
      ['arn:aws:s3:::b/k', 'arn:aws:s3:::', ''],
    ],
    [
      'S55: nor the other way',
      'arn:aws:s3:::b/*',
      ['arn:aws:s3:::b/', 'arn:aws:s3:::b/k'],
      ['arn:aws:s3:::b'],
    ],
    ['S55: a text that is no ARN stands as it is', 'x-?', ['x-y'], ['x-', 'x-:', 'x-y:*:*:*:*:*']],
    [
      'S59: a path is part of the resource',
      'arn:aws:iam::1:user/div*',
      ['arn:aws:iam::1:user/div/Jane'],
      ['arn:aws:iam::1:user/John'],
    ],
    [
      'S51: the star of *? is not the last of its segment and stays in it',
      'b:a*?:r',
      ['b:ab:r', 'b:abc:r'],
      ['b:a:r', 'b:a::r', 'b:ab:c:r'],
    ],
    [
      'S50: that of ?* is the last, and runs past colons',
      'b:a?*:r',
      ['b:ab:r', 'b:ab:c:r'],
      ['b:a:r', 'b:a::r'],
    ],
    ['S50: *?* ends in a star', 'b:a*?*:r', ['b:ab:r', 'b:ab:c:r'], ['b:a:r', 'b:a::r']],
    [
      'S51: in the resource part the order means nothing',
      'arn:aws:s3:::b*?',
      ['arn:aws:s3:::b:', 'arn:aws:s3:::bc:d'],
      ['arn:aws:s3:::b'],
    ],
  ]);

  describe('S52: missing fields that must not be empty', () => {
    table({ dialect: 'resource', missingFields: 'filled' }, [
      ['S52: all of a service', 'arn:aws:sqs', ['arn:aws:sqs:r:1:q'], ['arn:aws:sqs:::', 'arn:aws:sqs::1:q']],
      ['S52: the resource alone is missing', 'arn:aws:s3::', ['arn:aws:s3:::b/k:v'], ['arn:aws:s3:::']],
      [
        'S52: a field that the resource leaves empty is not one that a missing field has run past',
        'arn:aws:sqs',
        ['arn:aws:sqs:r:1:a:b'],
        ['arn:aws:sqs:r::a:b', 'arn:aws:sqs:r:1:'],
      ],
      [
        'S52: a written star stays in its field, so that the fields are those of the resource',
        'arn:*:s3:b/k',
        ['arn:aws:s3:b/k:1:r'],
        ['arn:x:s:::s3:b/k:s::', 'arn:x:y:s3:b/k:1:r'],
      ],
    ]);
  });

  describe('S52: missing fields as wildcards', () => {
    table({ dialect: 'resource', missingFields: 'wildcard' }, [
      [
        'S52: all of a service',
        'arn:aws:sqs',
        ['arn:aws:sqs:r:1:q', 'arn:aws:sqs:::'],
        ['arn:aws:sqs', 'arn:aws:sns:r:1:q'],
      ],
      [
        'S52: a ? at the end is no star',
        'arn:aws:sq?',
        ['arn:aws:sqs:r:1:q'],
        ['arn:aws:sqs', 'arn:aws:sq:r:1:q'],
      ],
      ['S52: an empty last field is a field', 'arn:aws:sqs:', ['arn:aws:sqs::1:q'], ['arn:aws:sqs:r:1:q']],
      ['S52: six segments miss nothing', 'arn:aws:sqs:::', ['arn:aws:sqs:::'], ['arn:aws:sqs:::q']],
      ['S52: only ARNs have fields', 'x', ['x'], ['x:1:2:3:4:5']],
    ]);
  });
});

describe('dialect operator', () => {
  table({ dialect: 'operator' }, [
    [
      'S110: no wildcard crosses the first five colons',
      'arn:aws:s:*:111122223333:finance/*',
      ['arn:aws:s:us-east-2:111122223333:finance/d.txt', 'arn:aws:s::111122223333:finance/'],
      ['arn:aws:s:us-east-2:999999999999:store/abc:111122223333:finance/d.txt'],
    ],
    ['S110: nor does ?', 'arn:aws:s?::1:r', ['arn:aws:s3::1:r'], ['arn:aws:s:::1:r', 'arn:aws:s::1:r']],
    [
      'S111: the sixth component is the remainder',
      'arn:aws:ecs:r:1:task-definition/web:*',
      ['arn:aws:ecs:r:1:task-definition/web:7', 'arn:aws:ecs:r:1:task-definition/web:7:8'],
      ['arn:aws:ecs:r:1:task-definition/web'],
    ],
    ['S111: ? may be a colon there', 'arn:aws:ecs:r:1:a?b', ['arn:aws:ecs:r:1:a:b'], ['arn:aws:ecs:r:1:ab']],
    ['S112: case matters', 'arn:aws:s3:::B', ['arn:aws:s3:::B'], ['arn:aws:s3:::b']],
    [
      'S112: a value without six parts never matches',
      'arn:*:*:*:*:*',
      ['arn:::::', 'arn:a:b:c:d:e:f'],
      ['arn:a:b:c:d', '*', ''],
    ],
    ['S112: nor a pattern without', 'arn:aws:sqs*', [], ['arn:aws:sqs:r:1:q', 'arn:aws:sqs']],
    ['S112: * alone does not match', '*', [], ['arn:aws:sqs:r:1:q', '*']],
  ]);
});
