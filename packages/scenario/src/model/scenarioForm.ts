import { POLICY_SET_FLAGS } from '@policywright/evaluator';

/** The form of scenario files in words, one paragraph each, for the help of programs that read them. */
export const SCENARIO_FORM: readonly string[] = [
  'A scenario is a request, the policies that bear on it, and the decision to expect: { id, title?, rule?, why?, principal, action, resource, resourceAccount?, underlying?, context, policies, flags?, expected? }.',
  '`principal` is an ARN, "anonymous", { "service": "ecs-tasks.amazonaws.com" }, { "federated": ARN or host of a SAML or OIDC provider } or { "canonicalUser": ID }.',
  '`context` gives the context keys; an array is a multivalued key. `policies` holds documents: { identity: [...], resource: {...}, boundary: [...], session: [...], scps: [[...]], rcps: [[...]], vpcEndpoint: [...], grants: [...] }, for SCPs and RCPs one inner array a level, the root first. `expected` is Allow, ExplicitDeny or ImplicitDeny.',
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
