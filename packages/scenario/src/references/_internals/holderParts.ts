import { locate, pointerTo, type JsonNode } from '@policywright/policy';

/** What is attached to a user, group or role beside the policies that stand in it. */
export interface HolderParts {
  readonly policies: readonly PolicyName[];
  readonly boundary: PolicyName | undefined;
}

/** A policy or group of the same file, a managed policy of AWS, or one that the file does not tell. */
export type PolicyName =
  | { readonly kind: 'here' | 'managed'; readonly name: string }
  | { readonly kind: 'untold' };

/**
 * Finds what is attached to a holder: in a template of CloudFormation its `ManagedPolicyArns` and the policies that
 * name it, in an answer of `get-account-authorization-details` its managed policies and groups.
 *
 * @param root - the file.
 * @param holder - logical id, or name.
 */
export function holderParts(root: JsonNode, holder: string): HolderParts {
  const resource = locate(root, pointerTo('/Resources', holder));
  if (resource !== undefined) return partsOfResource(root, resource, holder);
  const entry = accountEntry(root, holder);
  return entry === undefined ? { policies: [], boundary: undefined } : partsOfEntry(entry);
}

function partsOfResource(root: JsonNode, resource: JsonNode, holder: string): HolderParts {
  const boundary = locate(resource, '/Properties/PermissionsBoundary');
  return {
    policies: [
      ...itemsOf(locate(resource, '/Properties/ManagedPolicyArns')).map(nameOf),
      ...itemsOf(locate(resource, '/Properties/Groups')).map(nameOf),
      ...attachingPolicies(root, resource, holder),
    ],
    boundary: boundary && nameOf(boundary),
  };
}

const HOLDER_LISTS = ['Roles', 'Users', 'Groups'] as const;

/** The managed policies of a template that list a holder by its logical id or its name. */
function attachingPolicies(root: JsonNode, resource: JsonNode, holder: string): readonly PolicyName[] {
  const names = ['RoleName', 'UserName', 'GroupName'].flatMap(
    (name) => textAt(resource, `/Properties/${name}`) ?? [],
  );
  const isHolder = (item: JsonNode): boolean =>
    textAt(item, '/Ref') === holder || (item.kind === 'string' && names.includes(item.value));
  const resources = locate(root, '/Resources');
  if (resources?.kind !== 'object') return [];
  return resources.members
    .filter(({ value }) => textAt(value, '/Type') === 'AWS::IAM::ManagedPolicy')
    .filter(({ value }) =>
      HOLDER_LISTS.some((list) => itemsOf(locate(value, `/Properties/${list}`)).some(isHolder)),
    )
    .map(({ name }) => ({ kind: 'here', name: name.value }));
}

const ACCOUNT_LISTS = [
  ['RoleDetailList', 'RoleName'],
  ['UserDetailList', 'UserName'],
  ['GroupDetailList', 'GroupName'],
] as const;

function accountEntry(root: JsonNode, holder: string): JsonNode | undefined {
  for (const [list, name] of ACCOUNT_LISTS) {
    const found = itemsOf(locate(root, `/${list}`)).find(
      (entry) => textAt(entry, `/${name}`) === holder || textAt(entry, '/Arn') === holder,
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

function partsOfEntry(entry: JsonNode): HolderParts {
  const attached = itemsOf(locate(entry, '/AttachedManagedPolicies'));
  const boundary = locate(entry, '/PermissionsBoundary/PermissionsBoundaryArn');
  return {
    policies: [
      ...attached.map((policy) => nameOf(locate(policy, '/PolicyArn') ?? policy)),
      ...itemsOf(locate(entry, '/GroupList')).map(nameOf),
    ],
    boundary: boundary && nameOf(boundary),
  };
}

/** What follows the account in the ARN of a managed policy of AWS: a path, then the name. */
const OF_AWS = /:iam::aws:policy\/(?:[^/]*\/)*([^/]+)$/;

/** What a list of policies or groups names: `{ "Ref": "Extra" }`, an ARN, a text with placeholders, or a name. */
export function nameOf(item: JsonNode): PolicyName {
  const referred = textAt(item, '/Ref');
  if (referred !== undefined) return { kind: 'here', name: referred };
  const text = item.kind === 'string' ? item.value : textAt(item, '/Fn::Sub');
  if (text === undefined) return { kind: 'untold' };
  const [, managed] = OF_AWS.exec(text) ?? [];
  if (managed !== undefined) return { kind: 'managed', name: managed };
  return item.kind === 'string' ? { kind: 'here', name: text } : { kind: 'untold' };
}

export function textAt(node: JsonNode, pointer: string): string | undefined {
  const found = locate(node, pointer);
  return found?.kind === 'string' ? found.value : undefined;
}

/** The items of a list; a lone value is one. */
export function itemsOf(node: JsonNode | undefined): readonly JsonNode[] {
  if (node === undefined || node.kind === 'null') return [];
  return node.kind === 'array' ? node.items : [node];
}
