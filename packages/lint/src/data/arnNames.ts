/**
 * ARNs that a service compares for a type besides those of the reference. CloudWatch Logs checks what works on a log
 * group against an ARN that ends with `:log-stream:`, and no stream, as its messages of denied calls show
 * (elastic/apm-aws-lambda#526, vectordotdev/vector#714, read 2026-11-29).
 */
export const EXTRA_FORMATS: ReadonlyMap<string, readonly string[]> = new Map([
  ['logs:log-group', ['arn:${Partition}:logs:${Region}:${Account}:log-group:${LogGroupName}:log-stream:']],
]);

/**
 * Actions on functions whose operations take no version and no alias, so that no policy matches them by a qualified
 * ARN (Lambda developer guide, lambda-api-permissions-ref; API reference; read 2026-11-29). All others take one, which
 * the service authorization reference does not say.
 */
export const UNQUALIFIED_FUNCTION_ACTIONS: ReadonlySet<string> = new Set([
  'lambda:CreateAlias',
  'lambda:CreateFunction',
  'lambda:DeleteFunctionConcurrency',
  'lambda:GetFunctionConcurrency',
  'lambda:ListAliases',
  'lambda:ListVersionsByFunction',
  'lambda:PublishVersion',
  'lambda:PutFunctionConcurrency',
  'lambda:UpdateAlias',
  'lambda:UpdateFunctionCode',
]);

/**
 * Actions that services check against ARNs of a type that the reference does not list: subscriptions of Amazon SNS
 * (API reference, `Unsubscribe`; read 2026-11-29).
 */
export const ACTIONS_ON_UNLISTED_TYPES: ReadonlySet<string> = new Set([
  'sns:GetSubscriptionAttributes',
  'sns:SetSubscriptionAttributes',
  'sns:Unsubscribe',
]);

/**
 * Types of resource that services check actions against, which the reference leaves without any: the state machine that
 * calls an endpoint, though not its tags (Step Functions developer guide, "Call HTTPS APIs in Step Functions
 * workflows", read 2026-11-29).
 */
export const EXTRA_TYPES: ReadonlyMap<string, readonly string[]> = new Map([
  ['states:InvokeHTTPEndpoint', ['statemachine']],
]);
