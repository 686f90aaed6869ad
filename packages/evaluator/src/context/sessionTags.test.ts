import { describe, expect, test } from 'vitest';
import { deriveSessionTags, type RoleSession, type SessionTagProblemCode } from '../index.ts';

function problemsOf(session: RoleSession): readonly (readonly [SessionTagProblemCode, string])[] {
  const { tags, transitiveTags, problems } = deriveSessionTags(session);
  if (problems.length > 0) expect([tags, transitiveTags]).toEqual([{}, {}]);
  return problems.map(({ code, key }) => [code, key] as const);
}

describe('S212: the tags of a session', () => {
  test('are those of the role and those that were passed', () => {
    const session = { roleTags: { team: 'blue' }, passedTags: { project: 'web' } };
    expect(deriveSessionTags(session)).toEqual({
      tags: { team: 'blue', project: 'web' },
      transitiveTags: {},
      problems: [],
    });
    expect(deriveSessionTags({})).toEqual({ tags: {}, transitiveTags: {}, problems: [] });
  });

  test('passed ones override those of the role, whatever the case of the key, which stays as passed', () => {
    const session = {
      roleTags: { Department: 'Marketing', team: 'blue' },
      passedTags: { department: 'sales' },
    };
    expect(deriveSessionTags(session).tags).toEqual({ department: 'sales', team: 'blue' });
  });

  test('numbers and booleans are their text, values compare with case', () => {
    expect(deriveSessionTags({ passedTags: { a: 12345, b: true, c: 'X', d: '' } }).tags).toEqual({
      a: '12345',
      b: 'true',
      c: 'X',
      d: '',
    });
  });

  test('only passed tags are made transitive, those of the role are not', () => {
    const session = {
      roleTags: { Sun: '1' },
      passedTags: { Star: '1', Moon: '1' },
      transitiveTagKeys: ['star', 'Sun', 'Comet'],
    };
    expect(deriveSessionTags(session).transitiveTags).toEqual({ Star: '1' });
  });

  test('a chain of three roles hands transitive tags on, which override the tags of later roles', () => {
    const first = deriveSessionTags({
      roleTags: { Heart: '1' },
      passedTags: { Star: '1', Heart: '1' },
      transitiveTagKeys: ['Star', 'Heart'],
    });
    const second = deriveSessionTags({ roleTags: { Sun: '2' }, inheritedTags: first.transitiveTags });
    expect(second.tags).toEqual({ Sun: '2', Star: '1', Heart: '1' });
    const third = deriveSessionTags({
      roleTags: { star: '3', Lightning: '3' },
      inheritedTags: second.transitiveTags,
    });
    expect(third.tags).toEqual({ Star: '1', Heart: '1', Lightning: '3' });
    expect(third.transitiveTags).toEqual({ Star: '1', Heart: '1' });
  });
});

describe('S212: a call fails, and makes no session,', () => {
  test('that passes a tag whose key the session inherits', () => {
    const session = { roleTags: { team: 'blue' }, passedTags: { STAR: '2' }, inheritedTags: { Star: '1' } };
    expect(deriveSessionTags(session)).toEqual({
      tags: {},
      transitiveTags: {},
      problems: [
        {
          code: 'inherited-tag-passed',
          key: 'STAR',
          message: 'found the tag `STAR` passed, though the session inherits one of that key',
        },
      ],
    });
  });

  test('that passes more than 50 tags', () => {
    const tags = (count: number): Record<string, string> =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`k${at}`, 'v']));
    expect(problemsOf({ passedTags: tags(50), roleTags: { k1: 'x', other: 'y' } })).toEqual([]);
    expect(problemsOf({ passedTags: tags(51) })).toEqual([['too-many-tags', '']]);
    expect(deriveSessionTags({ passedTags: tags(51) }).problems[0]?.message).toBe(
      'found 51 session tags, more than the 50 that a call may pass',
    );
  });

  test.each<[RoleSession, SessionTagProblemCode, string]>([
    [{ passedTags: { Team: 'a', team: 'b' } }, 'repeated-tag-key', 'team'],
    [{ passedTags: { team: ['a'] as unknown as string } }, 'value-not-single', 'team'],
    [{ passedTags: { ['k'.repeat(129)]: 'v' } }, 'tag-size', 'k'.repeat(129)],
    [{ passedTags: { '': 'v' } }, 'tag-size', ''],
    [{ passedTags: { k: 'v'.repeat(257) } }, 'tag-size', 'k'],
    [{ passedTags: { 'AWS:x': 'v' } }, 'reserved-tag-prefix', 'AWS:x'],
    [{ passedTags: { x: 'aws:v' } }, 'reserved-tag-prefix', 'x'],
  ])('that passes %j: %s', (session, code, key) => {
    expect(problemsOf(session)).toEqual([[code, key]]);
  });

  test('but roles have tags that AWS put there', () => {
    const roleTags = { 'aws:cloudformation:stack-name': 's' };
    expect(deriveSessionTags({ roleTags })).toMatchObject({ tags: roleTags, problems: [] });
  });

  test('and its messages cannot steer a terminal', () => {
    const [problem] = deriveSessionTags({ passedTags: { 'aws:\u001b[2J': 'v' } }).problems;
    expect(problem?.key).toBe('aws:\u001b[2J');
    expect(problem?.message).toContain(String.raw`aws:\u001b[2J`);
  });
});

test('what is no session, or no list of tags, gives no tags; a strange key is a key', () => {
  for (const session of [undefined, null, 1, 'x', [], { roleTags: null }, { passedTags: ['a'] }]) {
    expect(deriveSessionTags(session as unknown as RoleSession).tags).toEqual({});
  }
  const odd = JSON.parse('{"__proto__":"1","constructor":"2"}') as Record<string, string>;
  const { tags } = deriveSessionTags({ passedTags: odd, transitiveTagKeys: 7 as unknown as string[] });
  expect(Object.entries(tags)).toEqual([
    ['__proto__', '1'],
    ['constructor', '2'],
  ]);
});
