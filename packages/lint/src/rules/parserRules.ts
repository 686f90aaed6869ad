import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { DiagnosticCode, PolicyType } from '@policywright/policy';
import type { BadExample, Rule, RuleElement, RuleExample, RuleGroup } from '../model/rule.ts';
import type { Severity } from '../model/severity.ts';
import { allow, bucket, deny, documentOf, finds, statement, trust } from './_internals/exampleDocuments.ts';

/** How a row of the table differs from what follows from the code. */
interface Row {
  readonly group?: RuleGroup;
  readonly reads: readonly RuleElement[];
  readonly severity?: Severity;
  /** The check of IAM Access Analyzer: `true` where it has the code in capitals. */
  readonly analyzer?: true | string;
  readonly parliament?: string;
  readonly doc?: string;
  readonly bad: readonly BadExample[];
  readonly good?: readonly RuleExample[];
}

const GOOD = allow({});
const SCP_GOOD = documentOf('scp', statement('Deny', { Resource: '*' }));
const RCP_GOOD = documentOf('rcp', statement('Deny', { Principal: '*', Resource: '*' }));

function text(document: string, type: PolicyType = 'identity'): RuleExample {
  return { type, text: document };
}

function condition(members: unknown): RuleExample {
  return allow({ Condition: members });
}

/** The rules that the parser checks: what they are called, and how grave a finding is that does not stop it. */
const TABLE: Readonly<Record<string, Row>> = {
  'json-syntax-error': {
    reads: ['Document'],
    analyzer: true,
    parliament: 'MALFORMED_JSON',
    bad: [
      finds(text('{"Version": "2012-10-17",'), {
        at: '',
        message: 'found the end of the text, expected `,` or `}`',
        help: '`{` at line 1, column 1 is not closed',
      }),
    ],
  },
  'json-too-deep': {
    reads: ['Document'],
    bad: [
      finds(text('['.repeat(300)), {
        at: '',
        message: 'found values that are nested deeper than the limit',
        help: 'no element of a policy is nested more than six deep',
        marks: '[',
      }),
    ],
  },
  'json-too-large': {
    reads: ['Document'],
    bad: [
      finds(text(' '.repeat(16 * 1024 * 1024 + 1)), {
        at: '',
        message: 'found a text of more than 16777216 bytes',
        help: 'raise the limit `maxBytes` if the text is trusted',
      }),
    ],
  },
  'unsupported-character': {
    reads: ['Document'],
    bad: [
      finds(allow({ Resource: 'arn:aws:s3:::\u0100' }), {
        at: '/Statement/0/Resource',
        message: 'found the character U+0100, expected only U+0020 to U+00FF, tab and line ends',
        help: 'the document cannot be saved with it; `*` or `?` can stand for it in patterns',
        marks: '"arn:aws:s3:::Ā"',
      }),
    ],
  },
  'data-type-mismatch': {
    reads: ['Document'],
    analyzer: true,
    parliament: 'MALFORMED',
    bad: [
      finds(allow({ Sid: 5 }), {
        at: '/Statement/0/Sid',
        message: 'found `5` in `Sid`, expected a string',
        marks: '5',
      }),
      finds(allow({ Action: { a: 1 } }), {
        at: '/Statement/0/Action',
        message: 'found an object in `Action`, expected a string or a list of strings',
      }),
    ],
  },
  'null-value': {
    reads: ['Document'],
    bad: [
      finds(allow({ Resource: null }), {
        at: '/Statement/0/Resource',
        message: 'found `null` in `Resource`, expected a string or a list of strings',
        marks: 'null',
      }),
    ],
  },
  'duplicate-key': {
    reads: ['Document'],
    bad: [
      finds(text('{"Statement":{"Effect":"Allow","Effect":"Deny","Action":"s3:*","Resource":"*"}}'), {
        at: '/Statement/Effect',
        message: 'found `Effect` a second time in one object',
        help: 'merge the two, or remove one: most readers of JSON keep only the last',
        marks: '"Effect"',
      }),
    ],
  },
  'duplicate-keys-with-different-case': {
    reads: ['Condition'],
    analyzer: true,
    severity: 'error',
    bad: [
      finds(condition({ Bool: { 'aws:SecureTransport': true, 'AWS:securetransport': true } }), {
        at: '/Statement/0/Condition/Bool/AWS:securetransport',
        message:
          'found `AWS:securetransport` beside `aws:SecureTransport`, which differs only in letter case',
        help: 'these names are compared without case; put the values together under one name',
        marks: '"AWS:securetransport"',
      }),
    ],
  },
  'invalid-policy-element': {
    reads: ['Document'],
    analyzer: true,
    parliament: 'MALFORMED',
    bad: [
      finds(allow({ Actions: 's3:GetObject' }), {
        at: '/Statement/0/Actions',
        message:
          'found the unknown element `Actions`, expected one of `Sid`, `Effect`, `Principal`, `NotPrincipal`, `Action`, `NotAction`, `Resource`, `NotResource`, `Condition`',
        help: 'did you mean `Action`',
        marks: '"Actions"',
      }),
    ],
  },
  'unsupported-element-combination': {
    reads: ['Statement'],
    analyzer: true,
    parliament: 'MALFORMED',
    bad: [
      finds(allow({ Action: 's3:GetObject', NotAction: 's3:PutObject' }), {
        at: '/Statement/0/NotAction',
        message: 'found `Action` and `NotAction` in one statement, expected one of them',
        help: 'split the statement in two',
        marks: '"s3:PutObject"',
      }),
    ],
  },
  'missing-statement': {
    reads: ['Document'],
    analyzer: true,
    severity: 'error',
    parliament: 'MALFORMED',
    bad: [
      finds(text('{"Version":"2012-10-17"}'), {
        at: '',
        message: 'found no `Statement` in the document',
        help: 'add a statement with `Effect`, `Action` and `Resource`',
        marks: '{',
      }),
      finds(documentOf('identity'), {
        at: '/Statement',
        message: 'found no statement in `Statement`',
        help: 'add a statement with `Effect`, `Action` and `Resource`',
      }),
    ],
  },
  'invalid-version': {
    reads: ['Version'],
    analyzer: true,
    parliament: 'INVALID_VERSION',
    bad: [
      finds(text(GOOD.text.replace('2012-10-17', '2012-10-18')), {
        at: '/Version',
        message: 'found `2012-10-18` in `Version`, expected `2012-10-17` or `2008-10-17`',
        help: 'it names the version of the language, not of your policy: write `2012-10-17`',
        marks: '"2012-10-18"',
      }),
    ],
  },
  'unsupported-id': {
    reads: ['Document'],
    severity: 'error',
    bad: [
      finds(text(GOOD.text.replace('{', '{"Id":"x",')), {
        at: '/Id',
        message: 'found `Id` in an identity-based policy, which only resource-based policies have',
        help: 'remove it',
        marks: '"x"',
      }),
    ],
  },
  'missing-effect': {
    reads: ['Effect'],
    analyzer: true,
    parliament: 'MALFORMED',
    bad: [
      finds(documentOf('identity', { Action: 's3:GetObject', Resource: '*' }), {
        at: '/Statement/0',
        message: 'found a statement without `Effect`',
        help: 'add `"Effect": "Allow"` or `"Effect": "Deny"`',
        marks: '{',
      }),
    ],
  },
  'invalid-effect': {
    reads: ['Effect'],
    analyzer: true,
    parliament: 'MALFORMED',
    bad: [
      finds(allow({ Effect: 'allow' }), {
        at: '/Statement/0/Effect',
        message: 'found `allow` in `Effect`, expected `Allow` or `Deny`',
        help: 'did you mean `Allow`',
        marks: '"allow"',
      }),
    ],
  },
  'unsupported-sid': {
    reads: ['Sid'],
    analyzer: true,
    severity: 'error',
    parliament: 'INVALID_SID',
    bad: [
      finds(allow({ Sid: 'My Sid' }), {
        at: '/Statement/0/Sid',
        message: 'found `My Sid` in `Sid`, expected only letters A to Z, a to z and digits',
        marks: '"My Sid"',
      }),
    ],
  },
  'unique-sids-required': {
    reads: ['Sid'],
    analyzer: true,
    severity: 'error',
    parliament: 'DUPLICATE_SID',
    bad: [
      finds(documentOf('identity', statement('Allow', { Sid: 'A' }), statement('Deny', { Sid: 'A' })), {
        at: '/Statement/1/Sid',
        message: 'found the `Sid` `A` a second time in one policy',
        help: 'give each statement its own, or leave it out',
        marks: '"A"',
      }),
    ],
    good: [documentOf('identity', statement('Allow', { Sid: 'A' }), statement('Deny', { Sid: 'B' }))],
  },
  'missing-action': {
    reads: ['Action'],
    analyzer: true,
    parliament: 'MALFORMED',
    bad: [
      finds(documentOf('identity', { Effect: 'Allow', Resource: '*' }), {
        at: '/Statement/0',
        message: 'found a statement without `Action` or `NotAction`',
        marks: '{',
      }),
    ],
  },
  'missing-resource': {
    reads: ['Resource'],
    analyzer: true,
    parliament: 'MALFORMED',
    bad: [
      finds(documentOf('identity', { Effect: 'Allow', Action: 's3:GetObject' }), {
        at: '/Statement/0',
        message: 'found a statement without `Resource` or `NotResource`',
        marks: '{',
      }),
    ],
  },
  'empty-array-action': {
    group: 'redundancy',
    reads: ['Action'],
    analyzer: true,
    severity: 'suggestion',
    bad: [
      finds(allow({ Action: [] }), {
        at: '/Statement/0/Action',
        message: 'found an empty list in `Action`, which matches nothing',
        marks: '[]',
      }),
    ],
  },
  'empty-array-resource': {
    group: 'redundancy',
    reads: ['Resource'],
    analyzer: true,
    severity: 'suggestion',
    bad: [
      finds(allow({ Resource: [] }), {
        at: '/Statement/0/Resource',
        message: 'found an empty list in `Resource`, which matches nothing',
        marks: '[]',
      }),
    ],
  },
  'action-format': {
    reads: ['Action'],
    severity: 'error',
    bad: [
      finds(allow({ Action: 'GetObject' }), {
        at: '/Statement/0/Action',
        message: 'found `GetObject` in `Action`, expected `*` or the form `prefix:Name`',
        marks: '"GetObject"',
      }),
    ],
  },
  'empty-action-name': {
    reads: ['Action'],
    severity: 'error',
    bad: [
      finds(allow({ Action: 's3:' }), {
        at: '/Statement/0/Action',
        message: 'found `s3:` in `Action`, expected a name after the colon',
        marks: '"s3:"',
      }),
    ],
  },
  'action-whitespace': {
    group: 'style',
    reads: ['Action'],
    severity: 'error',
    bad: [
      finds(allow({ Action: 's3:GetObject ' }), {
        at: '/Statement/0/Action',
        message: 'found `s3:GetObject ` in `Action`, expected no white space: it matches no action',
        marks: '"s3:GetObject "',
      }),
    ],
  },
  'wildcard-in-service-name': {
    group: 'style',
    reads: ['Action', 'Resource'],
    analyzer: true,
    severity: 'suggestion',
    bad: [
      finds(allow({ Action: 's*:GetObject' }), {
        at: '/Statement/0/Action',
        message: 'found `s*:GetObject` in `Action`, expected no wildcard in the service prefix',
        marks: '"s*:GetObject"',
      }),
    ],
  },
  'wildcard-in-resource-type': {
    reads: ['Resource'],
    bad: [
      finds(allow({ Action: 'iam:GetUser', Resource: 'arn:aws:iam::111122223333:us*/bob' }), {
        at: '/Statement/0/Resource',
        message:
          'found `arn:aws:iam::111122223333:us*/bob` in `Resource`, expected a literal type, such as `role/`, before the first slash',
        marks: '"arn:aws:iam::111122223333:us*/bob"',
      }),
    ],
  },
  'invalid-arn-prefix': {
    reads: ['Resource'],
    analyzer: true,
    severity: 'error',
    parliament: 'INVALID_ARN',
    bad: [
      finds(allow({ Resource: 'my-bucket/*' }), {
        at: '/Statement/0/Resource',
        message: 'found `my-bucket/*` in `Resource`, expected `*` or an ARN, which starts with `arn:`',
        marks: '"my-bucket/*"',
      }),
      finds(allow({ Resource: '${unknown.name-Bucket}/*' }), {
        at: '/Statement/0/Resource',
        message: 'found `${Bucket}/*` in `Resource`, expected `*` or an ARN, which starts with `arn:`',
        help: 'a reference to such a resource gives its name or address; `Fn::GetAtt` of its `Arn` gives the ARN, as `${X.Arn}` does in `Fn::Sub`',
      }),
      finds(allow({ Resource: 'https://sqs.${region}.amazonaws.com/${queue}' }), {
        at: '/Statement/0/Resource',
        message:
          'found `https://sqs.${region}.amazonaws.com/${queue}` in `Resource`, expected `*` or an ARN, which starts with `arn:`',
      }),
    ],
    good: [
      allow({ Resource: '${bucket}/*' }),
      allow({ Resource: 'a${rest}' }),
      allow({ Resource: 'arn:${partition}:s3:::${bucket}' }),
      allow({ Resource: '*${rest}' }),
    ],
  },
  'missing-arn-field': {
    reads: ['Resource'],
    analyzer: true,
    severity: 'error',
    parliament: 'INVALID_ARN',
    bad: [
      finds(allow({ Resource: 'arn:aws:s3:b' }), {
        at: '/Statement/0/Resource',
        message: 'found `arn:aws:s3:b` in `Resource`, expected the six fields of an ARN, found 4',
        marks: '"arn:aws:s3:b"',
      }),
    ],
  },
  'missing-principal': {
    reads: ['Principal'],
    analyzer: true,
    bad: [
      finds(documentOf('trust', { Effect: 'Allow', Action: 'sts:AssumeRole' }), {
        at: '/Statement/0',
        message: 'found a statement without `Principal`, which a role trust policy needs',
        help: 'name who may call, such as `"Principal": { "AWS": "111122223333" }`',
        marks: '{',
      }),
    ],
  },
  'unsupported-principal': {
    reads: ['Principal'],
    analyzer: true,
    bad: [
      finds(allow({ Principal: '*' }), {
        at: '/Statement/0/Principal',
        message: 'found `Principal`, which an identity-based policy does not have',
        help: 'remove it, or check the type of the policy',
        marks: '"*"',
      }),
    ],
  },
  'invalid-principal-format': {
    reads: ['Principal'],
    analyzer: true,
    severity: 'error',
    parliament: 'UNKNOWN_PRINCIPAL',
    bad: [
      finds(bucket({ Principal: { AWS: 'bob' } }), {
        at: '/Statement/0/Principal/AWS',
        message:
          'found `bob` under `AWS`, expected `*`, an account number or the ARN of an account, user, role or session',
        marks: '"bob"',
      }),
    ],
    good: [bucket({ Principal: { AWS: '111122223333' } })],
  },
  'invalid-principal-key': {
    reads: ['Principal'],
    analyzer: true,
    parliament: 'UNKNOWN_PRINCIPAL',
    bad: [
      finds(bucket({ Principal: { aws: '111122223333' } }), {
        at: '/Statement/0/Principal/aws',
        message: 'found `aws` in a principal, expected one of `AWS`, `Service`, `Federated`, `CanonicalUser`',
        help: 'did you mean `AWS`',
        marks: '"aws"',
      }),
    ],
  },
  'empty-object-principal': {
    group: 'redundancy',
    reads: ['Principal'],
    analyzer: true,
    severity: 'suggestion',
    bad: [
      finds(bucket({ Principal: {} }), {
        at: '/Statement/0/Principal',
        message: 'found `Principal` without members, which matches nobody',
        marks: '{}',
      }),
    ],
  },
  'empty-array-principal': {
    group: 'redundancy',
    reads: ['Principal'],
    analyzer: true,
    severity: 'suggestion',
    bad: [
      finds(bucket({ Principal: { AWS: [] } }), {
        at: '/Statement/0/Principal/AWS',
        message: 'found an empty list in `AWS`, which matches nothing',
        marks: '[]',
      }),
    ],
  },
  'unsupported-wildcard-in-principal': {
    group: 'public',
    reads: ['Principal'],
    analyzer: true,
    severity: 'error',
    bad: [
      finds(bucket({ Principal: { AWS: 'arn:aws:iam::111122223333:user/*' } }), {
        at: '/Statement/0/Principal/AWS',
        message:
          'found `arn:aws:iam::111122223333:user/*` as a principal, which matches nobody: wildcards inside principals are plain text',
        help: 'name the account, and narrow it with a condition on `aws:PrincipalArn`',
        marks: '"arn:aws:iam::111122223333:user/*"',
      }),
    ],
  },
  'unsupported-canonical-user': {
    reads: ['Principal'],
    severity: 'error',
    bad: [
      finds(trust({ Principal: { CanonicalUser: '79a5' } }), {
        at: '/Statement/0/Principal/CanonicalUser',
        message: 'found `CanonicalUser` in a role trust policy, which only bucket policies take',
        help: 'name the account under `AWS`',
        marks: '"CanonicalUser"',
      }),
    ],
  },
  'allow-with-notprincipal': {
    group: 'public',
    reads: ['Principal'],
    analyzer: 'ALLOW_WITH_NOT_PRINCIPAL',
    parliament: 'NOTPRINCIPAL_WITH_ALLOW',
    bad: [
      finds(bucket({ NotPrincipal: { AWS: '111122223333' } }), {
        at: '/Statement/0/NotPrincipal',
        message:
          'found `NotPrincipal` in an Allow statement, which grants to everybody else, anonymous callers included',
        help: 'name who may call with `Principal`',
        marks: '{"AWS":"111122223333"}',
      }),
    ],
  },
  'invalid-condition-operator': {
    reads: ['Condition'],
    analyzer: true,
    parliament: 'UNKNOWN_OPERATOR',
    bad: [
      finds(condition({ StringEqual: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }), {
        at: '/Statement/0/Condition/StringEqual',
        message: 'found `StringEqual`, which is no condition operator',
        help: 'did you mean `StringEquals`',
        marks: '"StringEqual"',
      }),
    ],
  },
  'null-with-qualifier': {
    group: 'redundancy',
    reads: ['Condition'],
    analyzer: true,
    severity: 'suggestion',
    bad: [
      finds(condition({ 'ForAnyValue:Null': { 'aws:TagKeys': true } }), {
        at: '/Statement/0/Condition/ForAnyValue:Null',
        message: 'found `ForAnyValue:Null`, which is always false',
        help: 'write `Null`: it already says whether the key is present',
        marks: '"ForAnyValue:Null"',
      }),
    ],
  },
  'null-with-if-exists': {
    group: 'type',
    reads: ['Condition'],
    analyzer: true,
    bad: [
      finds(condition({ NullIfExists: { 'aws:TagKeys': true } }), {
        at: '/Statement/0/Condition/NullIfExists',
        message: 'found `NullIfExists`, expected `Null` on its own',
        help: 'write `Null`: it already says whether the key is present',
        marks: '"NullIfExists"',
      }),
    ],
  },
  'empty-object-condition': {
    group: 'redundancy',
    reads: ['Condition'],
    analyzer: true,
    severity: 'suggestion',
    bad: [
      finds(condition({}), {
        at: '/Statement/0/Condition',
        message: 'found nothing in `Condition`, so that it tests nothing',
        help: 'remove it',
        marks: '{}',
      }),
      finds(condition({ StringEquals: {} }), { at: '/Statement/0/Condition/StringEquals' }),
    ],
  },
  'empty-array-condition': {
    group: 'redundancy',
    reads: ['Condition'],
    analyzer: true,
    severity: 'suggestion',
    bad: [
      finds(condition({ StringEquals: { 'aws:PrincipalOrgID': [] } }), {
        at: '/Statement/0/Condition/StringEquals/aws:PrincipalOrgID',
        message: 'found an empty list for `aws:PrincipalOrgID`, expected at least one value',
        marks: '[]',
      }),
    ],
  },
  'empty-array-condition-forallvalues': {
    group: 'redundancy',
    reads: ['Condition'],
    analyzer: true,
    severity: 'suggestion',
    doc: 'an empty list of values under `ForAllValues`, which only requests without the key match (S20)',
    bad: [
      finds(condition({ 'ForAllValues:StringEquals': { 'aws:TagKeys': [] } }), {
        at: '/Statement/0/Condition/ForAllValues:StringEquals/aws:TagKeys',
        message: 'found an empty list for `aws:TagKeys`, expected at least one value',
        marks: '[]',
      }),
    ],
  },
  'empty-array-condition-foranyvalue': {
    group: 'redundancy',
    reads: ['Condition'],
    analyzer: true,
    severity: 'suggestion',
    doc: 'an empty list of values under `ForAnyValue`, which no request matches (S20)',
    bad: [
      finds(condition({ 'ForAnyValue:StringEquals': { 'aws:TagKeys': [] } }), {
        at: '/Statement/0/Condition/ForAnyValue:StringEquals/aws:TagKeys',
        message: 'found an empty list for `aws:TagKeys`, expected at least one value',
        marks: '[]',
      }),
    ],
  },
  'empty-array-condition-ifexists': {
    group: 'redundancy',
    reads: ['Condition'],
    analyzer: true,
    severity: 'suggestion',
    doc: 'an empty list of values under an operator with `IfExists`, which only requests without the key match (S20)',
    bad: [
      finds(condition({ StringEqualsIfExists: { 'aws:PrincipalOrgID': [] } }), {
        at: '/Statement/0/Condition/StringEqualsIfExists/aws:PrincipalOrgID',
        message: 'found an empty list for `aws:PrincipalOrgID`, expected at least one value',
        marks: '[]',
      }),
    ],
  },
  'role-trust-policy-syntax-error-notprincipal': {
    reads: ['Principal'],
    analyzer: true,
    bad: [
      finds(trust({ Effect: 'Deny', NotPrincipal: { AWS: '111122223333' } }), {
        at: '/Statement/0/NotPrincipal',
        message: 'found `NotPrincipal`, which a role trust policy does not have',
        help: 'remove it, or check the type of the policy',
        marks: '{',
      }),
    ],
  },
  'role-trust-policy-syntax-error-resource': {
    reads: ['Resource'],
    analyzer: true,
    bad: [
      finds(trust({ Principal: { AWS: '111122223333' }, Resource: '*' }), {
        at: '/Statement/0/Resource',
        message: 'found `Resource`, which a role trust policy does not have',
        help: 'remove it, or check the type of the policy',
        marks: '"*"',
      }),
    ],
  },
  'scp-syntax-error-principal': {
    reads: ['Principal'],
    analyzer: true,
    bad: [
      finds(documentOf('scp', statement('Deny', { Principal: '*' })), {
        at: '/Statement/0/Principal',
        message: 'found `Principal`, which a service control policy does not have',
        help: 'remove it, or check the type of the policy',
        marks: '"*"',
      }),
    ],
    good: [SCP_GOOD],
  },
  'scp-version': {
    reads: ['Version'],
    severity: 'error',
    bad: [
      finds(text(SCP_GOOD.text.replace('2012', '2008'), 'scp'), {
        at: '/Version',
        message: 'found no `Version` 2012-10-17, which a service control policy needs',
        help: 'add `"Version": "2012-10-17"`',
        marks: '"2008-10-17"',
      }),
    ],
    good: [SCP_GOOD],
  },
  'rcp-version': {
    reads: ['Version'],
    severity: 'error',
    bad: [
      finds(text(RCP_GOOD.text.replace('2012', '2008'), 'rcp'), {
        at: '/Version',
        message: 'found no `Version` 2012-10-17, which a resource control policy needs',
        help: 'add `"Version": "2012-10-17"`',
        marks: '"2008-10-17"',
      }),
    ],
    good: [RCP_GOOD],
  },
  'rcp-effect': {
    reads: ['Effect'],
    severity: 'error',
    analyzer: 'RCP_SYNTAX_ERROR_ALLOW',
    bad: [
      finds(documentOf('rcp', statement('Allow', { Principal: '*' })), {
        at: '/Statement/0/Effect',
        message: 'found `Allow`, expected `Deny` in a resource control policy',
        marks: '"Allow"',
      }),
    ],
    good: [RCP_GOOD, documentOf('rcp', statement('Allow', { Principal: '*', Action: '*', Resource: '*' }))],
  },
  'rcp-principal': {
    reads: ['Principal'],
    severity: 'error',
    analyzer: 'RCP_SYNTAX_ERROR_PRINCIPAL',
    bad: [
      finds(documentOf('rcp', statement('Deny', { Principal: { AWS: '111122223333' } })), {
        at: '/Statement/0/Principal',
        message: 'found an object, expected `"*"` in a resource control policy',
        marks: '{',
      }),
    ],
    good: [RCP_GOOD],
  },
  'rcp-notprincipal': {
    reads: ['Principal'],
    analyzer: 'RCP_SYNTAX_ERROR_PRINCIPAL',
    bad: [
      finds(documentOf('rcp', statement('Deny', { NotPrincipal: '*' })), {
        at: '/Statement/0/NotPrincipal',
        message: 'found `NotPrincipal`, which a resource control policy does not have',
        help: 'remove it, or check the type of the policy',
        marks: '"*"',
      }),
    ],
    good: [RCP_GOOD],
  },
  'rcp-notaction': {
    reads: ['Action'],
    analyzer: 'RCP_SYNTAX_ERROR_NOTACTION',
    bad: [
      finds(documentOf('rcp', statement('Deny', { Principal: '*', NotAction: 's3:*' })), {
        at: '/Statement/0/NotAction',
        message: 'found `NotAction`, which a resource control policy does not have',
        help: 'remove it, or check the type of the policy',
        marks: '"s3:*"',
      }),
    ],
    good: [RCP_GOOD],
  },
};

/** Every rule that the parser checks while it reads. */
export const PARSER_RULES: readonly Rule[] = Object.entries(TABLE).map(([id, row]) => {
  const known = Object.hasOwn(DIAGNOSTIC_CODES, id) ? DIAGNOSTIC_CODES[id as DiagnosticCode] : undefined;
  return {
    id,
    group: row.group ?? 'grammar',
    severity: row.severity ?? known?.severity ?? 'suggestion',
    aliases: {
      ...(row.analyzer !== undefined && {
        accessAnalyzer: row.analyzer === true ? id.toUpperCase().replaceAll('-', '_') : row.analyzer,
      }),
      ...(row.parliament !== undefined && { parliament: row.parliament }),
    },
    reads: row.reads,
    doc: row.doc ?? known?.summary ?? id,
    examples: { bad: row.bad, good: row.good ?? [GOOD, deny({})] },
  };
});
