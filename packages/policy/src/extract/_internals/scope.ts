import { memberOf, stringOf } from '../../json/_internals/elementReading.ts';
import type { JsonNode, JsonObject } from '../../json/jsonNode.ts';
import type { EndpointType } from '../../model/endpointType.ts';
import type { PolicyType } from '../../model/policy.ts';
import type { PolicyHolder } from '../policyHolder.ts';
import { holderOfAnswer, holdersOfResource } from './policyHolders.ts';
import type { Notation } from './settleDocument.ts';
import { resourceTypeOf, templateResourcesOf } from './resourceReferences.ts';
import { heldPolicies } from './heldPolicies.ts';

/** What is known of a place in a file by what stands around it. */
export interface Scope extends Notation {
  /** The type of the policies here, unless the name of their member says otherwise. */
  readonly type: PolicyType | undefined;
  /** Whom inline policies here belong to. */
  readonly holders: readonly PolicyHolder[];
  /** The kind of the endpoint whose policy stands here. */
  readonly endpointType: EndpointType | undefined;
  /** From outside in: resource, role or user, policy. */
  readonly names: readonly string[];
  /** The type of the resource of a template or plan around this. */
  readonly resourceType: string | undefined;
  /** Whether it is in a text of the file, of which it was read. */
  readonly isEmbedded: boolean;
  /** The name of the member that holds this, and of the one that holds that. */
  readonly member: string;
  readonly outerMember: string;
}

/** The scope of a whole file. */
export const ROOT_SCOPE: Scope = {
  isTemplate: false,
  isServerless: false,
  resources: new Map(),
  type: undefined,
  holders: [],
  endpointType: undefined,
  names: [],
  resourceType: undefined,
  isEmbedded: false,
  member: '',
  outerMember: '',
};

const ORGANIZATIONS_TYPES: ReadonlyMap<string, PolicyType> = new Map([
  ['SERVICE_CONTROL_POLICY', 'scp'],
  ['RESOURCE_CONTROL_POLICY', 'rcp'],
]);

/** The members of answers of AWS whose policies have one type, whatever is around them. */
const TYPES_BY_MEMBER: ReadonlyMap<string, PolicyType> = new Map([
  ['AssumeRolePolicyDocument', 'trust'],
  ['assume_role_policy', 'trust'],
  ['UserPolicyList', 'identity'],
  ['GroupPolicyList', 'identity'],
  ['RolePolicyList', 'identity'],
  ['PolicyVersionList', 'identity'],
  ['PolicyVersion', 'identity'],
  ['InlinePolicy', 'identity'],
  ['ResourcePolicy', 'resource'],
  ['policyText', 'resource'],
]);

/** The layers of a scenario. Whether its `resource` is a trust policy only its content tells. */
const TYPES_BY_LAYER: ReadonlyMap<string, PolicyType> = new Map([
  ['identity', 'identity'],
  ['boundary', 'boundary'],
  ['session', 'session'],
  ['scps', 'scp'],
  ['rcps', 'rcp'],
  ['vpcEndpoint', 'vpcEndpoint'],
]);

const NAMES = ['RoleName', 'UserName', 'GroupName', 'PolicyName'];

/** The members that hold the inline policy of one holder, whom nothing names. */
const HOLDERS_BY_MEMBER: ReadonlyMap<string, readonly PolicyHolder[]> = new Map<
  string,
  readonly PolicyHolder[]
>([
  ['InlinePolicy', [{ kind: 'permissionSet', names: [] }]],
  ['provider', [{ kind: 'role', names: ['provider'] }]],
]);

/** The scope inside an object. */
export function enterObject(scope: Scope, node: JsonObject): Scope {
  const resources = templateResourcesOf(node) ?? scope.resources;
  const outer = { ...scope, resources, isServerless: scope.isServerless || isServerlessFile(node) };
  const template = templateResource(outer, node) ?? terraformResource(outer, node) ?? outer;
  const organizations = organizationsType(node);
  const known = organizations === 'other' ? undefined : (organizations ?? template.type);
  const type = endpointType(node) ?? known;
  return {
    ...template,
    type,
    holders: (template.isTemplate ? undefined : holderOfAnswer(node)) ?? template.holders,
    endpointType: kindOfEndpoint(node) ?? template.endpointType,
    names: [...template.names, ...ownNames(node, template)],
  };
}

/** The scope of a member's value. */
export function enterMember(scope: Scope, name: string): Scope {
  const isStatementsOfServerless = name === 'provider';
  return {
    ...scope,
    isTemplate: scope.isTemplate || isStatementsOfServerless,
    holders: HOLDERS_BY_MEMBER.get(name) ?? scope.holders,
    type: TYPES_BY_MEMBER.get(name) ?? layerType(scope, name) ?? resourcePolicyOf(scope, name) ?? scope.type,
    member: name,
    outerMember: scope.member,
  };
}

/** The type of the policies that a member of a resource holds. */
export function policyTypeOf(resourceType: string, member: string): PolicyType | undefined {
  return TYPES_BY_MEMBER.get(member) ?? heldPolicies(resourceType)?.type;
}

/** Whether nothing but a policy document can stand here. */
export function mustHoldPolicy({ resourceType, member, type }: Scope): boolean {
  if (resourceType === undefined) return false;
  // The content of a policy of Organizations can be of another language, unless its type is known.
  if (/^(?:AWS::Organizations::P|aws_organizations_p)olicy$/.test(resourceType))
    return type !== undefined && member.toLowerCase() === 'content';
  return heldPolicies(resourceType)?.documents.has(member) === true;
}

/** The type of the policy of statements that stand alone, as the Serverless Framework has them. */
export function bareStatementsType({ member, outerMember }: Scope): PolicyType | undefined {
  if (member === 'iamRoleStatements' || (member === 'statements' && outerMember === 'role'))
    return 'identity';
  const isApi = outerMember === 'provider' || outerMember === 'apiGateway';
  return member === 'resourcePolicy' && isApi ? 'resource' : undefined;
}

function layerType({ member, isTemplate }: Scope, name: string): PolicyType | undefined {
  return member === 'policies' && !isTemplate ? TYPES_BY_LAYER.get(name) : undefined;
}

/** A file of the Serverless Framework has a service and says who provides for it. */
function isServerlessFile(node: JsonObject): boolean {
  return memberOf(node, 'service') !== undefined && memberOf(node, 'provider') !== undefined;
}

/** A resource of CloudFormation, SAM or a CDK template. */
function templateResource(scope: Scope, node: JsonObject): Scope | undefined {
  const resourceType = resourceTypeOf(node);
  if (resourceType === undefined) return undefined;
  const { member } = scope;
  const holders = holdersOfResource(resourceType, member, memberOf(node, 'Properties'));
  const names = [member];
  return { ...scope, isTemplate: true, type: heldPolicies(resourceType)?.type, resourceType, holders, names };
}

/** A resource in a plan or state of Terraform. */
function terraformResource(scope: Scope, node: JsonObject): Scope | undefined {
  const type = stringOf(memberOf(node, 'type'));
  const isResource = ['values', 'instances', 'change'].some((name) => memberOf(node, name) !== undefined);
  if (type === undefined || !isResource) return undefined;
  const name = stringOf(memberOf(node, 'address')) ?? `${type}.${stringOf(memberOf(node, 'name')) ?? ''}`;
  const holders = holdersOfResource(type, name, valuesOf(node));
  return { ...scope, type: heldPolicies(type)?.type, resourceType: type, holders, names: [name] };
}

/** What a resource is planned to be or is; of several instances, not known which. */
function valuesOf(node: JsonObject): JsonNode | undefined {
  const instances = memberOf(node, 'instances');
  if (instances?.kind === 'array')
    return instances.items.length === 1 ? memberOf(instances.items[0], 'attributes') : undefined;
  return memberOf(node, 'values') ?? memberOf(memberOf(node, 'change'), 'after');
}

/** A policy of Organizations says what it is beside its content, which is of another language in most types. */
function organizationsType(node: JsonObject): PolicyType | 'other' | undefined {
  if (memberOf(node, 'Content') === undefined && memberOf(node, 'content') === undefined) return undefined;
  const type =
    memberOf(node, 'Type') ?? memberOf(node, 'type') ?? memberOf(memberOf(node, 'PolicySummary'), 'Type');
  const name = stringOf(type);
  return name === undefined ? undefined : (ORGANIZATIONS_TYPES.get(name) ?? 'other');
}

function endpointType(node: JsonObject): PolicyType | undefined {
  return memberOf(node, 'VpcEndpointId') === undefined ? undefined : 'vpcEndpoint';
}

/** What a template, a plan or an answer says of an endpoint. */
function kindOfEndpoint(node: JsonObject): EndpointType | undefined {
  const kind = stringOf(memberOf(node, 'VpcEndpointType') ?? memberOf(node, 'vpc_endpoint_type'));
  if (kind === 'Interface') return 'interface';
  return kind === 'Gateway' ? 'gateway' : undefined;
}

/** `get-bucket-policy` and its like answer with `Policy` alone, queues and topics among `Attributes`. */
function resourcePolicyOf({ member, type, isTemplate }: Scope, name: string): PolicyType | undefined {
  const isAnswer = name === 'Policy' && type === undefined && !isTemplate;
  return isAnswer && (member === '' || member === 'Attributes') ? 'resource' : undefined;
}

function ownNames(node: JsonObject, { isTemplate }: Scope): readonly string[] {
  const summary = stringOf(memberOf(memberOf(node, 'PolicySummary'), 'Name'));
  if (summary !== undefined) return [summary];
  // The logical name of a resource tells which it is; its other names are often not known.
  const names = isTemplate ? ['PolicyName'] : NAMES;
  const isManaged = memberOf(node, 'PolicyVersionList') !== undefined;
  const arn = isManaged ? stringOf(memberOf(node, 'Arn')) : undefined;
  if (arn !== undefined) return [arn];
  return names.flatMap((name) => stringOf(memberOf(node, name)) ?? []);
}
