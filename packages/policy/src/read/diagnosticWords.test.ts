import { expect, test } from 'vitest';
import type { PolicyType } from '../model/policy.ts';
import { parsePolicy } from './parsePolicy.ts';

/** What is found: severity, code and place, the text that is marked, the message, and how to mend it. */
function found(type: PolicyType, document: unknown): readonly (readonly string[])[] {
  const text = JSON.stringify(document);
  return parsePolicy(text, { type }).diagnostics.map(({ severity, code, path, range, message, help }) => [
    `${severity} ${code} ${path}`,
    text.slice(range?.start.offset, range?.end.offset),
    message,
    ...(help === undefined ? [] : [help]),
  ]);
}

test.each<[PolicyType, unknown, readonly (readonly string[])[]]>([
  [
    'scp',
    { Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }] },
    [
      [
        'warning scp-version ',
        '{',
        'found no `Version` 2012-10-17, which a service control policy needs',
        'add `"Version": "2012-10-17"`',
      ],
    ],
  ],
  [
    'rcp',
    {
      Version: '2008-10-17',
      Statement: [{ Effect: 'Deny', Action: 's3:GetObject', Resource: '*', Principal: '*' }],
    },
    [
      [
        'warning rcp-version /Version',
        '"2008-10-17"',
        'found no `Version` 2012-10-17, which a resource control policy needs',
        'add `"Version": "2012-10-17"`',
      ],
    ],
  ],
  [
    'scp',
    { Version: 5, Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }] },
    [
      [
        'warning scp-version /Version',
        '5',
        'found no `Version` 2012-10-17, which a service control policy needs',
        'add `"Version": "2012-10-17"`',
      ],
      [
        'error data-type-mismatch /Version',
        '5',
        'found `5` in `Version`, expected `2012-10-17` or `2008-10-17`',
      ],
    ],
  ],
  [
    'identity',
    { Version: '2012-10-18', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }] },
    [
      [
        'error invalid-version /Version',
        '"2012-10-18"',
        'found `2012-10-18` in `Version`, expected `2012-10-17` or `2008-10-17`',
        'it names the version of the language, not of your policy: write `2012-10-17`',
      ],
    ],
  ],
  [
    'identity',
    { Version: 2012, Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }] },
    [
      [
        'error data-type-mismatch /Version',
        '2012',
        'found `2012` in `Version`, expected `2012-10-17` or `2008-10-17`',
      ],
    ],
  ],
  [
    'identity',
    {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }],
      Id: 'x',
    },
    [
      [
        'warning unsupported-id /Id',
        '"x"',
        'found `Id` in an identity-based policy, which only resource-based policies have',
        'remove it',
      ],
    ],
  ],
  [
    'identity',
    {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: 's3:GetObject', Resource: '*', Principal: { AWS: '111122223333' } },
      ],
    },
    [
      [
        'error unsupported-principal /Statement/0/Principal',
        '{',
        'found `Principal`, which an identity-based policy does not have',
        'remove it, or check the type of the policy',
      ],
    ],
  ],
  [
    'scp',
    {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: 's3:GetObject', Resource: '*', NotPrincipal: { AWS: '111122223333' } },
      ],
    },
    [
      [
        'warning allow-with-notprincipal /Statement/0/NotPrincipal',
        '{"AWS":"111122223333"}',
        'found `NotPrincipal` in an Allow statement, which grants to everybody else, anonymous callers included',
        'name who may call with `Principal`',
      ],
      [
        'error scp-syntax-error-principal /Statement/0/NotPrincipal',
        '{',
        'found `NotPrincipal`, which a service control policy does not have',
        'remove it, or check the type of the policy',
      ],
    ],
  ],
  [
    'resource',
    { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }] },
    [
      [
        'error missing-principal /Statement/0',
        '{',
        'found a statement without `Principal`, which a resource-based policy needs',
        'name who may call, such as `"Principal": { "AWS": "111122223333" }`',
      ],
    ],
  ],
  [
    'trust',
    {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*', Principal: { AWS: '111122223333' } },
      ],
    },
    [
      [
        'error role-trust-policy-syntax-error-resource /Statement/0/Resource',
        '"*"',
        'found `Resource`, which a role trust policy does not have',
        'remove it, or check the type of the policy',
      ],
    ],
  ],
  [
    'trust',
    {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Deny', Action: 'sts:AssumeRole', NotPrincipal: { AWS: '111122223333' } }],
    },
    [
      [
        'error role-trust-policy-syntax-error-notprincipal /Statement/0/NotPrincipal',
        '{',
        'found `NotPrincipal`, which a role trust policy does not have',
        'remove it, or check the type of the policy',
      ],
    ],
  ],
  [
    'identity',
    { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject' }] },
    [['error missing-resource /Statement/0', '{', 'found a statement without `Resource` or `NotResource`']],
  ],
  [
    'identity',
    { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Resource: '*' }] },
    [['error missing-action /Statement/0', '{', 'found a statement without `Action` or `NotAction`']],
  ],
  [
    'identity',
    { Version: '2012-10-17', Statement: [{ Action: 's3:GetObject', Resource: '*' }] },
    [
      [
        'error missing-effect /Statement/0',
        '{',
        'found a statement without `Effect`',
        'add `"Effect": "Allow"` or `"Effect": "Deny"`',
      ],
    ],
  ],
  [
    'identity',
    { Version: '2012-10-17', Statement: [{ Effect: 'allow', Action: 's3:GetObject', Resource: '*' }] },
    [
      [
        'error invalid-effect /Statement/0/Effect',
        '"allow"',
        'found `allow` in `Effect`, expected `Allow` or `Deny`',
        'did you mean `Allow`',
      ],
    ],
  ],
  [
    'identity',
    { Version: '2012-10-17', Statement: [{ Effect: 'Alow', Action: 's3:GetObject', Resource: '*' }] },
    [
      [
        'error invalid-effect /Statement/0/Effect',
        '"Alow"',
        'found `Alow` in `Effect`, expected `Allow` or `Deny`',
        'did you mean `Allow`',
      ],
    ],
  ],
  [
    'identity',
    { Version: '2012-10-17', Statement: [{ Effect: 'Grant', Action: 's3:GetObject', Resource: '*' }] },
    [
      [
        'error invalid-effect /Statement/0/Effect',
        '"Grant"',
        'found `Grant` in `Effect`, expected `Allow` or `Deny`',
      ],
    ],
  ],
  [
    'identity',
    { Version: '2012-10-17', Statement: [{ Effect: true, Action: 's3:GetObject', Resource: '*' }] },
    [
      [
        'error data-type-mismatch /Statement/0/Effect',
        'true',
        'found `true` in `Effect`, expected `Allow` or `Deny`',
      ],
    ],
  ],
  [
    'rcp',
    {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', Principal: '*' }],
    },
    [
      [
        'warning rcp-effect /Statement/0/Effect',
        '"Allow"',
        'found `Allow`, expected `Deny` in a resource control policy',
      ],
    ],
  ],
  [
    'rcp',
    {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Deny', Action: 's3:GetObject', Resource: '*', Principal: { AWS: '111122223333' } },
      ],
    },
    [
      [
        'warning rcp-principal /Statement/0/Principal',
        '{',
        'found an object, expected `"*"` in a resource control policy',
      ],
    ],
  ],
  [
    'rcp',
    {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Deny', Action: 's3:GetObject', Resource: '*', NotPrincipal: { AWS: '111122223333' } },
      ],
    },
    [
      [
        'error rcp-notprincipal /Statement/0/NotPrincipal',
        '{',
        'found `NotPrincipal`, which a resource control policy does not have',
        'remove it, or check the type of the policy',
      ],
    ],
  ],
  [
    'rcp',
    {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Deny', Resource: '*', Principal: '*', NotAction: 's3:*' }],
    },
    [
      [
        'error rcp-notaction /Statement/0/NotAction',
        '"s3:*"',
        'found `NotAction`, which a resource control policy does not have',
        'remove it, or check the type of the policy',
      ],
    ],
  ],
  [
    'resource',
    {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', Principal: '111122223333' }],
    },
    [
      [
        'error invalid-principal-format /Statement/0/Principal',
        '"111122223333"',
        'found `111122223333` in `Principal`, expected `"*"` or an object',
        'write `{ "AWS": … }`',
      ],
    ],
  ],
  [
    'resource',
    {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', Principal: 'ec2.amazonaws.com' }],
    },
    [
      [
        'error invalid-principal-format /Statement/0/Principal',
        '"ec2.amazonaws.com"',
        'found `ec2.amazonaws.com` in `Principal`, expected `"*"` or an object',
        'write `{ "Service": … }`',
      ],
    ],
  ],
  [
    'resource',
    {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', Principal: ['*'] }],
    },
    [
      [
        'error data-type-mismatch /Statement/0/Principal',
        '[',
        'found an array in `Principal`, expected `"*"` or an object',
        'use `{ "AWS": [ … ] }` for a list',
      ],
    ],
  ],
  [
    'resource',
    {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: 's3:GetObject', Resource: '*', Principal: { AWS: 'ec2.amazonaws.com' } },
      ],
    },
    [
      [
        'warning invalid-principal-format /Statement/0/Principal/AWS',
        '"ec2.amazonaws.com"',
        'found `ec2.amazonaws.com` under `AWS`, expected `*`, an account number or the ARN of an account, user, role or session',
        'put service principals under `Service`',
      ],
    ],
  ],
  [
    'resource',
    {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', Principal: { AWS: 'bob' } }],
    },
    [
      [
        'warning invalid-principal-format /Statement/0/Principal/AWS',
        '"bob"',
        'found `bob` under `AWS`, expected `*`, an account number or the ARN of an account, user, role or session',
      ],
    ],
  ],
  [
    'resource',
    {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: 's3:GetObject',
          Resource: '*',
          Principal: { Services: 'ec2.amazonaws.com' },
        },
      ],
    },
    [
      [
        'error invalid-principal-key /Statement/0/Principal/Services',
        '"Services"',
        'found `Services` in a principal, expected one of `AWS`, `Service`, `Federated`, `CanonicalUser`',
        'did you mean `Service`',
      ],
    ],
  ],
  [
    'resource',
    {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', Principal: { Who: 'x' } }],
    },
    [
      [
        'error invalid-principal-key /Statement/0/Principal/Who',
        '"Who"',
        'found `Who` in a principal, expected one of `AWS`, `Service`, `Federated`, `CanonicalUser`',
      ],
    ],
  ],
  [
    'resource',
    {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', Principal: {} }],
    },
    [
      [
        'warning empty-object-principal /Statement/0/Principal',
        '{}',
        'found `Principal` without members, which matches nobody',
      ],
    ],
  ],
  [
    'resource',
    {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', Principal: { AWS: [] } }],
    },
    [
      [
        'warning empty-array-principal /Statement/0/Principal/AWS',
        '[]',
        'found an empty list in `AWS`, which matches nothing',
      ],
    ],
  ],
  [
    'resource',
    {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', Principal: { AWS: 1 } }],
    },
    [
      [
        'error data-type-mismatch /Statement/0/Principal/AWS',
        '1',
        'found `1` in `AWS`, expected a string or a list of strings',
      ],
    ],
  ],
  [
    'resource',
    {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: 's3:GetObject', Resource: '*', NotPrincipal: { AWS: '111122223333' } },
      ],
    },
    [
      [
        'warning allow-with-notprincipal /Statement/0/NotPrincipal',
        '{"AWS":"111122223333"}',
        'found `NotPrincipal` in an Allow statement, which grants to everybody else, anonymous callers included',
        'name who may call with `Principal`',
      ],
    ],
  ],
  [
    'identity',
    {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: 's3:GetObject',
          Resource: '*',
          Condition: { NullIfExists: { 'a:b': 'true' } },
        },
      ],
    },
    [
      [
        'error null-with-if-exists /Statement/0/Condition/NullIfExists',
        '"NullIfExists"',
        'found `NullIfExists`, expected `Null` on its own',
        'write `Null`: it already says whether the key is present',
      ],
    ],
  ],
  [
    'identity',
    {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: 's3:GetObject',
          Resource: '*',
          Condition: { 'ForAnyValue:Null': { 'a:b': 'true' } },
        },
      ],
    },
    [
      [
        'warning null-with-qualifier /Statement/0/Condition/ForAnyValue:Null',
        '"ForAnyValue:Null"',
        'found `ForAnyValue:Null`, which is always false',
        'write `Null`: it already says whether the key is present',
      ],
    ],
  ],
  [
    'identity',
    {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: 's3:GetObject',
          Resource: '*',
          Condition: { 'ForAllValues:Null': { 'a:b': 'true' } },
        },
      ],
    },
    [
      [
        'warning null-with-qualifier /Statement/0/Condition/ForAllValues:Null',
        '"ForAllValues:Null"',
        'found `ForAllValues:Null`, which is always true',
        'write `Null`: it already says whether the key is present',
      ],
    ],
  ],
  [
    'identity',
    {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: 's3:GetObject',
          Resource: '*',
          Condition: { StringEqual: { 'a:b': 'x' } },
        },
      ],
    },
    [
      [
        'error invalid-condition-operator /Statement/0/Condition/StringEqual',
        '"StringEqual"',
        'found `StringEqual`, which is no condition operator',
        'did you mean `StringEquals`',
      ],
    ],
  ],
  [
    'identity',
    {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: 's3:GetObject', Resource: '*', Condition: { Nonsense: { 'a:b': 'x' } } },
      ],
    },
    [
      [
        'error invalid-condition-operator /Statement/0/Condition/Nonsense',
        '"Nonsense"',
        'found `Nonsense`, which is no condition operator',
      ],
    ],
  ],
  [
    'identity',
    {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: 's3:GetObject',
          Resource: '*',
          Condition: { StringEquals: { 'a:b': null } },
        },
      ],
    },
    [
      [
        'error null-value /Statement/0/Condition/StringEquals/a:b',
        'null',
        'found `null` in `a:b`, expected a value or a list of values',
      ],
    ],
  ],
  [
    'identity',
    {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: 's3:GetObject',
          Resource: '*',
          Condition: { StringEquals: { 'a:b': [] } },
        },
      ],
    },
    [
      [
        'warning empty-array-condition /Statement/0/Condition/StringEquals/a:b',
        '[]',
        'found an empty list for `a:b`, expected at least one value',
      ],
    ],
  ],
  [
    'identity',
    {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: 's3:GetObject', Resource: '*', Condition: { StringEquals: 'x' } },
      ],
    },
    [
      [
        'error data-type-mismatch /Statement/0/Condition/StringEquals',
        '"x"',
        'found `x` in `StringEquals`, expected an object of context keys',
        'write `{ "operator": { "key": "value" } }`',
      ],
    ],
  ],
  [
    'identity',
    {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', Condition: [] }],
    },
    [
      [
        'error data-type-mismatch /Statement/0/Condition',
        '[',
        'found an array in `Condition`, expected an object of operators',
      ],
    ],
  ],
  [
    'identity',
    { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: [], Resource: '*' }] },
    [
      [
        'warning empty-array-action /Statement/0/Action',
        '[]',
        'found an empty list in `Action`, which matches nothing',
      ],
    ],
  ],
  [
    'identity',
    { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 5, Resource: '*' }] },
    [
      [
        'error data-type-mismatch /Statement/0/Action',
        '5',
        'found `5` in `Action`, expected a string or a list of strings',
      ],
    ],
  ],
  [
    'identity',
    { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'getobject', Resource: '*' }] },
    [
      [
        'warning action-format /Statement/0/Action',
        '"getobject"',
        'found `getobject` in `Action`, expected `*` or the form `prefix:Name`',
      ],
    ],
  ],
  [
    'identity',
    { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'bucket' }] },
    [
      [
        'warning invalid-arn-prefix /Statement/0/Resource',
        '"bucket"',
        'found `bucket` in `Resource`, expected `*` or an ARN, which starts with `arn:`',
      ],
    ],
  ],
  [
    'identity',
    {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', NotAction: 's3:*' }],
    },
    [
      [
        'error unsupported-element-combination /Statement/0/NotAction',
        '"s3:*"',
        'found `Action` and `NotAction` in one statement, expected one of them',
        'split the statement in two',
      ],
    ],
  ],
  [
    'identity',
    {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', NotResource: '*' }],
    },
    [
      [
        'error unsupported-element-combination /Statement/0/NotResource',
        '"*"',
        'found `Resource` and `NotResource` in one statement, expected one of them',
        'split the statement in two',
      ],
    ],
  ],
  [
    'identity',
    {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', Sid: 'a b' }],
    },
    [
      [
        'warning unsupported-sid /Statement/0/Sid',
        '"a b"',
        'found `a b` in `Sid`, expected only letters A to Z, a to z and digits',
      ],
    ],
  ],
  [
    'identity',
    {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: 's3:GetObject', Resource: '*', Sid: 'A' },
        { Effect: 'Allow', Action: 's3:GetObject', Resource: '*', Sid: 'A' },
      ],
    },
    [
      [
        'warning unique-sids-required /Statement/1/Sid',
        '"A"',
        'found the `Sid` `A` a second time in one policy',
        'give each statement its own, or leave it out',
      ],
    ],
  ],
  [
    'identity',
    {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', Sid: 5 }],
    },
    [['error data-type-mismatch /Statement/0/Sid', '5', 'found `5` in `Sid`, expected a string']],
  ],
  [
    'identity',
    {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', Actions: 'x' }],
    },
    [
      [
        'error invalid-policy-element /Statement/0/Actions',
        '"Actions"',
        'found the unknown element `Actions`, expected one of `Sid`, `Effect`, `Principal`, `NotPrincipal`, `Action`, `NotAction`, `Resource`, `NotResource`, `Condition`',
        'did you mean `Action`',
      ],
    ],
  ],
  [
    'identity',
    {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', Foo: 'x' }],
    },
    [
      [
        'error invalid-policy-element /Statement/0/Foo',
        '"Foo"',
        'found the unknown element `Foo`, expected one of `Sid`, `Effect`, `Principal`, `NotPrincipal`, `Action`, `NotAction`, `Resource`, `NotResource`, `Condition`',
        'remove it',
      ],
    ],
  ],
  [
    'identity',
    { Version: '2012-10-17', Statement: [] },
    [
      [
        'warning missing-statement /Statement',
        '[',
        'found no statement in `Statement`',
        'add a statement with `Effect`, `Action` and `Resource`',
      ],
    ],
  ],
  [
    'identity',
    { Version: '2012-10-17' },
    [
      [
        'error missing-statement ',
        '{',
        'found no `Statement` in the document',
        'add a statement with `Effect`, `Action` and `Resource`',
      ],
    ],
  ],
  [
    'identity',
    {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }],
      Statment: 'x',
    },
    [
      [
        'error invalid-policy-element /Statment',
        '"Statment"',
        'found the unknown element `Statment`, expected one of `Version`, `Id`, `Statement`',
        'did you mean `Statement`',
      ],
    ],
  ],
  [
    'identity',
    [],
    [
      [
        'error data-type-mismatch ',
        '[',
        'found an array as the document, expected an object with `Statement`',
      ],
    ],
  ],
  [
    'identity',
    'x',
    [['error data-type-mismatch ', '"x"', 'found `x` as the document, expected an object with `Statement`']],
  ],
])('%s policy %j', (type, document, expected) => {
  expect(found(type, document)).toEqual(expected);
});
