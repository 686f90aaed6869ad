import { RULES, type Rule, type RuleExample, type RuleGroup } from '@policywright/lint';
import { POLICY_TYPES, type PolicyType } from '@policywright/policy';
import type { PolicyDocument, StatementDocument } from '@policywright/scenario';
import { policyDocument } from '@policywright/testing';
import * as fc from 'fast-check';
import { listOf } from './editPolicies.ts';
import { Chooser } from './rearrange.ts';

/** A document that gives rules something to find. */
export interface LintedDocument {
  readonly type: PolicyType;
  readonly document: PolicyDocument;
  /** Spaces a level of its text. */
  readonly indent: number;
}

/** The text of a document. */
export function textOf({ document, indent }: LintedDocument): string {
  return JSON.stringify(document, undefined, indent);
}

const generated = fc
  .constantFrom<PolicyType>(...POLICY_TYPES)
  .chain((type) => policyDocument({ type }).map((document) => ({ type, document })));

/** The examples that rules give of what they object to, as far as they are documents. */
function examplesOf(rules: readonly Rule[]): readonly Pick<LintedDocument, 'type' | 'document'>[] {
  const read = ({ type, text }: RuleExample): readonly Pick<LintedDocument, 'type' | 'document'>[] => {
    try {
      const document = JSON.parse(text) as PolicyDocument | null;
      if (document?.Statement === undefined) return [];
      return [{ type: type ?? 'identity', document }];
    } catch {
      return []; // Some rules are about texts that are not JSON.
    }
  };
  return rules.flatMap(({ examples }) => examples.bad.flatMap(read));
}

const ofGroups = (...groups: readonly RuleGroup[]): readonly Rule[] =>
  RULES.filter(({ group }) => groups.includes(group));
const examples = fc.oneof(
  fc.constantFrom(...examplesOf(RULES)),
  fc.constantFrom(...examplesOf(ofGroups('style', 'unknown'))),
  fc.constantFrom(...examplesOf(ofGroups('redundancy'))),
  fc.constantFrom(...examplesOf(ofGroups('redundancy'))),
);

/** Documents as rules give them and as the generators of policies do, with faults put in. */
export const lintedDocument: fc.Arbitrary<LintedDocument> = fc
  .tuple(fc.oneof(examples, generated), fc.nat(), fc.nat(3))
  .map(([{ type, document }, seed, indent]) => ({
    type,
    document: withFaults(document, new Chooser(seed)),
    indent,
  }));

function withFaults(document: PolicyDocument, chooser: Chooser): PolicyDocument {
  let statements = listOf(document.Statement);
  for (let times = chooser.below(4); times > 0; times -= 1) statements = withFault(statements, chooser);
  const { Version: _, ...rest } = document;
  if (chooser.below(8) === 1) return { ...rest, Statement: statements };
  if (chooser.below(8) === 1) return { ...rest, Version: '2008-10-17', Statement: statements };
  const [lone] = statements;
  const isLone = lone !== undefined && statements.length === 1 && chooser.below(2) === 0;
  return { ...document, Statement: isLone ? lone : statements };
}

function withFault(statements: readonly StatementDocument[], chooser: Chooser): readonly StatementDocument[] {
  const index = chooser.below(statements.length);
  const statement = statements[index];
  // Examples of grammar rules have other things than objects here.
  if (typeof statement !== 'object') return statements;
  const changed = FAULTS[chooser.below(FAULTS.length)]?.(statement, chooser) ?? [statement];
  return [...statements.slice(0, index), ...changed, ...statements.slice(index + 1)];
}

type Fault = (statement: StatementDocument, chooser: Chooser) => readonly StatementDocument[];

/** An item more, made from one that the list has. */
function longer(
  name: 'Action' | 'NotAction' | 'Resource' | 'NotResource',
  edit: (text: string, chooser: Chooser) => string,
): Fault {
  return (statement, chooser) => {
    const values = listOf(statement[name]);
    const value = values[chooser.below(values.length)];
    if (typeof value !== 'string') return [statement];
    return [{ ...statement, [name]: chooser.shuffle([...values, edit(value, chooser)]) }];
  };
}

const same = (text: string): string => text;
const wider = (text: string, chooser: Chooser): string =>
  `${text.slice(0, text.lastIndexOf(':') + 1 + chooser.below(4))}*`;
const narrower = (text: string): string => text.replace('*', 'Get');
const otherCase = (text: string, chooser: Chooser): string => chooser.recase(text);
const misspelt = (text: string): string => text.replace(/(.)(.)$/, '$2$1');

function withCondition(conditions: readonly NonNullable<StatementDocument['Condition']>[]): Fault {
  return (statement, chooser) => {
    const more = conditions[chooser.below(conditions.length)] ?? {};
    return [{ ...statement, Condition: { ...more, ...statement.Condition } }];
  };
}

const CONDITIONS: readonly NonNullable<StatementDocument['Condition']>[] = [
  { IpAddress: { 'aws:SourceIp': ['203.0.113.7/24', '203.0.113.9'] } },
  { NotIpAddress: { 'aws:SourceIp': ['10.0.0.0/8', '203.0.113.7/28'] } },
  { IpAddress: { 'aws:SourceIp': ['10.1.2.3/8', '203.0.113.0/24'] } },
  { IpAddress: { 'aws:SourceIp': ['192.168.0.0/16', 'fd00::/8'] } },
  { NotIpAddress: { 'aws:SourceIp': '10.0.0.0/8' } },
  { NumericLessThan: { 's3:max-keys': ['10', '9', '10.0'] } },
  { DateGreaterThanEquals: { 'aws:CurrentTime': ['2020-01-01T00:00:00Z', '2026-01-01T00:00:00Z'] } },
  { BoolIfExists: { 'aws:SecureTransport': 'true' } },
  { StringEquals: { 'aws:username': ['a', 'a', '${aws:userid}'] } },
];

const FAULTS: readonly Fault[] = [
  ...([same, wider, narrower, otherCase, misspelt] as const).flatMap((edit) => [
    longer('Action', edit),
    longer('NotAction', edit),
  ]),
  ...([same, wider, narrower] as const).flatMap((edit) => [
    longer('Resource', edit),
    longer('NotResource', edit),
  ]),
  (statement) => [statement, statement],
  (statement) => [statement, { ...statement, Condition: { Bool: { 'aws:SecureTransport': 'true' } } }],
  (statement) => {
    const { Condition: _, ...rest } = statement;
    return [statement, rest];
  },
  (statement) => [{ ...statement, Sid: '' }],
  withCondition(CONDITIONS),
  withCondition(CONDITIONS),
  ({ Principal, ...rest }) => {
    if (typeof Principal !== 'object') return [{ ...rest, ...(Principal !== undefined && { Principal }) }];
    const role = 'arn:aws:iam::111122223333:role/deploy';
    const session = 'arn:aws:sts::111122223333:assumed-role/deploy/run1';
    const AWS = [...listOf(Principal['AWS']), role, session, role];
    return [{ ...rest, Principal: { ...Principal, AWS } }];
  },
];
