import type { ResourceFacts } from '../../facts/resourceFacts.ts';

/**
 * How the resource parts of ARNs start that have no account, since the resources are AWS's, though the formats of the
 * reference have one. Most were seen in AWS managed policies, 2026-11-29; which rows were not is unchecked.
 */
const STARTS: Readonly<Record<string, readonly string[]>> = {
  cloudformation: ['type/'],
  'resource-explorer-2': ['view/AWSServiceView'],
  schemas: ['registry/aws.', 'schema/aws.'],
  securityhub: ['product/'],
  ssm: ['automation-definition/', 'document/', 'parameter/aws/', 'patchbaseline/'],
};

/** Whether an ARN without account can be one of a resource that AWS owns. */
export function isOwnedByAws({ fields }: ResourceFacts): boolean {
  const [, , service = '', , , resource = ''] = fields;
  const starts = Object.hasOwn(STARTS, service) ? STARTS[service] : undefined;
  const fixed = resource.split(/[*?]/, 1)[0] ?? '';
  // A pattern that ends early may still be meant for them: `arn:aws:ssm:*::*`.
  return (
    starts?.some((start) => resource.startsWith(start) || (fixed !== resource && start.startsWith(fixed))) ===
    true
  );
}
