import { memberOf } from '../../json/_internals/elementReading.ts';
import type { JsonNode } from '../../json/jsonNode.ts';
import type { PolicyHolder } from '../policyHolder.ts';
import { isUnknownText } from '../templateVariables.ts';
import { intrinsicOf } from './intrinsics.ts';

type HolderKind = PolicyHolder['kind'];

/** How a resource that has inline policies of its own is called. */
interface Holding {
  readonly kind: HolderKind;
  /** The member with the name that it has in AWS. */
  readonly name: string;
  /** What SAM makes of the logical id for the role that it adds. */
  readonly suffix?: string;
}

const HOLDING: ReadonlyMap<string, Holding> = new Map<string, Holding>([
  ['AWS::IAM::Group', { kind: 'group', name: 'GroupName' }],
  ['AWS::IAM::Role', { kind: 'role', name: 'RoleName' }],
  ['AWS::IAM::User', { kind: 'user', name: 'UserName' }],
  ['AWS::SSO::PermissionSet', { kind: 'permissionSet', name: 'Name' }],
  ['AWS::Serverless::Function', { kind: 'role', name: '', suffix: 'Role' }],
  ['AWS::Serverless::StateMachine', { kind: 'role', name: '', suffix: 'Role' }],
  ['aws_iam_role', { kind: 'role', name: 'name' }],
]);

/** The members of resources that are inline policies, with the kind of holder that each names. */
const ATTACHED: ReadonlyMap<string, readonly (readonly [member: string, kind: HolderKind])[]> = new Map([
  ['AWS::IAM::GroupPolicy', [['GroupName', 'group']]],
  [
    'AWS::IAM::Policy',
    [
      ['Roles', 'role'],
      ['Users', 'user'],
      ['Groups', 'group'],
    ],
  ],
  ['AWS::IAM::RolePolicy', [['RoleName', 'role']]],
  ['AWS::IAM::UserPolicy', [['UserName', 'user']]],
  ['aws_iam_group_policy', [['group', 'group']]],
  ['aws_iam_role_policy', [['role', 'role']]],
  ['aws_iam_user_policy', [['user', 'user']]],
  ['aws_ssoadmin_permission_set_inline_policy', [['permission_set_arn', 'permissionSet']]],
]);

/**
 * The holders of the inline policies in a resource of CloudFormation, SAM or Terraform.
 *
 * @param type - the type of the resource.
 * @param id - what the file calls it.
 * @param properties - its properties or values.
 */
export function holdersOfResource(
  type: string,
  id: string,
  properties: JsonNode | undefined,
): readonly PolicyHolder[] {
  const holding = HOLDING.get(type);
  if (holding !== undefined) {
    const { kind, name, suffix = '' } = holding;
    return [{ kind, names: [id + suffix, ...nameIn(memberOf(properties, name))] }];
  }
  return (ATTACHED.get(type) ?? []).flatMap(([member, kind]): readonly PolicyHolder[] => {
    const value = memberOf(properties, member);
    if (value?.kind === 'array') return value.items.map((item) => ({ kind, names: nameIn(item) }));
    // A resource of one holder always has one, whether the file tells it or not.
    const always = ATTACHED.get(type)?.length === 1;
    return value === undefined && !always ? [] : [{ kind, names: nameIn(value) }];
  });
}

const NAMING: readonly (readonly [member: string, kind: HolderKind])[] = [
  ['RoleName', 'role'],
  ['UserName', 'user'],
  ['GroupName', 'group'],
];

/** The holder that an answer of AWS names beside its inline policies. */
export function holderOfAnswer(node: JsonNode): readonly PolicyHolder[] | undefined {
  for (const [member, kind] of NAMING) {
    const names = nameIn(memberOf(node, member));
    if (names.length > 0) return [{ kind, names }];
  }
  return undefined;
}

/** A text, or the logical id that a `Ref` names. */
function nameIn(node: JsonNode | undefined): readonly string[] {
  if (node?.kind === 'string') return isUnknownText(node.value) ? [] : [node.value];
  const intrinsic = node && intrinsicOf(node);
  return intrinsic?.name.value === 'Ref' && intrinsic.value.kind === 'string' ? [intrinsic.value.value] : [];
}
