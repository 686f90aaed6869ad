import type { ConditionKeyType } from '@policywright/catalog';
import type { Chooser } from './rearrange.ts';

/** A condition as a typed program writes it, and as its text. */
export interface TypedCondition {
  /** From the innermost: `stringEquals`, then `forAnyValue` or `ifExists`. */
  readonly functions: readonly [string, ...string[]];
  readonly key: string;
  readonly value: string | number | boolean | readonly (string | number)[];
}

/** What a condition is made on. */
export interface TypedKey {
  /** With its variables filled: `aws:ResourceTag/team`. */
  readonly name: string;
  readonly type: ConditionKeyType;
  readonly multivalued: boolean;
}

const TEXT_OPERATORS = [
  'stringEquals',
  'stringNotEquals',
  'stringEqualsIgnoreCase',
  'stringNotEqualsIgnoreCase',
  'stringLike',
  'stringNotLike',
] as const;

/** The functions of the runtime module that compare values of each type. */
export const OPERATORS: Readonly<Record<ConditionKeyType, readonly [string, ...string[]]>> = {
  String: TEXT_OPERATORS,
  ARN: ['arnEquals', 'arnNotEquals', 'arnLike', 'arnNotLike'],
  Bool: ['bool'],
  Numeric: [
    'numericEquals',
    'numericNotEquals',
    'numericLessThan',
    'numericLessThanEquals',
    'numericGreaterThan',
    'numericGreaterThanEquals',
  ],
  Date: [
    'dateEquals',
    'dateNotEquals',
    'dateLessThan',
    'dateLessThanEquals',
    'dateGreaterThan',
    'dateGreaterThanEquals',
  ],
  IPAddress: ['ipAddress', 'notIpAddress'],
  Binary: TEXT_OPERATORS,
};

/** Makes a condition on a key that suits its type, and whether it can hold several values. */
export function typedCondition(key: TypedKey, chooser: Chooser): TypedCondition {
  if (chooser.below(8) === 1) return { functions: ['isNull'], key: key.name, value: chooser.below(2) === 0 };
  const operators = OPERATORS[key.type];
  const operator = operators[chooser.below(operators.length)] ?? operators[0];
  const qualifier = key.multivalued ? [['forAnyValue', 'forAllValues'][chooser.below(2)] ?? ''] : [];
  const suffix = chooser.below(4) === 1 ? ['ifExists'] : [];
  return { functions: [operator, ...qualifier, ...suffix], key: key.name, value: valueOf(key, chooser) };
}

/** Types do not look into texts, so that these have the form that the linter asks for. */
function valueOf({ name, type }: TypedKey, chooser: Chooser): TypedCondition['value'] {
  const several = <Value extends string | number>(values: readonly [Value, ...Value[]]): Value | Value[] =>
    chooser.below(3) === 1 ? [...values] : (values[chooser.below(values.length)] ?? values[0]);
  switch (type) {
    case 'Bool':
      return chooser.below(2) === 0;
    case 'Numeric':
      return several([chooser.below(500), 1]);
    case 'Date':
      return several(['2026-01-01T00:00:00Z']);
    case 'IPAddress':
      return several(['203.0.113.0/24', '2001:db8::/32']);
    case 'ARN':
      if (/^ec2:(?:Vpc|Subnet)$/i.test(name))
        return `arn:aws:ec2:us-east-1:111122223333:${name.slice(4).toLowerCase()}/web`;
      return several(['arn:aws:iam::111122223333:role/web', 'arn:aws:iam::444455556666:role/ops/web']);
    case 'String':
    case 'Binary':
      return several(textsOf(name.toLowerCase()));
  }
}

/** Values of keys whose texts have a form of their own. */
const TEXTS: readonly (readonly [pattern: RegExp, ...texts: [string, ...string[]]])[] = [
  [/principaltype$/, 'User', 'AssumedRole'],
  [/viaservice$/, 's3.us-east-1.amazonaws.com', 'sns.us-east-1.amazonaws.com'],
  [
    /calledvia|principalservicename|passedtoservice|awsservicename|serviceprincipal$|authorizedservice$|credentialissuingservice$|roleassumedby$|specificcredentialservicename$/,
    's3.amazonaws.com',
    'sns.amazonaws.com',
  ],
  [/region|locationconstraint/, 'us-east-1', 'eu-central-1'],
  [/account$/, '111122223333', '444455556666'],
  [/orgpaths$/, 'o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/'],
  [/orgid$/, 'o-a1b2c3d4e5'],
  [/sourcevpce$/, 'vpce-0123456789abcdef0'],
  [/vpc$|vpcids?$/, 'vpc-0123456789abcdef0'],
];

function textsOf(key: string): readonly [string, ...string[]] {
  const row = TEXTS.find(([pattern]) => pattern.test(key));
  if (row === undefined) return ['web', 'blue'];
  const [, first, ...more] = row;
  return [first, ...more];
}
