import { isAccountId, parseArn } from '@policywright/arn';
import type { ContextValue, RequestContext } from '@policywright/conditions';
import type { Principal } from '@policywright/evaluator';
import { quote } from '@policywright/policy/text';
import { CommandError } from '../../commandError.ts';
import type { Io } from '../../io/io.ts';

/** The options that `can` and `why` share. */
export const CAN_OPTIONS = {
  as: { value: 'ARN', description: 'who calls: a user, a role or a session of one' },
  policy: {
    value: 'POLICY',
    repeats: true,
    description: 'identity-based policies of the caller; may be given several times',
  },
  boundary: { value: 'POLICY', repeats: true, description: 'permissions boundary of the caller' },
  session: { value: 'POLICY', repeats: true, description: 'session policies' },
  scp: { value: 'POLICY', repeats: true, description: 'service control policy; one a level, the root first' },
  rcp: {
    value: 'POLICY',
    repeats: true,
    description: 'resource control policy; one a level, the root first',
  },
  'vpc-endpoint': { value: 'POLICY', repeats: true, description: 'policy of the VPC endpoint on the way' },
  'resource-policy': {
    value: 'POLICY',
    description: 'policy of the resource that the call is about; more of them stand in `--world`',
  },
  trust: {
    value: 'POLICY',
    description: 'trust policy of the roles that the call passes, where `--world` does not tell it',
  },
  snapshot: {
    value: 'DIR',
    description:
      'folder of a snapshot, as `audit` reads it: policies of the caller, boundary, organization, resources and trust come from there',
  },
  input: { value: 'FILE', description: 'input of the operation as JSON; `-` for standard input' },
  world: { value: 'FILE', description: 'what is known of resources: tags, policies, keys, trust policies' },
  context: {
    value: 'KEY=VALUE',
    repeats: true,
    description: 'a context key of the request; given twice, the key has both values',
  },
  value: {
    value: 'NAME=VALUE',
    repeats: true,
    description:
      'what a template does not know before it is deployed, such as Bucket=reports; AWS::Region, AWS::Partition and, for policies of the caller, AWS::AccountId are those of the call',
  },
  region: { value: 'REGION', description: 'the Region that is called; else AWS_REGION of the environment' },
  'ignore-perhaps': { description: 'leave out what the call may need and nobody knows whether it does' },
  format: {
    value: 'FORMAT',
    choices: ['text', 'json', 'markdown'],
    description: 'form of the answer; text by default',
  },
} as const;

/** Who calls, and where. */
export interface Caller {
  readonly principal: Principal;
  readonly account: string;
  readonly region: string | undefined;
}

/** The Region that is called, where the options or the environment tell it. */
export function regionOf(
  { env }: Io,
  { region }: { readonly region: string | undefined },
): string | undefined {
  return region ?? env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'];
}

/**
 * Reads who calls, and where.
 *
 * @param as - the value of `--as`.
 * @param region - the value of `--region`, or of the environment.
 * @param options - whether the resource is named by its ARN, so that the Region is no more than a key of the request.
 * @throws CommandError - where one of them is missing or of no known form.
 */
export function readCallerOption(
  as: string | undefined,
  region: string | undefined,
  { isNamed }: { readonly isNamed: boolean },
): Caller {
  if (as === undefined)
    throw new CommandError('missing option `--as`', {
      help: 'say who calls: `--as arn:aws:iam::111122223333:role/deploy`',
    });
  const account = parseArn(as)?.account ?? '';
  if (!isAccountId(account))
    throw new CommandError(`\`--as\` is ${quote(as)}, which is no ARN of a principal with its account`, {
      help: 'such as `arn:aws:iam::111122223333:role/deploy`',
    });
  if (isNamed && !region) return { principal: as, account, region: undefined };
  return { principal: as, account, region: knownRegion(region) };
}

/**
 * The Region of a call.
 *
 * @param region - of {@link regionOf}.
 * @throws CommandError - where nobody tells it.
 */
export function knownRegion(region: string | undefined): string {
  if (region !== undefined && region !== '') return region;
  throw new CommandError('the Region is not known', {
    help: 'give `--region eu-west-1`, or set AWS_REGION',
  });
}

/**
 * Reads options of the form `NAME=VALUE`.
 *
 * @param option - its name without dashes.
 * @param given - the values.
 * @returns the values by name, several for a name that is repeated.
 * @throws CommandError - where one has no equals sign.
 */
export function readPairs(option: string, given: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const pairs = new Map<string, readonly string[]>();
  for (const text of given) {
    const equals = text.indexOf('=');
    if (equals <= 0)
      throw new CommandError(`\`--${option}\` cannot be ${quote(text)}`, { help: 'write `NAME=VALUE`' });
    const name = text.slice(0, equals);
    pairs.set(name, [...(pairs.get(name) ?? []), text.slice(equals + 1)]);
  }
  return pairs;
}

/**
 * Reads the values of `--context`.
 *
 * @param given - `KEY=VALUE`; a key that is there twice has both values.
 * @returns `undefined` where there is none.
 */
export function readContext(given: readonly string[]): RequestContext | undefined {
  if (given.length === 0) return undefined;
  const context: Record<string, ContextValue> = {};
  for (const [key, values] of readPairs('context', given)) {
    const [first = ''] = values;
    context[key] = values.length === 1 ? first : values;
  }
  return context;
}
