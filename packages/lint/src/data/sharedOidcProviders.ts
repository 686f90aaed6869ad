/** The claims that tell the customers of an OIDC provider apart: token's subject, audience, or the session's name. */
type TenancyClaim = 'sub' | 'aud' | 'sts:RoleSessionName';

/**
 * OIDC providers whose issuer is the same for all of their customers, by address, with the claim that IAM requires a
 * trust policy to evaluate.
 *
 * Source: "Identity-provider controls for shared OIDC providers", IAM user guide, read 2026-11-29.
 */
const CLAIMS: ReadonlyMap<string, TenancyClaim> = new Map<string, TenancyClaim>([
  ['cognito-identity.amazonaws.com', 'aud'],
  ['sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d', 'sts:RoleSessionName'],
  ['agent.buildkite.com', 'sub'],
  ['oidc.codefresh.io', 'sub'],
  ['studio.datachain.ai/api', 'sub'],
  ['token.actions.githubusercontent.com', 'sub'],
  ['oidc-configuration.audit-log.githubusercontent.com', 'sub'],
  ['vstoken.actions.githubusercontent.com', 'sub'],
  ['gitlab.com', 'sub'],
  ['rh-oidc.s3.us-east-1.amazonaws.com/22ejnvnnturfmt6km08idd0nt4hekbn7', 'sub'],
  ['rh-oidc.s3.us-east-1.amazonaws.com/23e3sd27sju1hoou6ohfs68vbno607tr', 'sub'],
  ['rh-oidc.s3.us-east-1.amazonaws.com/23ne21h005qjl3n33d8dui5dlrmv2tmg', 'sub'],
  ['rh-oidc.s3.us-east-1.amazonaws.com/24jrf12m5dj7ljlfb4ta2frhrcoadm26', 'sub'],
  ['oidc.op1.openshiftapps.com/2f785sojlpb85i7402pk3qogugim5nfb', 'sub'],
  ['oidc.op1.openshiftapps.com/2c51blsaqa9gkjt0o9rt11mle8mmropu', 'sub'],
  ['api.pulumi.com/oidc', 'aud'],
  ['sandboxes.cloud', 'aud'],
  ['scalr.io', 'sub'],
  ['tokens.cloud.shisho.dev', 'sub'],
  ['app.terraform.io', 'sub'],
  ['proidc.upbound.io', 'sub'],
  ['oidc.vercel.com', 'aud'],
]);

/**
 * The condition key that a trust policy for a shared OIDC provider has to test.
 *
 * @param address - of the provider, without `https://`, in lower case.
 * @returns `undefined` for a provider that is not known to be shared.
 */
export function tenancyKey(address: string): string | undefined {
  const claim = CLAIMS.get(address);
  return claim?.includes(':') === false ? `${address}:${claim}` : claim;
}
