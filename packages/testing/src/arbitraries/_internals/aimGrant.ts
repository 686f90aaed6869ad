import type { KmsGrant, PolicySet, Principal } from '@policywright/evaluator';
import type { ContextDocument } from '@policywright/scenario';
import type { AimPlan } from './aimPlan.ts';
import { FEDERATED, SESSION } from './alphabet.ts';
import { at, type Picker } from './picker.ts';

/** A request that a grant of a KMS key allows, or nearly. */
export interface GrantedRequest {
  readonly principal: Principal;
  readonly action: string;
  readonly resource: string;
  readonly context: ContextDocument;
}

const KEYS = [
  'arn:aws:kms:us-east-1:111122223333:key/k1',
  'arn:aws:kms:us-east-1:444455556666:key/k1',
  'arn:aws:kms:us-east-1:111122223333:alias/mine',
];

/** What the request has beside the pairs of the grant: nothing most often. */
const MORE: readonly ContextDocument[] = [{}, {}, {}, { 'kms:EncryptionContext:other': 'x' }];

/** Aims at a grant, where there are any, with every other plan; `undefined` leaves it to the statements. */
export function aimGrant(
  { grants = [] }: PolicySet,
  plan: AimPlan,
  picker: Picker,
): GrantedRequest | undefined {
  if (plan.entry % 2 === 0) return undefined;
  const grant = grants[plan.target % grants.length];
  if (grant === undefined) return undefined;
  return {
    principal: granteeAsCaller(grant.grantee, picker),
    action: `kms:${at(grant.operations, plan.entry, 'Decrypt')}`,
    resource: picker.of(KEYS.slice(0, picker.number() % 8 === 0 ? 3 : 2), '*'),
    context: contextOf(grant, picker),
  };
}

function granteeAsCaller(grantee: KmsGrant['grantee'], picker: Picker): Principal {
  if (typeof grantee !== 'string') return grantee;
  if (grantee.endsWith(':root') && picker.number() % 3 !== 0)
    return grantee.includes('444455556666') ? 'arn:aws:iam::444455556666:user/dave' : SESSION;
  if (grantee.endsWith('role/deploy')) return SESSION;
  if (grantee.endsWith('role/audit')) return 'arn:aws:sts::444455556666:assumed-role/audit/run1';
  if (grantee.endsWith('user/alice') && picker.number() % 3 === 0) return FEDERATED;
  return grantee.startsWith('arn:') ? grantee : SESSION;
}

function contextOf(grant: KmsGrant, picker: Picker): ContextDocument {
  const pairs = Object.entries({ ...grant.encryptionContextSubset, ...grant.encryptionContextEquals });
  const given = pairs.map(([key, value]) => [`kms:EncryptionContext:${key}`, value] as const);
  return {
    ...Object.fromEntries(given),
    ...(grant.sourceArn !== undefined && { 'aws:SourceArn': grant.sourceArn }),
    ...picker.of(MORE, {}),
  };
}
