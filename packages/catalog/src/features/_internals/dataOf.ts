import type { FeatureData } from '../../model/feature.ts';
import type { FeatureName } from '../../model/featureNames.ts';
import type { Service } from '../../model/service.ts';
import type { Shown } from './shown.ts';
import { accessControlLists } from './accessControlLists.ts';
import { forwardedAccess } from './forwardedAccess.ts';
import { policyOperations } from './policyOperations.ts';
import { linkedRoles, serviceRoles } from './roles.ts';

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
  // AWS says yes as soon as one action takes an ARN; so it is for 386 of the 417 services of its pages.
  'Policy resources': ({ actions }) => {
    const data = arns(actions);
    return { data, support: data.withArn > 0 ? 'yes' : 'no', from: 'resourceTypes' };
  },
  // By AWS's definition, keys of the service's own. Its pages say yes of many that have shared keys only: they agree for
  // 96 of 155 services.
  'Policy condition keys': ({ prefix, conditionKeys }) => {
    const names = conditionKeys.map(({ name }) => name).filter((name) => name.startsWith(`${prefix}:`));
    return {
      data: { kind: 'keys', names },
      support: names.length > 0 ? 'yes' : 'no',
      from: 'conditionKeys',
    };
  },
  ACLs: accessControlLists,
  'ABAC (tags in policies)': tags,
  // So AWS's pages say of 406 of 419 services.
  'Temporary credentials': ({ actions }) => ({
    support: actions.length > 0 ? 'yes' : 'unknown',
    from: 'actions',
  }),
  'Principal permissions': forwardedAccess,
  'Service roles': serviceRoles,
  'Service-linked roles': linkedRoles,
};

function arns(actions: Service['actions']): FeatureData & { readonly kind: 'arns' } {
  const withArn = actions.filter(({ wildcardOnly }) => !wildcardOnly).length;
  return { kind: 'arns', actions: actions.length, withArn };
}

const TAG_KEYS = ['aws:RequestTag/${TagKey}', 'aws:ResourceTag/${TagKey}', 'aws:TagKeys'];

/** AWS's table says yes as soon as one of the three keys is listed; with its other pages, for 331 of 419 services. */
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
