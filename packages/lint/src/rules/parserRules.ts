import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { DiagnosticCode, PolicyType } from '@policywright/policy';
import type { Rule, RuleElement, RuleExample, RuleGroup } from '../model/rule.ts';
import type { Severity } from '../model/severity.ts';
import { allow, bucket, deny, documentOf, statement, trust } from './_internals/exampleDocuments.ts';

/** How a row of the table differs from what follows from the code. */
interface Row {
  readonly group?: RuleGroup;
  readonly reads: readonly RuleElement[];
  readonly severity?: Severity;
  /** The check of IAM Access Analyzer: `true` where it has the code in capitals. */
  readonly analyzer?: true | string;
  readonly parliament?: string;
  readonly doc?: string;
  readonly bad: readonly RuleExample[];
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
    bad: [text('{"Version": "2012-10-17",')],
  },
  'json-too-deep': { reads: ['Document'], bad: [text('['.repeat(300))] },
  'json-too-large': { reads: ['Document'], bad: [text(' '.repeat(16 * 1024 * 1024 + 1))] },
  'unsupported-character': { reads: ['Document'], bad: [allow({ Resource: 'arn:aws:s3:::\u0100' })] },
  'data-type-mismatch': {
    reads: ['Document'],
    analyzer: true,
    parliament: 'MALFORMED',
    bad: [allow({ Sid: 5 }), allow({ Action: { a: 1 } })],
  },
  'null-value': { reads: ['Document'], bad: [allow({ Resource: null })] },
  'duplicate-key': {
    reads: ['Document'],
    bad: [text('{"Statement":{"Effect":"Allow","Effect":"Deny","Action":"s3:*","Resource":"*"}}')],
  },
  'duplicate-keys-with-different-case': {
    reads: ['Condition'],
    analyzer: true,
    severity: 'error',
    bad: [condition({ Bool: { 'aws:SecureTransport': true, 'AWS:securetransport': true } })],
  },
  'invalid-policy-element': {
    reads: ['Document'],
    analyzer: true,
    parliament: 'MALFORMED',
    bad: [allow({ Actions: 's3:GetObject' })],
  },
  'unsupported-element-combination': {
    reads: ['Statement'],
    analyzer: true,
    parliament: 'MALFORMED',
    bad: [allow({ Action: 's3:GetObject', NotAction: 's3:PutObject' })],
  },
  'missing-statement': {
    reads: ['Document'],
    analyzer: true,
    severity: 'error',
    parliament: 'MALFORMED',
    bad: [text('{"Version":"2012-10-17"}'), documentOf('identity')],
  },
  'invalid-version': {
    reads: ['Version'],
    analyzer: true,
    parliament: 'INVALID_VERSION',
    bad: [text(GOOD.text.replace('2012-10-17', '2012-10-18'))],
  },
  'unsupported-id': {
    reads: ['Document'],
    severity: 'error',
    bad: [text(GOOD.text.replace('{', '{"Id":"x",'))],
  },
  'missing-effect': {
    reads: ['Effect'],
    analyzer: true,
    parliament: 'MALFORMED',
    bad: [documentOf('identity', { Action: 's3:GetObject', Resource: '*' })],
  },
  'invalid-effect': {
    reads: ['Effect'],
    analyzer: true,
    parliament: 'MALFORMED',
    bad: [allow({ Effect: 'allow' })],
  },
  'unsupported-sid': {
    reads: ['Sid'],
    analyzer: true,
    severity: 'error',
    parliament: 'INVALID_SID',
    bad: [allow({ Sid: 'My Sid' })],
  },
  'unique-sids-required': {
    reads: ['Sid'],
    analyzer: true,
    severity: 'error',
    parliament: 'DUPLICATE_SID',
    bad: [documentOf('identity', statement('Allow', { Sid: 'A' }), statement('Deny', { Sid: 'A' }))],
    good: [documentOf('identity', statement('Allow', { Sid: 'A' }), statement('Deny', { Sid: 'B' }))],
  },
  'missing-action': {
    reads: ['Action'],
    analyzer: true,
    parliament: 'MALFORMED',
    bad: [documentOf('identity', { Effect: 'Allow', Resource: '*' })],
  },
  'missing-resource': {
    reads: ['Resource'],
    analyzer: true,
    parliament: 'MALFORMED',
    bad: [documentOf('identity', { Effect: 'Allow', Action: 's3:GetObject' })],
  },
  'empty-array-action': {
    group: 'redundancy',
    reads: ['Action'],
    analyzer: true,
    severity: 'suggestion',
    bad: [allow({ Action: [] })],
  },
  'empty-array-resource': {
    group: 'redundancy',
    reads: ['Resource'],
    analyzer: true,
    severity: 'suggestion',
    bad: [allow({ Resource: [] })],
  },
  'action-format': { reads: ['Action'], severity: 'error', bad: [allow({ Action: 'GetObject' })] },
  'empty-action-name': { reads: ['Action'], severity: 'error', bad: [allow({ Action: 's3:' })] },
  'action-whitespace': {
    group: 'style',
    reads: ['Action'],
    severity: 'error',
    bad: [allow({ Action: 's3:GetObject ' })],
  },
  'wildcard-in-service-name': {
    group: 'style',
    reads: ['Action', 'Resource'],
    analyzer: true,
    severity: 'suggestion',
    bad: [allow({ Action: 's*:GetObject' })],
  },
  'wildcard-in-resource-type': {
    reads: ['Resource'],
    bad: [allow({ Action: 'iam:GetUser', Resource: 'arn:aws:iam::111122223333:us*/bob' })],
  },
  'invalid-arn-prefix': {
    reads: ['Resource'],
    analyzer: true,
    severity: 'error',
    parliament: 'INVALID_ARN',
    bad: [allow({ Resource: 'my-bucket/*' })],
  },
  'missing-arn-field': {
    reads: ['Resource'],
    analyzer: true,
    severity: 'error',
    parliament: 'INVALID_ARN',
    bad: [allow({ Resource: 'arn:aws:s3:b' })],
  },
  'missing-principal': {
    reads: ['Principal'],
    analyzer: true,
    bad: [documentOf('trust', { Effect: 'Allow', Action: 'sts:AssumeRole' })],
  },
  'unsupported-principal': { reads: ['Principal'], analyzer: true, bad: [allow({ Principal: '*' })] },
  'invalid-principal-format': {
    reads: ['Principal'],
    analyzer: true,
    severity: 'error',
    parliament: 'UNKNOWN_PRINCIPAL',
    bad: [bucket({ Principal: { AWS: 'bob' } })],
    good: [bucket({ Principal: { AWS: '111122223333' } })],
  },
  'invalid-principal-key': {
    reads: ['Principal'],
    analyzer: true,
    parliament: 'UNKNOWN_PRINCIPAL',
    bad: [bucket({ Principal: { aws: '111122223333' } })],
  },
  'empty-object-principal': {
    group: 'redundancy',
    reads: ['Principal'],
    analyzer: true,
    severity: 'suggestion',
    bad: [bucket({ Principal: {} })],
  },
  'empty-array-principal': {
    group: 'redundancy',
    reads: ['Principal'],
    analyzer: true,
    severity: 'suggestion',
    bad: [bucket({ Principal: { AWS: [] } })],
  },
  'unsupported-wildcard-in-principal': {
    group: 'public',
    reads: ['Principal'],
    analyzer: true,
    severity: 'error',
    bad: [bucket({ Principal: { AWS: 'arn:aws:iam::111122223333:user/*' } })],
  },
  'unsupported-canonical-user': {
    reads: ['Principal'],
    severity: 'error',
    bad: [trust({ Principal: { CanonicalUser: '79a5' } })],
  },
  'allow-with-notprincipal': {
    group: 'public',
    reads: ['Principal'],
    analyzer: true,
    parliament: 'NOTPRINCIPAL_WITH_ALLOW',
    bad: [bucket({ NotPrincipal: { AWS: '111122223333' } })],
  },
  'invalid-condition-operator': {
    reads: ['Condition'],
    analyzer: true,
    parliament: 'UNKNOWN_OPERATOR',
    bad: [condition({ StringEqual: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } })],
  },
  'null-with-qualifier': {
    group: 'redundancy',
    reads: ['Condition'],
    analyzer: true,
    severity: 'suggestion',
    bad: [condition({ 'ForAnyValue:Null': { 'aws:TagKeys': true } })],
  },
  'null-with-if-exists': {
    group: 'type',
    reads: ['Condition'],
    analyzer: true,
    bad: [condition({ NullIfExists: { 'aws:TagKeys': true } })],
  },
  'empty-object-condition': {
    group: 'redundancy',
    reads: ['Condition'],
    analyzer: true,
    severity: 'suggestion',
    bad: [condition({}), condition({ StringEquals: {} })],
  },
  'empty-array-condition': {
    group: 'redundancy',
    reads: ['Condition'],
    analyzer: true,
    severity: 'suggestion',
    bad: [condition({ StringEquals: { 'aws:PrincipalOrgID': [] } })],
  },
  'empty-array-condition-forallvalues': {
    group: 'redundancy',
    reads: ['Condition'],
    analyzer: true,
    severity: 'suggestion',
    doc: 'an empty list of values under `ForAllValues`, which only requests without the key match (S20)',
    bad: [condition({ 'ForAllValues:StringEquals': { 'aws:TagKeys': [] } })],
  },
  'empty-array-condition-foranyvalue': {
    group: 'redundancy',
    reads: ['Condition'],
    analyzer: true,
    severity: 'suggestion',
    doc: 'an empty list of values under `ForAnyValue`, which no request matches (S20)',
    bad: [condition({ 'ForAnyValue:StringEquals': { 'aws:TagKeys': [] } })],
  },
  'empty-array-condition-ifexists': {
    group: 'redundancy',
    reads: ['Condition'],
    analyzer: true,
    severity: 'suggestion',
    doc: 'an empty list of values under an operator with `IfExists`, which only requests without the key match (S20)',
    bad: [condition({ StringEqualsIfExists: { 'aws:PrincipalOrgID': [] } })],
  },
  'role-trust-policy-syntax-error-notprincipal': {
    reads: ['Principal'],
    analyzer: true,
    bad: [trust({ Effect: 'Deny', NotPrincipal: { AWS: '111122223333' } })],
  },
  'role-trust-policy-syntax-error-resource': {
    reads: ['Resource'],
    analyzer: true,
    bad: [trust({ Principal: { AWS: '111122223333' }, Resource: '*' })],
  },
  'scp-syntax-error-principal': {
    reads: ['Principal'],
    analyzer: true,
    bad: [documentOf('scp', statement('Deny', { Principal: '*' }))],
    good: [SCP_GOOD],
  },
  'scp-version': {
    reads: ['Version'],
    severity: 'error',
    bad: [text(SCP_GOOD.text.replace('2012', '2008'), 'scp')],
    good: [SCP_GOOD],
  },
  'rcp-version': {
    reads: ['Version'],
    severity: 'error',
    bad: [text(RCP_GOOD.text.replace('2012', '2008'), 'rcp')],
    good: [RCP_GOOD],
  },
  'rcp-effect': {
    reads: ['Effect'],
    severity: 'error',
    analyzer: 'RCP_SYNTAX_ERROR_ALLOW',
    bad: [documentOf('rcp', statement('Allow', { Principal: '*' }))],
    good: [RCP_GOOD, documentOf('rcp', statement('Allow', { Principal: '*', Action: '*', Resource: '*' }))],
  },
  'rcp-principal': {
    reads: ['Principal'],
    severity: 'error',
    analyzer: 'RCP_SYNTAX_ERROR_PRINCIPAL',
    bad: [documentOf('rcp', statement('Deny', { Principal: { AWS: '111122223333' } }))],
    good: [RCP_GOOD],
  },
  'rcp-notprincipal': {
    reads: ['Principal'],
    analyzer: 'RCP_SYNTAX_ERROR_PRINCIPAL',
    bad: [documentOf('rcp', statement('Deny', { NotPrincipal: '*' }))],
    good: [RCP_GOOD],
  },
  'rcp-notaction': {
    reads: ['Action'],
    analyzer: 'RCP_SYNTAX_ERROR_NOTACTION',
    bad: [documentOf('rcp', statement('Deny', { Principal: '*', NotAction: 's3:*' }))],
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
