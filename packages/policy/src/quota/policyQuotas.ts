/** What a quota counts. */
export type QuotaUnit =
  | 'characters'
  | 'bytes'
  | 'statements'
  | 'principals'
  | 'conditions'
  | 'actions'
  | 'policies';

/** One row of `POLICY_QUOTAS`. */
export interface PolicyQuota {
  /** The limit where nobody had it raised. */
  readonly limit: number;
  /** What AWS raises it to on request, where it is known to. */
  readonly raisableTo?: number;
  readonly unit: QuotaUnit;
  /** Whether white space between the values of the document counts; only for sizes. */
  readonly countsWhiteSpace?: boolean;
  /** Whether AWS's console takes that white space out before it saves, which SDK and CLI never do. */
  readonly consoleStripsWhiteSpace?: boolean;
  readonly summary: string;
}

/** The quotas of policy documents (rules S26 and S36 to S40); `measurePolicy` applies them. */
export const POLICY_QUOTAS = {
  'managed-policy': {
    limit: 6144,
    unit: 'characters',
    countsWhiteSpace: false,
    summary: 'a managed policy, also as permissions boundary (S36)',
  },
  'user-inline-policies': {
    limit: 2048,
    unit: 'characters',
    countsWhiteSpace: false,
    summary: 'all inline policies of a user together (S36)',
  },
  'group-inline-policies': {
    limit: 5120,
    unit: 'characters',
    countsWhiteSpace: false,
    summary: 'all inline policies of a group together (S36)',
  },
  'role-inline-policies': {
    limit: 10_240,
    unit: 'characters',
    countsWhiteSpace: false,
    summary: 'all inline policies of a role together (S36)',
  },
  'permission-set-policy': {
    limit: 32_768,
    unit: 'bytes',
    countsWhiteSpace: true,
    summary: 'the inline policy of a permission set of IAM Identity Center, as it is saved (S36)',
  },
  'permission-set-policy-text': {
    limit: 10_240,
    unit: 'bytes',
    countsWhiteSpace: false,
    summary: 'the inline policy of a permission set without its white space (S36)',
  },
  'trust-policy': {
    limit: 2048,
    raisableTo: 8192,
    unit: 'characters',
    countsWhiteSpace: false,
    summary: 'the trust policy of a role (S37)',
  },
  'session-policies': {
    limit: 2048,
    unit: 'characters',
    countsWhiteSpace: true,
    summary: 'the inline session policy and the ARNs of the managed ones together, as plain text (S38)',
  },
  'session-policy-arns': {
    limit: 10,
    unit: 'policies',
    summary: 'managed policies passed as session policies (S26)',
  },
  'service-control-policy': {
    limit: 10_240,
    unit: 'characters',
    countsWhiteSpace: true,
    consoleStripsWhiteSpace: true,
    summary: 'a service control policy, as an SDK or the CLI saves it (S39)',
  },
  'resource-control-policy': {
    limit: 5120,
    unit: 'characters',
    countsWhiteSpace: true,
    consoleStripsWhiteSpace: true,
    summary: 'a resource control policy, as an SDK or the CLI saves it (S39)',
  },
  'vpc-endpoint-policy': {
    limit: 20_480,
    unit: 'characters',
    countsWhiteSpace: true,
    summary: 'a VPC endpoint policy (S40)',
  },
  'key-policy': {
    limit: 32_768,
    unit: 'bytes',
    countsWhiteSpace: true,
    summary: 'the policy of a KMS key (S40)',
  },
  'sqs-policy': {
    limit: 8192,
    unit: 'bytes',
    countsWhiteSpace: true,
    summary: 'the policy of an SQS queue (S40)',
  },
  'sqs-statements': {
    limit: 20,
    unit: 'statements',
    summary: 'statements in the policy of an SQS queue (S40)',
  },
  'sqs-principals': {
    limit: 50,
    unit: 'principals',
    summary: 'principals in the policy of an SQS queue (S40)',
  },
  'sqs-conditions': {
    limit: 10,
    unit: 'conditions',
    summary: 'conditions in the policy of an SQS queue (S40)',
  },
  'sqs-actions-per-statement': {
    limit: 7,
    unit: 'actions',
    summary: 'actions in one statement of the policy of an SQS queue (S40)',
  },
} as const;

/** The name of a row of `POLICY_QUOTAS`. */
export type PolicyQuotaName = keyof typeof POLICY_QUOTAS;
