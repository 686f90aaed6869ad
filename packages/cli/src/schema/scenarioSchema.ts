import { GRANT_OPERATIONS, POLICY_SET_FLAGS } from '@policywright/evaluator';
import { described, DRAFT, objectOf, oneOrMore, TEXT, TEXTS, type Schema } from './schema.ts';

/**
 * Describes scenario files as a JSON Schema of draft 7, for editors: what they complete and underline. Whether a file
 * is one says `readScenarios`, which knows more.
 */
export function scenarioSchema(): Schema {
  const scenario = { ...REQUEST, ...SHARED, ...NOTES };
  return {
    $schema: DRAFT,
    title: 'Scenarios of policywright: requests, the policies that bear on them, and the decisions to expect',
    anyOf: [
      { $ref: '#/definitions/scenario' },
      { type: 'array', items: { $ref: '#/definitions/scenario' } },
      { $ref: '#/definitions/file' },
    ],
    definitions: {
      scenario: objectOf(scenario, { open: true }),
      file: objectOf(
        {
          ...REQUEST,
          ...SHARED,
          scenarios: described(
            { type: 'array', items: { $ref: '#/definitions/scenario' } },
            'Scenarios that share what stands beside them unless they have it themselves.',
          ),
        },
        { required: ['scenarios'], open: true },
      ),
      policy: { anyOf: [{ $ref: '#/definitions/document' }, { $ref: '#/definitions/reference' }] },
      document: objectOf(
        {
          Version: { enum: ['2012-10-17', '2008-10-17'] },
          Id: TEXT,
          Statement: oneOrMore({ type: 'object' }),
        },
        { required: ['Statement'] },
      ),
      reference: {
        anyOf: [
          objectOf(
            {
              file: described(TEXT, 'A policy or template, from the folder of this file.'),
              resource: described(TEXT, 'A user, group or role of the template.'),
              values: { type: 'object', additionalProperties: TEXT },
            },
            { required: ['file'] },
          ),
          objectOf(
            { managed: described(TEXT, 'The name or ARN of a managed policy of AWS.'), version: TEXT },
            { required: ['managed'] },
          ),
        ],
      },
      principal: {
        anyOf: [
          { type: 'string' },
          objectOf({ service: TEXT }, { required: ['service'] }),
          objectOf({ federated: TEXT }, { required: ['federated'] }),
          objectOf({ canonicalUser: TEXT }, { required: ['canonicalUser'] }),
        ],
      },
      policies: policies(),
      world: world(),
      flags: flags(),
    },
  };
}

const PATTERN_OF_ACCOUNT = '^[0-9]{12}$';
const ACCOUNT: Schema = { type: 'string', pattern: PATTERN_OF_ACCOUNT };
const VALUE: Schema = { type: ['string', 'number', 'boolean'] };

const REQUEST: Readonly<Record<string, Schema>> = {
  principal: described(
    { $ref: '#/definitions/principal' },
    'Who asks: an ARN, "anonymous", or an object for a service or a provider of identities.',
  ),
  action: described({ type: 'string', pattern: ':' }, 'Such as "ecs:RunTask".'),
  resource: described(TEXT, 'Its ARN, or "*".'),
  resourceAccount: described(ACCOUNT, 'The account that owns the resource, where its ARN does not tell.'),
  underlying: described(
    { type: 'array', items: { anyOf: [TEXT, objectOf({ resource: TEXT, resourceAccount: ACCOUNT })] } },
    'What lies behind an S3 access point.',
  ),
  context: described(
    { type: 'object', additionalProperties: oneOrMore(VALUE) },
    'Context keys with their values.',
  ),
  operation: described(
    { type: 'string', pattern: '^[^:*?\\s]+:[^:*?\\s]+$' },
    'A call of an API in place of action and resource: "ecs:RunTask".',
  ),
  input: described({ type: 'object' }, 'The input of the call, with the names that the SDKs have.'),
  region: described(TEXT, 'The Region that is called.'),
  world: described({ $ref: '#/definitions/world' }, 'What is known of resources.'),
  perhaps: described(
    { enum: ['count', 'ignore'] },
    'Whether checks count of which AWS only says that a call may need them.',
  ),
};

const SHARED: Readonly<Record<string, Schema>> = {
  $schema: TEXT,
  policies: { $ref: '#/definitions/policies' },
  flags: described({ $ref: '#/definitions/flags' }, 'What no document states.'),
  expected: described(
    { enum: ['Allow', 'ExplicitDeny', 'ImplicitDeny', 'Depends'] },
    'The decision to expect; Depends of a call only.',
  ),
  rule: described(TEXT, 'The rule of the language that it shows.'),
  source: described(TEXT, 'The title of the page that it follows.'),
};

const NOTES: Readonly<Record<string, Schema>> = {
  id: described(TEXT, 'A name of its own in the file.'),
  title: described(TEXT, 'One line for people.'),
  why: TEXT,
  confidence: TEXT,
};

function policies(): Schema {
  const policy = { $ref: '#/definitions/policy' };
  const list = { type: ['array', 'null'], items: policy };
  const levels = { type: ['array', 'null'], items: { type: 'array', items: policy } };
  const attached = {
    anyOf: [
      { type: 'null' },
      objectOf({ default: { const: 'key-policy' } }, { required: ['default'] }),
      policy,
    ],
  };
  return objectOf({
    identity: list,
    boundary: list,
    session: list,
    scps: described(levels, 'One inner list a level, the root first.'),
    rcps: described(levels, 'One inner list a level, the root first.'),
    resource: described(
      { anyOf: [attached, { type: 'array', items: attached }] },
      'The policies of the resource, or the trust policy of a role; null where none is given.',
    ),
    vpcEndpoint: { anyOf: [{ type: 'null' }, policy, { type: 'array', items: policy }] },
    grants: { type: ['array', 'null'], items: grant() },
  });
}

function grant(): Schema {
  const pairs = { type: 'object', additionalProperties: TEXT };
  return objectOf(
    {
      grantee: { anyOf: [TEXT, objectOf({ service: TEXT }, { required: ['service'] })] },
      operations: { type: 'array', items: { enum: GRANT_OPERATIONS } },
      encryptionContextEquals: pairs,
      encryptionContextSubset: pairs,
      sourceArn: TEXT,
    },
    { required: ['grantee', 'operations'] },
  );
}

function world(): Schema {
  const policy = { $ref: '#/definitions/policy' };
  const own = {
    account: ACCOUNT,
    tags: { type: 'object', additionalProperties: TEXT },
    policy: {
      anyOf: [
        { type: 'null' },
        objectOf({ default: { const: 'key-policy' } }, { required: ['default'] }),
        policy,
      ],
    },
    trust: { anyOf: [{ type: 'null' }, policy] },
    keyArn: described(TEXT, 'The key that encrypts it; "none" for no customer managed key.'),
    roles: described(TEXTS, 'The roles that a task definition and the like pass on.'),
    role: described(TEXT, 'The role of an instance profile.'),
    underlying: described(TEXT, 'The bucket behind an access point.'),
  };
  return {
    anyOf: [
      { type: 'object', additionalProperties: objectOf(own) },
      { type: 'array', items: objectOf({ arn: TEXT, ...own }, { required: ['arn'] }) },
    ],
  };
}

function flags(): Schema {
  const entries = Object.entries(POLICY_SET_FLAGS).map(([name, { words, meaning }]) => {
    const value = words.length === 0 ? { type: 'boolean' } : { enum: words };
    return [name, described(value, meaning)] as const;
  });
  return objectOf(Object.fromEntries(entries));
}
