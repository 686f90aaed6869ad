import { printJson } from '../json/printJson.ts';
import type { Policy, PolicyType } from '../model/policy.ts';
import { parsePolicy } from '../read/parsePolicy.ts';
import { countCharacters } from '../text/countCharacters.ts';
import { countBytes, countWithoutWhiteSpace } from './_internals/countWithoutWhiteSpace.ts';
import { measurement, type Measurement } from './measurement.ts';
import { POLICY_QUOTAS, type PolicyQuota, type PolicyQuotaName, type QuotaUnit } from './policyQuotas.ts';

/** What decides which quotas apply, and how. */
export interface MeasureOptions {
  readonly type: PolicyType;
  /** For an identity policy: the kind of entity that it is an inline policy of; without it, it is a managed one. */
  readonly inlineOf?: 'user' | 'group' | 'role' | 'permissionSet';
  /** The other inline policies of the entity, which share its quota. */
  readonly besides?: readonly (Policy | string)[];
  /** For a session policy: the ARNs of the managed policies that are passed with it. */
  readonly policyArns?: readonly string[];
  /** For a resource policy: the service with limits of its own. */
  readonly service?: 'sqs' | 'kms';
  /** Limits that differ from `POLICY_QUOTAS`, such as a raised one. */
  readonly limits?: Readonly<Partial<Record<PolicyQuotaName, number>>>;
  /** Whether white space inside strings counts where white space does not (open in rule S35); no if not given. */
  readonly whiteSpaceInStrings?: boolean;
}

/** How much of a policy quota is used. */
export interface PolicyMeasurement extends Measurement<PolicyQuotaName, QuotaUnit> {
  /**
   * Of a size that counts white space: how much of `used` is white space between the values of the document, in
   * the same unit. A printer can save it, and the console does where the quota has `consoleStripsWhiteSpace`
   * (rule S39).
   */
  readonly whiteSpace?: number;
}

/**
 * Measures a policy against each quota that applies to it, counting as AWS counts (rules S35 to S40).
 *
 * A text is measured as it stands, its syntax does not matter to its size. A policy is measured as the document
 * that it was read from, sent without white space between values: one that a program changed is printed first.
 *
 * @param source - the policy, or the text of its document.
 * @param options - the policy's type and what else decides.
 * @returns a measurement for each quota; none for resource policies of services without known quotas, and none
 * of the quotas on statements where the text has no policy in it. Never throws.
 */
export function measurePolicy(
  source: Policy | string,
  options: MeasureOptions,
): readonly PolicyMeasurement[] {
  const { type, inlineOf, besides = [], policyArns } = options;
  switch (type) {
    case 'identity': {
      if (inlineOf === undefined) return [sizeOf('managed-policy', [source], options)];
      if (inlineOf === 'permissionSet') {
        const names = ['permission-set-policy', 'permission-set-policy-text'] as const;
        return names.map((name) => sizeOf(name, [source], options));
      }
      return [sizeOf(`${inlineOf}-inline-policies`, [source, ...besides], options)];
    }
    case 'boundary':
      return [sizeOf('managed-policy', [source], options)];
    case 'trust':
      return [sizeOf('trust-policy', [source], options)];
    case 'session': {
      const size = sizeOf('session-policies', [source, ...(policyArns ?? [])], options);
      return policyArns === undefined
        ? [size]
        : [size, measure('session-policy-arns', policyArns.length, options)];
    }
    case 'scp':
      return [sizeOf('service-control-policy', [source], options)];
    case 'rcp':
      return [sizeOf('resource-control-policy', [source], options)];
    case 'vpcEndpoint':
      return [sizeOf('vpc-endpoint-policy', [source], options)];
    case 'resource':
      if (options.service === 'kms') return [sizeOf('key-policy', [source], options)];
      return options.service === 'sqs' ? measureQueuePolicy(source, options) : [];
  }
}

function measureQueuePolicy(source: Policy | string, options: MeasureOptions): readonly PolicyMeasurement[] {
  const size = sizeOf('sqs-policy', [source], options);
  const policy = typeof source === 'string' ? policyIn(source) : source;
  if (policy === undefined) return [size];
  const { statements } = policy;
  const principals = statements.reduce((sum, { principal }) => sum + (principal?.entries.length ?? 0), 0);
  const conditions = statements.reduce((sum, statement) => sum + statement.conditions.length, 0);
  const actions = statements.reduce((most, { action }) => Math.max(most, action.values.length), 0);
  return [
    size,
    measure('sqs-statements', statements.length, options),
    measure('sqs-principals', principals, options),
    measure('sqs-conditions', conditions, options),
    measure('sqs-actions-per-statement', actions, options),
  ];
}

function policyIn(text: string): Policy | undefined {
  const result = parsePolicy(text);
  return result.ok ? result.policy : undefined;
}

function sizeOf(
  name: PolicyQuotaName,
  sources: readonly (Policy | string)[],
  options: MeasureOptions,
): PolicyMeasurement {
  const quota: PolicyQuota = POLICY_QUOTAS[name];
  const texts = sources.map((source) => (typeof source === 'string' ? source : printJson(source.root, 0)));
  const count = quota.unit === 'bytes' ? countBytes : countCharacters;
  const used = sumOf(texts, count);
  // White space of JSON is one byte and one character each, so that one count serves both units.
  const whiteSpaceBut = (inStrings: boolean): number =>
    sumOf(texts, (text) => countCharacters(text) - countWithoutWhiteSpace(text, inStrings));
  return quota.countsWhiteSpace === true
    ? { ...measure(name, used, options), whiteSpace: whiteSpaceBut(true) }
    : measure(name, used - whiteSpaceBut(options.whiteSpaceInStrings === true), options);
}

function sumOf(texts: readonly string[], count: (text: string) => number): number {
  return texts.reduce((sum, text) => sum + count(text), 0);
}

function measure(name: PolicyQuotaName, used: number, { limits }: MeasureOptions): PolicyMeasurement {
  const { limit, unit }: PolicyQuota = POLICY_QUOTAS[name];
  return measurement({ name, unit }, limits?.[name] ?? limit, used);
}
