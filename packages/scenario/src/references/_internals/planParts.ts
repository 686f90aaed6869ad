import { locate, type JsonNode } from '@policywright/policy';
import { itemsOf, nameOf, textAt, type HolderParts, type PolicyName } from './holderParts.ts';
import { planResources, type PlanResource, type PlanResources } from './planResources.ts';

/** The kinds of holder, by the type of their resource. */
const HOLDERS: ReadonlyMap<string, string> = new Map([
  ['aws_iam_group', 'group'],
  ['aws_iam_role', 'role'],
  ['aws_iam_user', 'user'],
]);

/**
 * Finds what a plan or state of Terraform attaches to a user, group or role by resources of their own. What is attached to
 * something that the file does not tell may be attached to any holder.
 *
 * @param root - the answer of `terraform show -json`.
 * @param holder - its address.
 * @returns `undefined` where there is no such holder.
 */
export function planParts(root: JsonNode, holder: string): HolderParts | undefined {
  const resources = planResources(root);
  const resource = resources.all.find(({ address }) => address === holder);
  const kind = resource && HOLDERS.get(resource.type);
  if (resource === undefined || kind === undefined) return undefined;
  const reader = new PartsReader(resources, { resource, kind });
  const boundary = reader.policyAt(resource, 'permissions_boundary');
  const listed = itemsOf(locate(resource.values, '/managed_policy_arns')).map((arn) => reader.policyOf(arn));
  return { policies: [...listed, ...resources.all.flatMap((each) => reader.attachedBy(each))], boundary };
}

interface Holder {
  readonly resource: PlanResource;
  readonly kind: string;
}

class PartsReader {
  readonly #resources: PlanResources;
  readonly #holder: Holder;

  constructor(resources: PlanResources, holder: Holder) {
    this.#resources = resources;
    this.#holder = holder;
  }

  /** What a resource attaches to the holder. */
  attachedBy(resource: PlanResource): readonly PolicyName[] {
    const { kind } = this.#holder;
    const here: PolicyName = { kind: 'here', name: resource.address };
    switch (resource.type) {
      case `aws_iam_${kind}_policy`:
        return this.#where(resource, kind, () => [here]);
      case `aws_iam_${kind}_policy_attachment`:
        return this.#where(resource, kind, () => [this.policyAt(resource, 'policy_arn') ?? UNTOLD]);
      case 'aws_iam_policy_attachment':
        return this.#where(resource, `${kind}s`, () => [this.policyAt(resource, 'policy_arn') ?? UNTOLD]);
      case 'aws_iam_user_group_membership':
        return kind === 'user' ? this.#where(resource, 'user', () => this.#groupsAt(resource, 'groups')) : [];
      case 'aws_iam_group_membership':
        return kind === 'user' ? this.#where(resource, 'users', () => this.#groupsAt(resource, 'group')) : [];
      default:
        return [];
    }
  }

  /** A policy by its ARN, which is not known before it is made: then by what the configuration refers to. */
  policyAt(resource: PlanResource, argument: string): PolicyName | undefined {
    const value = locate(resource.values, `/${argument}`);
    if (value !== undefined && value.kind !== 'null') return this.policyOf(value);
    const policies = this.#referred(resource, argument, 'aws_iam_policy');
    const [policy] =
      policies.length === 1 ? policies : policies.filter((each) => keyOf(each) === keyOf(resource));
    if (policy !== undefined) return { kind: 'here', name: policy.address };
    return this.#resources.references(resource, argument).length > 0 ? UNTOLD : undefined;
  }

  policyOf(arn: JsonNode): PolicyName {
    const name = nameOf(arn);
    if (name.kind !== 'here') return name;
    const found = this.#resources.all.find(
      ({ type, values }) =>
        type === 'aws_iam_policy' &&
        (textAt(values, '/arn') === name.name || textAt(values, '/name') === name.name.split('/').at(-1)),
    );
    return found === undefined ? UNTOLD : { kind: 'here', name: found.address };
  }

  #groupsAt(resource: PlanResource, argument: string): readonly PolicyName[] {
    const names = itemsOf(locate(resource.values, `/${argument}`));
    if (names.length === 0)
      return this.#referred(resource, argument, 'aws_iam_group').map(({ address }) => ({
        kind: 'here',
        name: address,
      }));
    return names.map((name): PolicyName => {
      const text = name.kind === 'string' ? name.value : undefined;
      const group = this.#resources.all.find(
        ({ type, values }) => type === 'aws_iam_group' && textAt(values, '/name') === text,
      );
      return group === undefined ? UNTOLD : { kind: 'here', name: group.address };
    });
  }

  /** What is attached, where an argument names the holder; something that is not told, where that is not told. */
  #where(
    resource: PlanResource,
    argument: string,
    attached: () => readonly PolicyName[],
  ): readonly PolicyName[] {
    const names = itemsOf(locate(resource.values, `/${argument}`));
    const own = textAt(this.#holder.resource.values, '/name');
    if (names.some((name) => name.kind === 'string' && name.value === own)) return attached();
    if (names.length > 0) return [];
    const references = this.#resources.references(resource, argument);
    if (references.length === 0) return [];
    const referred = this.#referred(resource, argument, this.#holder.resource.type);
    if (referred.length === 0) return references.some(isResource) ? [] : [UNTOLD];
    if (!referred.includes(this.#holder.resource)) return [];
    if (referred.length === 1) return attached();
    // Of holders that are counted, each has the policies with its key.
    const key = keyOf(resource);
    const alike = referred.filter((each) => key !== undefined && keyOf(each) === key);
    if (alike.length !== 1) return [UNTOLD];
    return alike[0] === this.#holder.resource ? attached() : [];
  }

  /** The resources of a type that the configuration names for an argument, whatever their keys. */
  #referred(resource: PlanResource, argument: string, type: string): readonly PlanResource[] {
    const references = this.#resources.references(resource, argument);
    return this.#resources.all.filter(
      (each) =>
        each.type === type &&
        references.some(
          (reference) => reference === each.configured || reference.startsWith(`${each.configured}.`),
        ),
    );
  }
}

/** The key of a resource that stands in a configuration once for several. */
function keyOf({ address }: PlanResource): string | undefined {
  return /\[[^[]*\]$/.exec(address)?.[0];
}

const UNTOLD: PolicyName = { kind: 'untold' };

/** Whether a reference is to a resource of the module, and not to a variable or to what another module puts out. */
function isResource(reference: string): boolean {
  return /(?:^|\.)aws_\w+\.[^.]+/.test(reference);
}
