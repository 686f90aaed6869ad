import {
  arnVariables,
  getAction,
  getResourceType,
  requiredPermissions,
  type Action,
  type Operation,
} from '@policywright/catalog';
import type { ModelMember, ModelOperation } from './apiModel.ts';

/** What the rule says of an operation: an entry in the notation of the facts, or why it says nothing. */
export type RuleAnswer =
  | { readonly entry: string; readonly because: 'arn' | 'variable' }
  | { readonly refused: RuleRefusal };

/** Why the rule says nothing of an operation. */
export type RuleRefusal =
  | 'more actions'
  | 'several resource types'
  | 'type that need not be there'
  | 'no single ARN format'
  | 'other account or Region'
  | 'keys'
  | 'no member'
  | 'several members'
  | 'several forms'
  | 'several APIs';

/**
 * Services whose names are written in several ways, have forms of their own in ARNs, or are reviewed by hand: a member that is
 * called like the variable does not hold its value as it is. Amazon SageMaker's ARNs have names in lower case; registries of
 * schemas may be those of AWS.
 */
const BY_HAND: ReadonlySet<string> = new Set([
  'iam',
  'kms',
  'lambda',
  's3',
  'sagemaker',
  'schemas',
  'secretsmanager',
  'sqs',
  'ssm',
  'sts',
]);

/** Members that say in which account or Region the resource is. */
const ELSEWHERE = /account|catalogid|registryid|owner|region|partition/i;

/** Operations about what another account has offered. */
const OF_OTHERS = /^(?:Accept|Reject|Decline)|Invitation|Shared/;

/** Members that bring a key, which the service may use in the caller's name: that is reviewed by hand. */
const KEYS = /kms|encrypt/i;

/** The value may be something else than the variable of the ARN: a name or an id, an alias. */
const OTHER_FORMS =
  /\b(?:name|id|identifier|arn)s?(?:\)|\*)?,? or (?:the |an? |its |full |unique )*(?:\w+ ){0,3}(?:name|id|identifier|alias)\b|\balias(?:es)?\b|friendly name|\bpath\b|\burl\b|\buri\b|wildcard|regular expression|\bdefault\b|comma-separated|prefix|formatted|in the form|serial number|hash|stored as|not case.sensitive|case.insensitive/i;

/**
 * The rule by name. A required member that is text and is called exactly like a variable of the resource's ARN holds it; one
 * that is called like the resource type with `Arn` holds the ARN. It answers only where the operation asks for one action, that
 * action takes one type of resource with one form of ARN, and every variable has exactly one member; else nothing is known.
 *
 * @param operation - of the catalog.
 * @param model - the same in the API model of the service.
 */
export function applyRule(operation: Operation, { members }: ModelOperation): RuleAnswer {
  const action = onlyAction(operation);
  if (action === undefined) return { refused: 'more actions' };
  const [only, second] = action.resourceTypes;
  if (only === undefined || second !== undefined) return { refused: 'several resource types' };
  if (!only.required) return { refused: 'type that need not be there' };
  const type = getResourceType(action.service, only.name);
  const [format, other] = type?.arnFormats ?? [];
  if (BY_HAND.has(operation.service) || type === undefined || format === undefined || other !== undefined)
    return { refused: 'no single ARN format' };
  if (OF_OTHERS.test(operation.name) || members.some(({ name }) => ELSEWHERE.test(name)))
    return { refused: 'other account or Region' };
  if (members.some(({ name, inner }) => [name, ...inner].some((one) => KEYS.test(one))))
    return { refused: 'keys' };
  const named = arnVariables(type).filter((variable) => !/^(?:Partition|Region|Account)$/.test(variable));
  return fill({ operation: operation.name, type: only.name, named }, members);
}

/** The own action of an operation that asks for nothing else but tags and roles, which have members of their own. */
function onlyAction({ service, name }: Operation): Action | undefined {
  const own = getAction(`${service}:${name}`);
  const permissions = requiredPermissions(`${service}:${name}`, { conditional: true }) ?? [];
  const others = permissions.filter(({ action }) => action !== own?.fullName);
  const isAlone = others.every(
    ({ action }) => action === 'iam:PassRole' || getAction(action)?.accessLevels.includes('Tagging') === true,
  );
  const isOwn = permissions.some(({ action, need }) => action === own?.fullName && need === 'always');
  return isAlone && isOwn ? own : undefined;
}

interface Filling {
  readonly operation: string;
  readonly type: string;
  readonly named: readonly string[];
}

function fill({ operation, type, named }: Filling, members: readonly ModelMember[]): RuleAnswer {
  if (named.length === 0) return { refused: 'no single ARN format' };
  const noun = plain(type);
  const isAbout = plain(operation).includes(noun);
  const arns = members.filter(({ name }) => isArnOf(name, noun, isAbout));
  const [arn] = arns;
  if (arn !== undefined && arns.length === 1 && isText(arn)) {
    const rivals = members.filter((one) => one !== arn && mentions(one, noun));
    return rivals.length > 0
      ? { refused: 'several members' }
      : { entry: `${type.replaceAll(' ', '_')}(${arn.name})`, because: 'arn' };
  }
  const found = named.map((variable) => members.filter(({ name }) => sameName(name, variable)));
  if (found.some((one) => one.length === 0)) return { refused: 'no member' };
  if (found.some((one) => one.length > 1)) return { refused: 'several members' };
  const fitting = found.flat();
  if (fitting.some((one) => !isText(one))) return { refused: 'no member' };
  // `Name` alone may be that of whatever the operation is about.
  if (named.some((variable) => GENERIC.test(variable)) && !isAbout) return { refused: 'no member' };
  if (fitting.some(({ documentation }) => OTHER_FORMS.test(documentation)))
    return { refused: 'several forms' };
  const rivals = members.filter((one) => !fitting.includes(one) && mentions(one, noun));
  if (rivals.length > 0) return { refused: 'several members' };
  return {
    entry: `${type.replaceAll(' ', '_')}(${fitting.map(({ name }) => name).join()})`,
    because: 'variable',
  };
}

const GENERIC = /^(?:name|id|arn|identifier|resourceid|resourcename|resource|key|value)$/i;

/** Letters and digits in lower case. */
function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

function sameName(member: string, variable: string): boolean {
  return plain(member) === plain(variable);
}

/** `pipelineArn` of a `pipeline`; `resourceArn` or `Arn` where the operation is about the type. */
function isArnOf(member: string, noun: string, isAbout: boolean): boolean {
  const name = plain(member);
  return name === `${noun}arn` || (isAbout && name === 'arn');
}

function isText({ required, kind, isEnum }: ModelMember): boolean {
  return required && kind === 'string' && !isEnum;
}

/** Whether a member may name a resource of the type as well: `targetPipelineId`, `pipelines`, or one within it. */
function mentions({ name, inner }: ModelMember, noun: string): boolean {
  return [name, ...inner].some((one) => NAMING.test(plain(one).replace(noun, '#')));
}

const NAMING = /#(?:s|es)?(?:name|id|arn|identifier)?s?$/;
