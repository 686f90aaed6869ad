import { canEver, type AnalyzerOptions, type TrustedZone } from '@policywright/analyzer';
import type { PolicySet } from '@policywright/evaluator';

/** A service that a resource lets in. */
export interface Deputy {
  /** Name of the service; `*` for any. */
  readonly service: string;
  readonly set: PolicySet;
  readonly patterns: { readonly actions: readonly string[]; readonly resources: readonly string[] };
  /** ARNs without an account that are known to be of the zone: buckets. */
  readonly buckets: readonly string[];
}

/**
 * Whether a service can call for resources of accounts outside of the zone (rule S181): `held`, a proof that it cannot, as
 * policies ask for `aws:SourceAccount`, `aws:SourceArn`, `aws:SourceOrgID` or `aws:SourceOrgPaths`; `open` where a request shows it.
 *
 * @param deputy - the service, and what lets it in.
 * @param zone - who is trusted, the account of the resource among them.
 * @param options - whose the resource is.
 */
export function deputySource(
  { service, set, patterns, buckets }: Deputy,
  { accounts = [], organization }: TrustedZone,
  options: AnalyzerOptions,
): 'held' | 'open' | 'unknown' {
  const arns = [...accounts.map((account) => `arn:*:*:*:${account}:*`), ...buckets];
  const outside = {
    StringNotEqualsIfExists: {
      'aws:SourceAccount': accounts,
      ...(organization !== undefined && { 'aws:SourceOrgID': organization }),
    },
    ArnNotLikeIfExists: { 'aws:SourceArn': arns },
    ...(organization !== undefined && {
      'ForAllValues:StringNotLike': { 'aws:SourceOrgPaths': `${organization}/*` },
    }),
  };
  const { answer } = canEver(
    set,
    { ...patterns, conditions: outside },
    { ...options, principal: { service: service === '*' ? 'any-service.amazonaws.com' : service } },
  );
  switch (answer) {
    case 'never':
      return 'held';
    case 'yes':
      return 'open';
    case 'unknown':
      return 'unknown';
  }
}
