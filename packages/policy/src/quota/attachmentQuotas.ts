import { measurement, type Measurement } from './measurement.ts';

/** One row of `ATTACHMENT_QUOTAS`, in policies. */
export interface AttachmentQuota {
  /** The limit where nobody had it raised. */
  readonly limit: number;
  /** What AWS raises it to on request; absent where it is a hard limit. */
  readonly raisableTo?: number;
  readonly summary: string;
}

/**
 * How many policies may be attached to one entity. Of Organizations policies only those count that are attached
 * to the root, OU or account itself, not those that it inherits.
 *
 * Source: "IAM and AWS STS quotas", "Quotas and service limits for AWS Organizations"; rule S39.
 */
export const ATTACHMENT_QUOTAS = {
  'managed-policies-of-user': { limit: 10, raisableTo: 20, summary: 'managed policies attached to a user' },
  'managed-policies-of-group': { limit: 10, summary: 'managed policies attached to a group' },
  'managed-policies-of-role': { limit: 20, raisableTo: 25, summary: 'managed policies attached to a role' },
  'service-control-policies': {
    limit: 10,
    summary: 'service control policies attached to a root, OU or account (S39)',
  },
  'resource-control-policies': {
    limit: 5,
    summary:
      'resource control policies attached to a root, OU or account, `RCPFullAWSAccess` among them (S39)',
  },
} as const;

/** The name of a row of `ATTACHMENT_QUOTAS`. */
export type AttachmentQuotaName = keyof typeof ATTACHMENT_QUOTAS;

/** How much of an attachment quota is used. */
export type AttachmentMeasurement = Measurement<AttachmentQuotaName, 'policies'>;

/**
 * Measures how many policies are attached to an entity against the quota.
 *
 * @param name - which quota, such as `managed-policies-of-role`.
 * @param attached - how many policies are attached, those that AWS attached itself included.
 * @param limit - a limit that differs from `ATTACHMENT_QUOTAS`, such as a raised one.
 * @returns the number beside what is allowed.
 */
export function measureAttachments(
  name: AttachmentQuotaName,
  attached: number,
  limit?: number,
): AttachmentMeasurement {
  return measurement({ name, unit: 'policies' }, limit ?? ATTACHMENT_QUOTAS[name].limit, attached);
}
