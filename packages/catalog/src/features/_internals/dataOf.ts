import type { ActionName } from '../../model/action.ts';
import type { FeatureData } from '../../model/feature.ts';
import type { FeatureName } from '../../model/featureNames.ts';
import type { FactKind } from '../../model/provenance.ts';
import type { Service } from '../../model/service.ts';
import type { Citation } from '../../overlays/citation.ts';
import { forwardAccess } from '../../overlays/forwardAccess.ts';
import { operationsOf } from '../../operations/getOperation.ts';
import { roleParameters } from '../../operations/roleParameters.ts';
import { resourcePolicies } from '../../overlays/resourcePolicies.ts';
import { serviceLinkedRoles } from '../../overlays/serviceLinkedRoles.ts';
import type { Support } from '../../overlays/support.ts';
import { withoutAcls } from '../../overlays/withoutAcls.ts';

/** Data on a feature, what follows from it where no page says anything, and where that is from. */
export interface Shown {
  readonly data?: FeatureData;
  readonly support: Support;
  readonly from: FactKind | Citation;
}

type Look = (service: Service) => Shown | undefined;

/** What the data has on a feature, or `undefined` where it has nothing. */
export function dataOf(service: Service, feature: FeatureName): Shown | undefined {
  return LOOKS[feature](service);
}

const LOOKS: Readonly<Record<FeatureName, Look>> = {
  'Identity-based policies': ({ actions }) => ({
    support: actions.length > 0 ? 'yes' : 'unknown',
    from: 'actions',
  }),
  'Resource-based policies': policyOperations,
  'Policy actions': ({ actions }) => ({
    support: actions.length > 0 ? 'yes' : 'no',
    from: 'actions',
  }),
  // AWS says yes as soon as one action takes an ARN: so do 390 of the 411 prefixes of its table.
  'Policy resources': ({ actions }) => {
    const data = arns(actions);
    return { data, support: data.withArn > 0 ? 'yes' : 'no', from: 'resourceTypes' };
  },
  'Policy condition keys': ({ prefix, conditionKeys }) => {
    const names = conditionKeys.map(({ name }) => name).filter((name) => name.startsWith(`${prefix}:`));
    return {
      data: { kind: 'keys', names },
      support: names.length > 0 ? 'yes' : 'no',
      from: 'conditionKeys',
    };
  },
  ACLs: ({ prefix }) => {
    const from = withoutAcls(prefix);
    return from === undefined ? undefined : { support: 'no', from };
  },
  'ABAC (tags in policies)': tags,
  'Temporary credentials': () => undefined,
  'Principal permissions': ({ prefix }) => {
    const fact = forwardAccess().find(({ service }) => service === prefix);
    return fact === undefined ? undefined : { support: 'yes', from: fact.source };
  },
  'Service roles': serviceRoles,
  'Service-linked roles': linkedRoles,
};

function arns(actions: Service['actions']): FeatureData & { readonly kind: 'arns' } {
  const withArn = actions.filter(({ wildcardOnly }) => !wildcardOnly).length;
  return { kind: 'arns', actions: actions.length, withArn };
}

const TAG_KEYS = ['aws:RequestTag/${TagKey}', 'aws:ResourceTag/${TagKey}', 'aws:TagKeys'];

/** AWS says yes as soon as one of the three keys is listed: so do 364 of the 411 prefixes of its table. */
function tags({ conditionKeys, resourceTypes }: Service): Shown {
  const keys = conditionKeys.map(({ name }) => name).filter((name) => TAG_KEYS.includes(name));
  const withResourceTag = resourceTypes.filter((type) =>
    type.conditionKeys.includes('aws:ResourceTag/${TagKey}'),
  ).length;
  return {
    data: { kind: 'tags', keys, resourceTypes: resourceTypes.length, withResourceTag },
    support: keys.length > 0 ? 'yes' : 'no',
    from: 'conditionKeys',
  };
}

function policyOperations({ prefix }: Service): Shown | undefined {
  const fact = resourcePolicies().find(({ service }) => service === prefix);
  if (fact === undefined) return undefined;
  const { operation, support, source } = fact;
  return operation === undefined
    ? { support, from: source }
    : { data: { kind: 'operations', names: [operation] }, support, from: source };
}

/** An operation that takes a role shows that there are service roles; that none is known shows nothing. */
function serviceRoles(service: Service): Shown | undefined {
  const listed = operationsOf(service.prefix).filter(({ permissions }) =>
    permissions.some(({ action }) => action === 'iam:PassRole'),
  );
  const needing = service.actions.filter((action) => needs(action, 'iam:PassRole'));
  const names = new Set<string>([
    ...listed.map(({ name }) => `${service.prefix}:${name}`),
    ...needing.map(({ fullName }) => fullName),
  ]);
  if (names.size === 0) return undefined;
  const [shown] = roleParameters(service.prefix);
  const from =
    listed.find(({ source }) => source !== undefined)?.source ?? shown?.source ?? 'dependentActions';
  return { data: { kind: 'operations', names: [...names].sort() }, support: 'yes', from };
}

/** Of known roles, one that can be shown is cited; where none is known, the operations that have one made. */
function linkedRoles(service: Service): Shown | undefined {
  const roles = serviceLinkedRoles().filter((role) => role.service === service.prefix);
  const shown = roles.find(({ source }) => source.checked) ?? roles[0];
  if (shown !== undefined) {
    const names = roles.map(({ roleName }) => roleName).sort();
    return { data: { kind: 'roles', names }, support: 'yes', from: shown.source };
  }
  const making = service.actions.filter((action) => needs(action, 'iam:CreateServiceLinkedRole'));
  if (making.length === 0) return undefined;
  const names = making.map(({ fullName }) => fullName);
  return { data: { kind: 'operations', names }, support: 'yes', from: 'dependentActions' };
}

function needs(action: Service['actions'][number], name: ActionName): boolean {
  return (
    action.dependentActions?.includes(name) === true ||
    action.resourceTypes.some((resource) => resource.dependentActions.includes(name))
  );
}
