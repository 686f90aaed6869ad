import { SETTLEMENTS } from '../settlement/settlement.ts';
import { LAYER_BIT } from '../layers/layer.ts';
import { refuseOutsiders } from './crossAccount.ts';
import type { ServiceRule } from './serviceRule.ts';

const ALIAS_CHANGES: ReadonlySet<string> = new Set(['kms:createalias', 'kms:deletealias', 'kms:updatealias']);

/** What customers cannot do to a key that AWS manages for a service in their account. */
const KEY_CHANGES: ReadonlySet<string> = new Set(
  [
    'CancelKeyDeletion CreateAlias DeleteAlias DeleteImportedKeyMaterial DisableKey DisableKeyRotation EnableKey',
    'EnableKeyRotation ImportKeyMaterial PutKeyPolicy ReplicateKey RotateKeyOnDemand ScheduleKeyDeletion',
    'TagResource UntagResource UpdateAlias UpdateKeyDescription UpdatePrimaryRegion',
  ]
    .join(' ')
    .toLowerCase()
    .split(' ')
    .map((name) => `kms:${name}`),
);

/** Aliases that begin with `alias/aws/` are reserved for the keys that AWS manages (rule S196). */
export const kmsManagedAliases: ServiceRule = {
  name: 'kms-managed-aliases',
  rules: ['S196'],
  covers: (action) => ALIAS_CHANGES.has(action),
  refusal:
    () =>
    ({ caller, resource }) =>
      caller.kind !== 'service' && resource.includes(':alias/aws/')
        ? SETTLEMENTS['reserved-entity']
        : undefined,
};

/** A key that AWS manages is beyond RCPs (rule S169), and customers neither change nor share it (rule S196). */
export const kmsManagedKeys: ServiceRule = {
  name: 'kms-managed-keys',
  rules: ['S169', 'S196'],
  covers: (action) => action.startsWith('kms:'),
  lifts: (_, { awsManagedKey }) => (awsManagedKey === true ? LAYER_BIT.rcp : 0),
  refusal: ({ flags }) => (flags.awsManagedKey === true ? refuseOutsiders : undefined),
};

/** The same, for what would change it. */
export const kmsManagedKeyChanges: ServiceRule = {
  name: 'kms-managed-key-changes',
  rules: ['S196'],
  covers: (action) => KEY_CHANGES.has(action),
  refusal: ({ flags }) =>
    flags.awsManagedKey === true
      ? ({ caller }) => (caller.kind === 'service' ? undefined : SETTLEMENTS['reserved-entity'])
      : undefined,
};
