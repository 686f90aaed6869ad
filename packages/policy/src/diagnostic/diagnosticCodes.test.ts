import { describe, expect, test } from 'vitest';
import { locate } from '../json/locate.ts';
import { parseJson } from '../json/parseJson.ts';
import type { PolicyType } from '../model/policy.ts';
import { parsePolicy } from '../read/parsePolicy.ts';
import { policyFromValue } from '../read/policyFromValue.ts';
import type { Diagnostic } from './diagnostic.ts';
import { DIAGNOSTIC_CODES, type DiagnosticCode } from './diagnosticCodes.ts';

interface Sample {
  readonly text: string;
  readonly type?: PolicyType;
  /** JSON pointer of the finding. */
  readonly path: string;
  /** The part of the text that it marks. */
  readonly marks: string;
}

const V = '"Version":"2012-10-17"';
const BASE = '"Effect":"Deny","Action":"s3:GetObject"';
const ALLOW = '"Effect":"Allow","Action":"s3:GetObject","Resource":"*"';

/** A document of one statement. */
function one(members: string): string {
  return `{${V},"Statement":[{${members}}]}`;
}

const S = '/Statement/0';

/** For every code a document that has this finding, and where. */
const SAMPLES: Readonly<Record<Exclude<DiagnosticCode, 'unsupported-value' | 'too-many-findings'>, Sample>> =
  {
    'json-syntax-error': { text: `{"Statement":{${ALLOW}},}`, path: '', marks: ',' },
    'json-too-deep': { text: '['.repeat(300), path: '', marks: '[' },
    'json-too-large': { text: ' '.repeat(16 * 1024 * 1024 + 1), path: '', marks: '' },
    'unsupported-character': {
      text: one(`${BASE},"Resource":"arn:aws:s3:::\u0100"`),
      path: `${S}/Resource`,
      marks: '"arn:aws:s3:::\u0100"',
    },
    'data-type-mismatch': { text: one(`${ALLOW},"Sid":5`), path: `${S}/Sid`, marks: '5' },
    'null-value': { text: one(`${BASE},"Resource":null`), path: `${S}/Resource`, marks: 'null' },
    'duplicate-key': { text: one(`${ALLOW},"Effect" : "Deny"`), path: `${S}/Effect`, marks: '"Effect"' },
    'duplicate-keys-with-different-case': {
      text: one(`${ALLOW},"Condition":{"Bool":{"a:b":true,"A:B":true}}`),
      path: `${S}/Condition/Bool/A:B`,
      marks: '"A:B"',
    },
    'invalid-policy-element': {
      text: one(`${ALLOW},"Actoin":"s3:*"`),
      path: `${S}/Actoin`,
      marks: '"Actoin"',
    },
    'unsupported-element-combination': {
      text: one(`${ALLOW},"NotAction":"s3:*"`),
      path: `${S}/NotAction`,
      marks: '"s3:*"',
    },
    'missing-statement': { text: `{${V}}`, path: '', marks: '{' },
    'invalid-version': {
      text: `{"Version":"2012-10-18","Statement":{${ALLOW}}}`,
      path: '/Version',
      marks: '"2012-10-18"',
    },
    'unsupported-id': {
      text: `{"Id":"x","Statement":{${ALLOW}}}`,
      type: 'identity',
      path: '/Id',
      marks: '"x"',
    },
    'missing-effect': { text: one('"Action":"s3:*","Resource":"*"'), path: S, marks: '{' },
    'invalid-effect': {
      text: one('"Effect":"allow","Action":"s3:*","Resource":"*"'),
      path: `${S}/Effect`,
      marks: '"allow"',
    },
    'unsupported-sid': {
      text: one(`${ALLOW},"Sid":"My Sid"`),
      type: 'identity',
      path: `${S}/Sid`,
      marks: '"My Sid"',
    },
    'unique-sids-required': {
      text: `{"Statement":[{${ALLOW},"Sid":"a"},{${ALLOW},"Sid" : "a" }]}`,
      type: 'identity',
      path: '/Statement/1/Sid',
      marks: '"a"',
    },
    'missing-action': { text: one('"Effect":"Allow","Resource":"*"'), path: S, marks: '{' },
    'missing-resource': { text: one(BASE), path: S, marks: '{' },
    'empty-array-action': {
      text: one('"Effect":"Deny","Action":[ ],"Resource":"*"'),
      path: `${S}/Action`,
      marks: '[ ]',
    },
    'empty-array-resource': { text: one(`${BASE},"Resource":[]`), path: `${S}/Resource`, marks: '[]' },
    'action-format': {
      text: one('"Effect":"Deny","Action":["s3:*","s3"],"Resource":"*"'),
      path: `${S}/Action/1`,
      marks: '"s3"',
    },
    'empty-action-name': {
      text: one('"Effect":"Deny","Action":"s3:","Resource":"*"'),
      path: `${S}/Action`,
      marks: '"s3:"',
    },
    'action-whitespace': {
      text: one('"Effect":"Deny","Action":"s3:Get ","Resource":"*"'),
      path: `${S}/Action`,
      marks: '"s3:Get "',
    },
    'wildcard-in-service-name': {
      text: one('"Effect":"Deny","Action":"s*:Get","Resource":"*"'),
      path: `${S}/Action`,
      marks: '"s*:Get"',
    },
    'wildcard-in-resource-type': {
      text: one(`${BASE},"Resource":["arn:aws:iam::111122223333:us*/bob"]`),
      path: `${S}/Resource/0`,
      marks: '"arn:aws:iam::111122223333:us*/bob"',
    },
    'invalid-arn-prefix': {
      text: one(`${BASE},"Resource":"bucket/*"`),
      path: `${S}/Resource`,
      marks: '"bucket/*"',
    },
    'missing-arn-field': {
      text: one(`${BASE},"Resource":"arn:aws:sqs"`),
      path: `${S}/Resource`,
      marks: '"arn:aws:sqs"',
    },
    'missing-principal': { text: one(ALLOW), type: 'resource', path: S, marks: '{' },
    'unsupported-principal': {
      text: one(`${ALLOW},"Principal":"*"`),
      type: 'identity',
      path: `${S}/Principal`,
      marks: '"*"',
    },
    'invalid-principal-format': {
      text: one(`${ALLOW},"Principal":{"AWS":["*","bob"]}`),
      path: `${S}/Principal/AWS/1`,
      marks: '"bob"',
    },
    'invalid-principal-key': {
      text: one(`${ALLOW},"Principal":{"aws":"*"}`),
      path: `${S}/Principal/aws`,
      marks: '"aws"',
    },
    'empty-object-principal': { text: one(`${ALLOW},"Principal":{}`), path: `${S}/Principal`, marks: '{}' },
    'empty-array-principal': {
      text: one(`${ALLOW},"Principal":{"AWS":[]}`),
      path: `${S}/Principal/AWS`,
      marks: '[]',
    },
    'unsupported-wildcard-in-principal': {
      text: one(`${ALLOW},"Principal":{"AWS":"arn:aws:iam::111122223333:user/*"}`),
      path: `${S}/Principal/AWS`,
      marks: '"arn:aws:iam::111122223333:user/*"',
    },
    'unsupported-canonical-user': {
      text: `{"Statement":{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"CanonicalUser":"79a5"}}}`,
      type: 'trust',
      path: '/Statement/Principal/CanonicalUser',
      marks: '"CanonicalUser"',
    },
    'allow-with-notprincipal': {
      text: one(`${ALLOW},"NotPrincipal":{"AWS":"111122223333"}`),
      path: `${S}/NotPrincipal`,
      marks: '{"AWS":"111122223333"}',
    },
    'invalid-condition-operator': {
      text: one(`${ALLOW},"Condition":{"StringEqual":{"a:b":"c"}}`),
      path: `${S}/Condition/StringEqual`,
      marks: '"StringEqual"',
    },
    'null-with-qualifier': {
      text: one(`${ALLOW},"Condition":{"ForAnyValue:Null":{"a:b":true}}`),
      path: `${S}/Condition/ForAnyValue:Null`,
      marks: '"ForAnyValue:Null"',
    },
    'null-with-if-exists': {
      text: one(`${ALLOW},"Condition":{"NullIfExists":{"a:b":true}}`),
      path: `${S}/Condition/NullIfExists`,
      marks: '"NullIfExists"',
    },
    'empty-object-condition': { text: one(`${ALLOW},"Condition":{ }`), path: `${S}/Condition`, marks: '{ }' },
    'empty-array-condition': {
      text: one(`${ALLOW},"Condition":{"Bool":{"a/b":[]}}`),
      path: `${S}/Condition/Bool/a~1b`,
      marks: '[]',
    },
    'role-trust-policy-syntax-error-notprincipal': {
      text: one('"Effect":"Deny","Action":"sts:AssumeRole","NotPrincipal":"*"'),
      type: 'trust',
      path: `${S}/NotPrincipal`,
      marks: '"*"',
    },
    'role-trust-policy-syntax-error-resource': {
      text: one(`${ALLOW},"Principal":{"AWS":"111122223333"}`),
      type: 'trust',
      path: `${S}/Resource`,
      marks: '"*"',
    },
    'scp-syntax-error-principal': {
      text: one(`${ALLOW},"Principal":"*"`),
      type: 'scp',
      path: `${S}/Principal`,
      marks: '"*"',
    },
    'scp-version': { text: `{"Statement":{${ALLOW}}}`, type: 'scp', path: '', marks: '{' },
    'rcp-version': {
      text: `{"Version":"2008-10-17","Statement":{${BASE},"Resource":"*","Principal":"*"}}`,
      type: 'rcp',
      path: '/Version',
      marks: '"2008-10-17"',
    },
    'rcp-effect': {
      text: one(`${ALLOW},"Principal":"*"`),
      type: 'rcp',
      path: `${S}/Effect`,
      marks: '"Allow"',
    },
    'rcp-principal': {
      text: one(`${BASE},"Resource":"*","Principal":{"AWS":"111122223333"}`),
      type: 'rcp',
      path: `${S}/Principal`,
      marks: '{',
    },
    'rcp-notprincipal': {
      text: one(`${BASE},"Resource":"*","NotPrincipal":"*"`),
      type: 'rcp',
      path: `${S}/NotPrincipal`,
      marks: '"*"',
    },
    'rcp-notaction': {
      text: one('"Effect":"Deny","NotAction":"s3:*","Resource":"*","Principal":"*"'),
      type: 'rcp',
      path: `${S}/NotAction`,
      marks: '"s3:*"',
    },
  };

function codesOf(diagnostics: readonly Diagnostic[]): readonly DiagnosticCode[] {
  return diagnostics.map(({ code }) => code);
}

describe.each(Object.entries(SAMPLES))('%s', (code, { text, type, path, marks }) => {
  const result = parsePolicy(text, { type });

  test('is the only finding of its sample, with severity, pointer and range', () => {
    const [first] = result.diagnostics;
    expect(codesOf(result.diagnostics)).toEqual([code]);
    expect(first?.severity).toBe(DIAGNOSTIC_CODES[code as DiagnosticCode].severity);
    expect(first?.path).toBe(path);
    expect(text.slice(first?.range?.start.offset, first?.range?.end.offset)).toBe(marks);
    expect(result.ok).toBe(first?.severity !== 'error');
    const { node } = parseJson(text);
    if (node !== undefined) expect(locate(node, path)).toBeDefined();
  });

  test('has a message in lower case without full stop', () => {
    expect(result.diagnostics[0]?.message).toMatch(/^[a-z`].*[^.]$/);
    expect(result.diagnostics[0]?.help ?? 'none').toMatch(/^[a-z`].*[^.]$/);
  });
});

test('unsupported-value is for JavaScript values', () => {
  expect(codesOf(policyFromValue(() => 1).diagnostics)).toEqual(['unsupported-value']);
});

test('too-many-findings stands for all errors and warnings beyond 10,000 each', () => {
  const warnings = Array.from({ length: 10_002 }, () => 's3').join('","');
  const errors = ',1'.repeat(10_003);
  const text = one(`"Effect":"Deny","Action":["${warnings}"${errors}],"Resource":"*"`);
  const result = parsePolicy(text);
  const counts = new Map<string, number>();
  for (const code of codesOf(result.diagnostics)) counts.set(code, (counts.get(code) ?? 0) + 1);
  expect(result.ok).toBe(false);
  expect(Object.fromEntries(counts)).toEqual({
    'action-format': 10_000,
    'data-type-mismatch': 10_000,
    'too-many-findings': 1,
  });
  const last = result.diagnostics.find(({ code }) => code === 'too-many-findings');
  expect(last?.message).toBe('found 5 more errors and warnings than are listed');
});

test('codes are kebab-case and documented in one line', () => {
  for (const [code, { summary }] of Object.entries(DIAGNOSTIC_CODES)) {
    expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect(summary).toMatch(/^[a-zA-Z].{10,120}[^.]$/);
  }
});
