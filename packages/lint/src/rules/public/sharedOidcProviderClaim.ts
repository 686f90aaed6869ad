import { tenancyKey } from '../../data/sharedOidcProviders.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { finds, trust } from '../_internals/exampleDocuments.ts';
import { GITHUB, narrowsProvider, oidcProviders } from '../_internals/oidcProviders.ts';

const Action = 'sts:AssumeRoleWithWebIdentity';
const PROVIDER = 'arn:aws:iam::111122223333:oidc-provider/';
const Principal = { Federated: `${PROVIDER}app.terraform.io` };
const audience = { StringEquals: { 'app.terraform.io:aud': 'aws.workload.identity' } };
const SENTINEL = 'sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d';

/** Reports trust in all customers of an OIDC provider that many share, where some claims are tested at least. */
export const sharedOidcProviderClaim: Rule = {
  id: 'shared-oidc-provider-claim',
  group: 'public',
  severity: 'error',
  aliases: {},
  reads: ['Principal', 'Condition'],
  doc: 'a trust policy for an OIDC provider that many customers share does not test the claim that tells them apart, and IAM refuses it',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(trust({ Principal, Action, Condition: audience }), {
          at: '/Statement/0/Principal/Federated',
          message:
            'found trust in `app.terraform.io`, which many customers share, without a condition on `app.terraform.io:sub`',
          help: 'add a condition on `app.terraform.io:sub` that holds for your tokens only; without it IAM refuses the policy',
          marks: '"arn:aws:iam::111122223333:oidc-provider/app.terraform.io"',
        }),
        finds(
          trust({
            Principal,
            Action,
            Condition: { ...audience, StringLike: { 'app.terraform.io:sub': '*' } },
          }),
          {
            at: '/Statement/0/Principal/Federated',
          },
        ),
        finds(
          trust({
            Principal,
            Action,
            Condition: { ...audience, StringNotEquals: { 'app.terraform.io:sub': 'organization:a' } },
          }),
          { at: '/Statement/0/Principal/Federated' },
        ),
        finds(
          trust({
            Principal: { Federated: `${PROVIDER}${GITHUB}` },
            Action,
            Condition: {
              StringEquals: { [`${GITHUB}:aud`]: 'sts.amazonaws.com', [`${GITHUB}:repository`]: 'org/repo' },
            },
          }),
          { at: '/Statement/0/Principal/Federated' },
        ),
        finds(
          trust({
            Principal: { Federated: 'cognito-identity.amazonaws.com' },
            Action,
            Condition: {
              'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' },
            },
          }),
          { at: '/Statement/0/Principal/Federated' },
        ),
        finds(
          trust({
            Principal: { Federated: `${PROVIDER}${SENTINEL}` },
            Action,
            Condition: {
              StringEquals: { [`${SENTINEL}:aud`]: 'api://1462b192-27f7-4cb9-8523-0f4ecb54b47e' },
            },
          }),
          { at: '/Statement/0/Principal/Federated' },
        ),
        finds(
          trust({
            Principal,
            Action,
            Condition: { ...audience, StringLike: { 'app.terraform.io:sub': ['organization:a:*', '*'] } },
          }),
          { at: '/Statement/0/Principal/Federated' },
        ),
      ],
      good: [
        trust({
          Principal,
          Action,
          Condition: {
            ...audience,
            StringLike: { 'app.terraform.io:sub': 'organization:a:project:b:workspace:c:run_phase:*' },
          },
        }),
        // Of a provider with one customer any claim will do.
        trust({
          Principal: { Federated: `${PROVIDER}idp.example.com` },
          Action,
          Condition: { StringEquals: { 'idp.example.com:aud': 'app' } },
        }),
        trust({
          Principal: { Federated: `${PROVIDER}${SENTINEL}` },
          Action,
          Condition: { StringEquals: { 'sts:RoleSessionName': 'MicrosoftSentinel_1' } },
        }),
        // Where nothing is tested another rule speaks.
        trust({ Principal, Action }),
      ],
    };
  },
  *check(context) {
    for (const statement of context.statements) {
      for (const { address, pointer } of oidcProviders(context, statement)) {
        const key = tenancyKey(address);
        if (key === undefined || !narrowsProvider(statement, address)) continue;
        const isTested = statement
          .conditionsOn(key.toLowerCase())
          .some(({ needsKey, values }) => needsKey && !values.some((value) => /^[*?]*$/.test(value)));
        if (isTested || statement.conditions.some(({ isUnknown }) => isUnknown)) continue;
        yield {
          pointer,
          message: `found trust in \`${address}\`, which many customers share, without a condition on \`${key}\``,
          help: `add a condition on \`${key}\` that holds for your tokens only; without it IAM refuses the policy`,
        };
      }
    }
  },
};
