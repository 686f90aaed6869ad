import { POLICY_SET_FLAGS } from '@policywright/evaluator';

/** The form of scenario files in words, one paragraph each, for the help of programs that read them. */
export const SCENARIO_FORM: readonly string[] = [
  'A scenario is a request, the policies that bear on it, and the decision to expect: { id, title?, rule?, why?, principal, action, resource, resourceAccount?, underlying?, context, policies, flags?, expected? }.',
  'In place of `action` and `resource` it may have a call of an API: `operation`, such as "ecs:RunTask", and its `input`; `region`, else `aws:RequestedRegion` of the context; `perhaps`: "ignore" leaves out what AWS only says that a call may need. `world` tells what is known of resources, by ARN: { ARN: { tags?, policy?, trust?, keyArn?, roles?, role?, account?, underlying? } }, `trust` and policies as documents or references, `keyArn` "none" for no customer managed key, `roles` of a task definition and the like, `role` of an instance profile, `underlying` the bucket behind an access point. All that the call is authorised for must be allowed; `expected` can be Depends as well.',
  '`principal` is an ARN, "anonymous", { "service": "ecs-tasks.amazonaws.com" }, { "federated": ARN or host of a SAML or OIDC provider } or { "canonicalUser": ID }.',
  '`context` gives the context keys; an array is a multivalued key. `policies` holds documents: { identity: [...], resource: {...}, boundary: [...], session: [...], scps: [[...]], rcps: [[...]], vpcEndpoint: [...], grants: [...] }, for SCPs and RCPs one inner array a level, the root first. `expected` is Allow, ExplicitDeny or ImplicitDeny.',
  'Instead of a document `policies` may refer to one, from the folder of the scenario file: { "file": "deploy.json" }; { "file": "template.yaml", "resource": "DeployRole" } for all that a user, group or role of a template, a plan or an answer of the AWS command line has, with `values` for what the template does not know: { "Bucket": "reports", "AWS::Region": "eu-west-1" }; { "managed": "ReadOnlyAccess", "version"? } for a managed policy of AWS. Under `boundary` a role stands for its permissions boundary, under `resource` for its trust policy.',
  'A file holds one scenario, an array of them, or { policies, principal?, …, scenarios: [...] }, whose scenarios share what stands beside them unless they have it themselves. JSON may have comments and final commas, and `$schema` names the schema for editors.',
  '`policies.resource` is a document, an array of them, null where none is given, or { "default": "key-policy" } for the policy that a KMS key has by default. Every key and every role has a policy of its own: where it is not given, the answer is a denial. `policies.grants` are grants of the KMS key: { grantee: ARN or { "service": NAME }, operations: [...], encryptionContextEquals?, encryptionContextSubset?, sourceArn? }.',
  '`underlying` lists what lies behind an S3 access point: ARNs, or { resource, resourceAccount? }. Then `policies.resource` is an array: first the policy of the access point, after it that of each underlying resource in order, null where it has none. All of them must allow.',
  `\`flags\` holds what no document states; true or false unless words are given. ${flagNotes()}.`,
];

function flagNotes(): string {
  const notes = Object.entries(POLICY_SET_FLAGS).map(([name, { words, meaning }]) => {
    const choices = words.length === 0 ? '' : ` (${words.join(', ')})`;
    return `\`${name}\`${choices}: ${meaning}`;
  });
  return notes.join('. ');
}
