import { canEver, type AnalyzerOptions, type EverAnswer, type Subject } from '@policywright/analyzer';
import { isAccountId, parseArn } from '@policywright/arn';
import { expandActions, suggestActions } from '@policywright/catalog';
import { policyFromValue, type Policy } from '@policywright/policy';
import { quote } from '@policywright/policy/text';
import { CommandError } from '../../commandError.ts';
import type { Io } from '../../io/io.ts';
import { reasonWords } from '../proof/obstacles.ts';
import { analyzerOptions, assumptionWords, type GivenProofOptions } from '../proof/proofOptions.ts';
import type { CallArguments } from './askCall.ts';
import { readContext, regionOf } from './canOptions.ts';
import { policyReader, readPolicyArguments, referencesOf } from './policyArgument.ts';
import { templateValues } from './templateValues.ts';

/** What `can --ever` was asked for on the command line. */
export type EverArguments = CallArguments & GivenProofOptions;

/** Whether something can ever be allowed, and what that takes for granted. */
export interface AnsweredEver {
  readonly action: string;
  readonly resource: string;
  readonly answer: EverAnswer;
  /** Why it was not found out, in words; none where it was. */
  readonly reasons: readonly string[];
  readonly assumptions: readonly string[];
}

/** What a question about one call says and one about all requests does not. */
const OF_CALLS = ['input', 'world', 'trust', 'snapshot', 'ignore-perhaps'] as const;
const LEFT_TO_ACCOUNT = 'the policy of the resource, if it has one, leaves it to the account';
/** The account of callers and resources where none is named. */
const EXAMPLE_ACCOUNT = '111122223333';

/**
 * Asks whether an action can ever be allowed on a resource, by all policies together.
 *
 * @param io - files and environment.
 * @param operands - patterns of the action and of the resource.
 * @param given - the options.
 * @throws CommandError - where something is missing or cannot be read.
 */
export async function everAsked(
  io: Io,
  [action = '', resource]: readonly string[],
  given: EverArguments,
): Promise<AnsweredEver> {
  if (resource === undefined)
    throw new CommandError('`--ever` needs a resource', {
      help: 'write `policywright can --ever ACTION RESOURCE`; both may be patterns, `*` for every resource',
    });
  const needless = OF_CALLS.find((name) => given[name] !== undefined && given[name] !== false);
  if (needless !== undefined)
    throw new CommandError(`\`--${needless}\` is of a call, and \`--ever\` asks about all requests`, {
      help: 'leave one of them out',
    });
  checkAction(action);
  const options = await analyzerOptions(given);
  const owner = accountOf(resource);
  const account = given.as === undefined ? (owner ?? EXAMPLE_ACCOUNT) : callerAccount(given.as);
  const { subject, assumed, unknown } = await policiesOf(io, given, {
    action,
    account,
    owner: owner ?? account,
  });
  const asked: AnalyzerOptions = {
    ...options,
    principal: given.as,
    // A caller that is named has the policies that are given.
    ownPolicies: given.as === undefined ? 'any' : 'none',
    resourceAccount: owner ?? account,
    context: readContext(given.context),
  };
  const answer = canEver(subject, { actions: [action], resources: [resource] }, asked);
  if (answer.answer === 'unknown' && answer.reasons.every(({ code }) => code === 'pattern-unreadable'))
    throw new CommandError(`${quote(resource)} is no pattern of resources`, {
      help: answer.reasons[0]?.about,
    });
  const open = answer.answer === 'never' ? unknown : [];
  const reasons = answer.answer === 'unknown' ? reasonWords(answer.reasons) : open;
  return {
    action,
    resource,
    answer,
    reasons,
    assumptions: [...assumptionWords(answer.assumptions), ...assumed],
  };
}

interface Situation {
  readonly action: string;
  /** Of the caller. */
  readonly account: string;
  /** Whose the resources are. */
  readonly owner: string;
}

interface AskedPolicies {
  readonly subject: Subject;
  /** What is taken for granted of policies that were not given. */
  readonly assumed: readonly string[];
  /** Why `never` is no proof. */
  readonly unknown: readonly string[];
}

async function policiesOf(
  io: Io,
  given: EverArguments,
  { action, account, owner }: Situation,
): Promise<AskedPolicies> {
  const valuesOf = templateValues({ ...given, region: regionOf(io, given) });
  const reader = await policyReader(io, referencesOf(given));
  const isTrust = action.toLowerCase().startsWith('sts:');
  const { set: read } = readPolicyArguments(reader, given, { valuesOf, isTrust });
  // What nobody was asked to name is open: the caller's own policies may say anything.
  const { identity, ...layers } = read;
  const set = given.as === undefined && given.policy.length === 0 ? layers : read;
  if (set.resource !== undefined) return { subject: set, assumed: [], unknown: [] };
  if (owner !== account)
    return {
      subject: set,
      assumed: [],
      unknown: [`the resource is in account ${owner}, whose policy decides too: give \`--resource-policy\``],
    };
  const others = Object.values(layers).filter((layer) => layer !== undefined);
  // Of policies by themselves the analyzer says the same of any user.
  if (given.as === undefined && others.length === 0)
    return { subject: identity ?? [], assumed: [], unknown: [] };
  return { subject: { ...set, resource: leavesItTo(account) }, assumed: [LEFT_TO_ACCOUNT], unknown: [] };
}

/** A policy of a resource that leaves everything to the policies of the account. */
function leavesItTo(account: string): Policy {
  const read = policyFromValue({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Principal: { AWS: account }, Action: '*', Resource: '*' },
  });
  // INVARIANT: the value is a policy.
  if (!read.ok) throw new TypeError('the policy of a resource that delegates cannot be read');
  return read.policy;
}

/** A name that no service has would never be allowed, and that would be no answer. */
function checkAction(action: string): void {
  if (expandActions(action).length > 0) return;
  const [closest] = suggestActions(action, 1);
  throw new CommandError(`there is no action ${quote(action)}`, {
    help: closest === undefined ? 'write PREFIX:ACTION, such as `s3:Put*`' : `did you mean \`${closest}\`?`,
  });
}

function callerAccount(as: string): string {
  const account = accountOf(as);
  if (account !== undefined) return account;
  throw new CommandError(`\`--as\` is ${quote(as)}, which is no ARN of a principal with its account`, {
    help: 'such as `arn:aws:iam::111122223333:role/deploy`; left out, it is any user of the account',
  });
}

function accountOf(arn: string): string | undefined {
  const account = parseArn(arn)?.account ?? '';
  return isAccountId(account) ? account : undefined;
}
