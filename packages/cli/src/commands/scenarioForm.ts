/** The form of scenario files, for the help of the commands that read them. */
export const SCENARIO_FORM: readonly string[] = [
  'A scenario is a request, the policies that bear on it, and the decision to expect: { id, title?, rule?, why?, principal, action, resource, resourceAccount?, context, policies, flags?, expected? }.',
  '`principal` is an ARN, "anonymous", { "service": "ecs-tasks.amazonaws.com" }, { "federated": ARN } for an identity of that SAML or OIDC provider, or { "canonicalUser": ID }. `context` gives the context keys; an array is a multivalued key. `policies` holds documents: { identity: [...], resource: {...}, boundary: [...], session: [...], scps: [[...]], rcps: [[...]], vpcEndpoint: [...] }, for SCPs and RCPs one inner array a level, the root first. `expected` is Allow, ExplicitDeny or ImplicitDeny.',
];
