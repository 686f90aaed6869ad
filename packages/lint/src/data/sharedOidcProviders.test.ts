import { expect, test } from 'vitest';
import { tenancyKey } from './sharedOidcProviders.ts';

test.each<[string, string | undefined]>([
  ['cognito-identity.amazonaws.com', 'cognito-identity.amazonaws.com:aud'],
  ['sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d', 'sts:RoleSessionName'],
  ['agent.buildkite.com', 'agent.buildkite.com:sub'],
  ['oidc.codefresh.io', 'oidc.codefresh.io:sub'],
  ['studio.datachain.ai/api', 'studio.datachain.ai/api:sub'],
  ['token.actions.githubusercontent.com', 'token.actions.githubusercontent.com:sub'],
  [
    'oidc-configuration.audit-log.githubusercontent.com',
    'oidc-configuration.audit-log.githubusercontent.com:sub',
  ],
  ['vstoken.actions.githubusercontent.com', 'vstoken.actions.githubusercontent.com:sub'],
  ['gitlab.com', 'gitlab.com:sub'],
  ...[
    'rh-oidc.s3.us-east-1.amazonaws.com/22ejnvnnturfmt6km08idd0nt4hekbn7',
    'rh-oidc.s3.us-east-1.amazonaws.com/23e3sd27sju1hoou6ohfs68vbno607tr',
    'rh-oidc.s3.us-east-1.amazonaws.com/23ne21h005qjl3n33d8dui5dlrmv2tmg',
    'rh-oidc.s3.us-east-1.amazonaws.com/24jrf12m5dj7ljlfb4ta2frhrcoadm26',
    'oidc.op1.openshiftapps.com/2f785sojlpb85i7402pk3qogugim5nfb',
    'oidc.op1.openshiftapps.com/2c51blsaqa9gkjt0o9rt11mle8mmropu',
  ].map((address): [string, string] => [address, `${address}:sub`]),
  ['api.pulumi.com/oidc', 'api.pulumi.com/oidc:aud'],
  ['sandboxes.cloud', 'sandboxes.cloud:aud'],
  ['scalr.io', 'scalr.io:sub'],
  ['tokens.cloud.shisho.dev', 'tokens.cloud.shisho.dev:sub'],
  ['app.terraform.io', 'app.terraform.io:sub'],
  ['proidc.upbound.io', 'proidc.upbound.io:sub'],
  ['oidc.vercel.com', 'oidc.vercel.com:aud'],
  ['idp.example.com', undefined],
  ['gitlab.example.com', undefined],
])('S138: the claim that tells the customers of %s apart is %s', (address, key) => {
  expect(tenancyKey(address)).toBe(key);
});
