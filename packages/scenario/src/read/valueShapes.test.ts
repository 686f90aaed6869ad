import { expect, test } from 'vitest';
import { readScenarios } from './readScenarios.ts';

const ROLE = 'arn:aws:iam::111122223333:role/web';
const BUCKET = 'arn:aws:s3:::b';
const REQUEST = { principal: ROLE, action: 's3:GetObject', resource: '*', policies: {} };
const CALL = { principal: ROLE, operation: 's3:GetObject', policies: {} };
const GRANT = { grantee: ROLE, operations: ['Decrypt'] };

/** What is said about a scenario: the text that it is about, and the words. */
function findings(scenario: object): readonly (readonly string[])[] {
  const text = JSON.stringify({ id: 'a', ...scenario });
  const [reading] = readScenarios(text).scenarios;
  expect(reading?.ok).toBe(false);
  return (reading?.diagnostics ?? []).map(({ range, message, help }) => [
    text.slice(range?.start.offset, range?.end.offset),
    message,
    ...(help === undefined ? [] : [help]),
  ]);
}

test.each<readonly [string, object, readonly (readonly string[])[]]>([
  ['a context', { ...REQUEST, context: [] }, [['[]', '`context` must be an object, found an array']]],
  [
    'a value of the context',
    { ...REQUEST, context: { 'aws:a': null } },
    [
      [
        'null',
        'the value of the context key `aws:a` is not a string, number or boolean, nor an array of those',
        'leave a key out to say that the request does not have it',
      ],
    ],
  ],
  ...(['identity', 'boundary', 'session', 'scps', 'rcps'] as const).map(
    (layer) =>
      [
        `the layer ${layer}`,
        { ...REQUEST, policies: { [layer]: 1 } },
        [['1', `\`${layer}\` must be an array, found \`1\``]],
      ] as const,
  ),
  ...(['scps', 'rcps'] as const).map(
    (layer) =>
      [
        `a level of the layer ${layer}`,
        { ...REQUEST, policies: { [layer]: [[], 1] } },
        [['1', `a level of \`${layer}\` must be an array, found \`1\``]],
      ] as const,
  ),
  [
    'grants',
    { ...REQUEST, policies: { grants: {} } },
    [['{}', '`grants` must be an array, found an object']],
  ],
  ['a grant', { ...REQUEST, policies: { grants: ['x'] } }, [['"x"', 'a grant must be an object, found `x`']]],
  [
    'what a grant has',
    { ...REQUEST, policies: { grants: [{}] } },
    [
      ['{}', 'a grant needs `grantee`'],
      ['{}', 'a grant needs `operations`'],
    ],
  ],
  [
    'a grantee',
    { ...REQUEST, policies: { grants: [{ ...GRANT, grantee: 1 }] } },
    [['1', '`grantee` must be a string, found `1`']],
  ],
  [
    'a grantee that is everybody',
    { ...REQUEST, policies: { grants: [{ ...GRANT, grantee: '*' }] } },
    [
      [
        '"*"',
        '`*` cannot be a grantee',
        'write the ARN of a user, role, role session, federated user or account root, or { "service": "NAME" }',
      ],
    ],
  ],
  [
    'a grantee without its service',
    { ...REQUEST, policies: { grants: [{ ...GRANT, grantee: {} }] } },
    [['{}', 'a grantee object needs `service`']],
  ],
  [
    'a service that is no text, once',
    { ...REQUEST, policies: { grants: [{ ...GRANT, grantee: { service: 1 } }] } },
    [['1', '`service` must be a string, found `1`']],
  ],
  [
    'the operations of a grant',
    { ...REQUEST, policies: { grants: [{ ...GRANT, operations: 'Decrypt' }] } },
    [['"Decrypt"', '`operations` must be an array, found `Decrypt`']],
  ],
  [
    'the source of a grant',
    { ...REQUEST, policies: { grants: [{ ...GRANT, sourceArn: [] }] } },
    [['[]', '`sourceArn` must be a string, found an array']],
  ],
  [
    'an encryption context of a grant',
    { ...REQUEST, policies: { grants: [{ ...GRANT, encryptionContextSubset: { a: 1 } }] } },
    [['1', 'a value of `encryptionContextSubset` must be a string, found `1`']],
  ],
  [
    'what is known of a resource',
    { ...CALL, world: { [BUCKET]: 1 } },
    [['1', `what is known of \`${BUCKET}\` must be an object, found \`1\``]],
  ],
  ['what is known', { ...CALL, world: 'x' }, [['"x"', '`world` must be an array, found `x`']]],
  ['an item of what is known', { ...CALL, world: [1] }, [['1', 'a resource must be an object, found `1`']]],
  ['an item without its ARN', { ...CALL, world: [{}] }, [['{}', 'a resource needs its `arn`']]],
  ['an ARN of an item, once', { ...CALL, world: [{ arn: 1 }] }, [['1', '`arn` must be a string, found `1`']]],
  [
    'tags of a resource',
    { ...CALL, world: { [BUCKET]: { tags: { a: 1 } } } },
    [['1', 'a value of `tags` must be a string, found `1`']],
  ],
  [
    'an account of a resource',
    { ...CALL, world: { [BUCKET]: { account: '12' } } },
    [['"12"', '`account` is `12`, expected an account of twelve digits']],
  ],
  [
    'an underlying resource',
    { ...CALL, world: { [BUCKET]: { underlying: 'b' } } },
    [['"b"', '`underlying` is `b`, expected an ARN']],
  ],
  [
    'the role of a profile',
    { ...CALL, world: { web: { role: 'web' } } },
    [['"web"', '`role` is `web`, expected the ARN of a role']],
  ],
  [
    'the roles of a resource',
    { ...CALL, world: { [BUCKET]: { roles: [1] } } },
    [['1', 'a role must be a string, found `1`']],
  ],
])('%s of the wrong kind is told what it has to be', (_, scenario, expected) => {
  expect(findings(scenario)).toEqual(expected);
});

test.each([
  ['a user', 'arn:aws:iam::111122223333:user/ada'],
  ['a service', { service: 's3.amazonaws.com' }],
])('%s may be a grantee', (_, grantee) => {
  const text = JSON.stringify({ id: 'a', ...REQUEST, policies: { grants: [{ ...GRANT, grantee }] } });
  const [reading] = readScenarios(text).scenarios;
  expect(reading?.ok && reading.asks === 'action' && reading.scenario.policies.grants).toMatchObject([
    { grantee, operations: ['Decrypt'] },
  ]);
});
