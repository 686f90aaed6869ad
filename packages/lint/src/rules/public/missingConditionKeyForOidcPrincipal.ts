import { quote } from '@policywright/policy/text';
import { tenancyKey } from '../../data/sharedOidcProviders.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';
import type { Report, Rule, RuleExamples } from '../../rule/rule.ts';
import { bucket, documentOf, finds, trust } from '../_internals/exampleDocuments.ts';
import { GITHUB, narrowsProvider, oidcProviders } from '../_internals/oidcProviders.ts';

const Principal = { Federated: 'arn:aws:iam::111122223333:oidc-provider/idp.example.com' };
const Action = 'sts:AssumeRoleWithWebIdentity';
const EKS = 'oidc.eks.eu-west-1.amazonaws.com/id/0123456789abcdef0123456789abcdef';
const POD = { Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${EKS}` }, Action };
const NAMED = 'system:serviceaccount:shop:web';
const audience = { StringEquals: { [`${EKS}:aud`]: 'sts.amazonaws.com' } };
const SENTINEL = 'sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d';

/** Reports trust in all users of an OIDC provider. */
export const missingConditionKeyForOidcPrincipal: Rule = {
  id: 'missing-condition-key-for-oidc-principal',
  group: 'public',
  severity: 'warning',
  aliases: { accessAnalyzer: 'MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL' },
  reads: ['Principal', 'Condition'],
  doc: 'a trust policy names an OIDC provider without a condition on any of its claims, so that all its users can assume the role',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(trust({ Principal, Action }), {
          at: '/Statement/0/Principal/Federated',
          message:
            'found trust in `idp.example.com` without a condition on its claims, so that all its users can assume the role',
          help: 'add a condition on `idp.example.com:aud` or `idp.example.com:sub`',
          marks: '"arn:aws:iam::111122223333:oidc-provider/idp.example.com"',
        }),
        finds(
          trust({ Principal, Action, Condition: { StringLikeIfExists: { 'idp.example.com:sub': 'a' } } }),
          {
            at: '/Statement/0/Principal/Federated',
          },
        ),
        finds(trust({ Principal: { Federated: 'cognito-identity.amazonaws.com' }, Action }), {
          at: '/Statement/0/Principal/Federated',
          message:
            'found trust in `cognito-identity.amazonaws.com` without a condition on its claims, so that all its users can assume the role',
          help: 'add a condition on `cognito-identity.amazonaws.com:aud`',
        }),
        finds(trust({ ...POD, Condition: audience }), {
          at: '/Statement/0/Principal/Federated',
          message: `found trust in \`${EKS}\` without a condition that names service accounts, so that every pod of the cluster can assume the role`,
          help: `add a condition on \`${EKS}:sub\` with \`system:serviceaccount:NAMESPACE:NAME\``,
        }),
        ...[
          '*',
          'system:*',
          'system:serviceaccount:*',
          'system:serviceaccount:*:*',
          'system:serviceaccount:?*:*',
        ].map((value) =>
          finds(
            trust({ ...POD, Condition: { ...audience, StringLike: { [`${EKS}:sub`]: [NAMED, value] } } }),
            {
              at: '/Statement/0/Principal/Federated',
            },
          ),
        ),
        finds(trust({ ...POD, Condition: { ...audience, StringNotEquals: { [`${EKS}:sub`]: NAMED } } }), {
          at: '/Statement/0/Principal/Federated',
        }),
      ],
      good: [
        trust({ Principal, Action, Condition: { StringEquals: { 'idp.example.com:aud': 'app' } } }),
        trust({ ...POD, Condition: { StringEquals: { [`${EKS}:sub`]: 'system:serviceaccount:shop:web' } } }),
        trust({ ...POD, Condition: { StringLike: { [`${EKS}:sub`]: 'system:serviceaccount:shop:*' } } }),
        trust({ ...POD, Condition: { StringLike: { [`${EKS}:sub`]: 'system:serviceaccount:*:web' } } }),
        // Of that another rule speaks.
        trust({ Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${GITHUB}` }, Action }),
        // Nobody gets in by these: by another action, another kind of principal, or a claim of another provider.
        trust({ Principal, Action: 'sts:TagSession' }),
        trust({
          Principal: { Federated: 'arn:aws:iam::111122223333:saml-provider/idp' },
          Action: ['sts:AssumeRoleWithSAML', Action],
        }),
        trust({ Principal: { AWS: '111122223333' }, Action: ['sts:AssumeRole', Action] }),
        trust({ Principal, Action, Condition: { StringEquals: { 'accounts.google.com:sub': 'a' } } }),
        documentOf('trust', { Effect: 'Deny', Principal, Action }),
        bucket({ Principal, Action }),
        // What tells the customers of a shared provider apart is not always a claim.
        trust({
          Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${SENTINEL}` },
          Action,
          Condition: { StringEquals: { 'sts:RoleSessionName': 'MicrosoftSentinel_1' } },
        }),
      ],
    };
  },
  *check(context) {
    for (const statement of context.statements) {
      for (const { address, pointer } of oidcProviders(context, statement)) {
        if (address === GITHUB) continue;
        if (!narrowsProvider(statement, address)) yield { pointer, ...allUsers(address) };
        else if (address.startsWith('oidc.eks.') && !namesServiceAccounts(statement, address))
          yield { pointer, ...allPods(address) };
      }
    }
  },
};

function allUsers(address: string): Pick<Report, 'message' | 'help'> {
  const key = tenancyKey(address);
  return {
    message: `found trust in \`${address}\` without a condition on its claims, so that all its users can assume the role`,
    help: `add a condition on ${key === undefined ? `\`${address}:aud\` or \`${address}:sub\`` : quote(key)}`,
  };
}

function allPods(address: string): Pick<Report, 'message' | 'help'> {
  return {
    message: `found trust in \`${address}\` without a condition that names service accounts, so that every pod of the cluster can assume the role`,
    help: `add a condition on \`${address}:sub\` with \`system:serviceaccount:NAMESPACE:NAME\``,
  };
}

/** Of a provider that is a cluster, whose tokens have one audience, the subject alone tells its pods apart. */
function namesServiceAccounts(statement: StatementFacts, address: string): boolean {
  if (statement.conditions.some(({ isUnknown }) => isUnknown)) return true;
  return statement
    .conditionsOn(`${address}:sub`)
    .some(({ needsKey, values }) => needsKey && !values.some(isAnyServiceAccount));
}

/** Whether a pattern leaves open both the namespace and the name. */
function isAnyServiceAccount(value: string): boolean {
  const [system, kind, ...names] = value.split(':');
  if (system !== 'system' || (kind !== undefined && kind !== 'serviceaccount')) return /[*?]/.test(value);
  return names.every((name) => /^[*?]*$/.test(name));
}
