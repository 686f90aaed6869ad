/** Services, by their prefix, that take all actions without credentials, and single actions in lower case (rule S201). */
const SERVICES: ReadonlySet<string> = new Set(['s3', 'sns', 'sqs', 'vpc-lattice-svcs']);
const ACTIONS: ReadonlySet<string> = new Set([
  // Function URLs with authorization type NONE; the second since October 2025.
  'lambda:invokefunctionurl',
  'lambda:invokefunction',
  'execute-api:invoke',
  // NFS clients that mount without IAM.
  'elasticfilesystem:clientmount',
  'elasticfilesystem:clientrootaccess',
  'elasticfilesystem:clientwrite',
]);
/** Requests to an OpenSearch domain itself: es:ESHttpGet and its kind. */
const DOMAIN_REQUESTS = 'es:eshttp';
/** The services of both. */
const PARTLY: ReadonlySet<string> = new Set(
  [...ACTIONS, DOMAIN_REQUESTS].map((action) => action.slice(0, action.indexOf(':'))),
);
/** Of whole services, what is never taken unsigned. */
const NEVER: ReadonlySet<string> = new Set(['s3:createbucket', 's3:listallmybuckets']);

/**
 * Whether a service takes an action unsigned, so that a resource policy that allows everyone lets anonymous
 * callers in (rule S201). Where no page says that it does, it does not.
 *
 * Sources, read 2026-11-29: "IAM policy elements: Variables and tags" for S3, SNS and SQS; the guides of API
 * Gateway (authorization flow), Lambda (function URLs), OpenSearch Service (access control), VPC Lattice (auth
 * policies) and EFS for the others; "KMS: key policies" for the contrary.
 *
 * @param action - in lower case.
 * @param service - its prefix.
 */
export function takesUnsigned(action: string, service: string): boolean {
  if (SERVICES.has(service)) return !NEVER.has(action);
  return PARTLY.has(service) && (ACTIONS.has(action) || action.startsWith(DOMAIN_REQUESTS));
}
