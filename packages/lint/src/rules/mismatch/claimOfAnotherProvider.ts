import { federationPresence } from '@policywright/catalog';
import { quote, quoteAll } from '@policywright/policy/text';
import type { ConditionFacts } from '../../facts/conditionFacts.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';
import type { Report, Rule, RuleExamples } from '../../rule/rule.ts';
import { bucket, finds, trust } from '../_internals/exampleDocuments.ts';
import {
  identityProviders,
  isClaimOf,
  neededClaims,
  type IdentityProvider,
} from '../_internals/federatedClaims.ts';

const Action = 'sts:AssumeRoleWithWebIdentity';
const ARN = 'arn:aws:iam::111122223333:oidc-provider';
const SAML = 'arn:aws:iam::111122223333:saml-provider/idp';

/** Reports claims of identity providers other than those that the statement trusts. */
export const claimOfAnotherProvider: Rule = {
  id: 'claim-of-another-provider',
  group: 'mismatch',
  severity: 'error',
  aliases: {},
  reads: ['Principal', 'Condition'],
  doc: 'a trust policy tests a claim of another identity provider than a principal of the statement, whose requests never have it (S76, S77)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(
          trust({
            Principal: { Federated: `${ARN}/idp.example.com/a` },
            Action,
            Condition: { StringEquals: { 'idp.example.com/b:sub': 'web' } },
          }),
          {
            at: '/Statement/0/Condition/StringEquals/idp.example.com~1b:sub',
            message: 'found `idp.example.com/b:sub`, a claim that no request of `idp.example.com/a` has',
            help: 'did you mean `idp.example.com/a:sub`',
            marks: '"idp.example.com/b:sub"',
          },
        ),
        finds(
          trust({
            Principal: { Federated: [`${ARN}/a.example.com`, 'accounts.google.com'] },
            Action,
            Condition: { StringEquals: { 'a.example.com:sub': 'web' } },
          }),
          {
            at: '/Statement/0/Principal/Federated/1',
            message:
              'found `accounts.google.com`, whose requests never have `a.example.com:sub` that the statement needs',
            help: 'move it to a statement of its own',
          },
        ),
        finds(
          trust({
            Principal: { Federated: SAML },
            Action: 'sts:AssumeRoleWithSAML',
            Condition: { StringEquals: { 'idp.example.com:aud': 'a', 'SAML:aud': 'b' } },
          }),
          { at: '/Statement/0/Condition/StringEquals/idp.example.com:aud' },
        ),
        finds(
          trust({
            Principal: { Federated: `${ARN}/a.example.com` },
            Action,
            Condition: { StringNotEquals: { 'b.example.com:sub': 'web' } },
          }),
          { at: '/Statement/0/Condition/StringNotEquals/b.example.com:sub' },
        ),
      ],
      good: [
        trust({
          Principal: { Federated: `${ARN}/IDP.example.com` },
          Action,
          Condition: { StringEquals: { 'idp.example.com:sub': 'web' } },
        }),
        trust({
          Principal: { Federated: `${ARN}/a.example.com` },
          Action,
          Condition: { StringEqualsIfExists: { 'b.example.com:sub': 'web' } },
        }),
        trust({
          Principal: { Federated: `${ARN}/a.example.com`, AWS: '111122223333' },
          Action: ['sts:AssumeRole', Action],
          Condition: { StringEquals: { 'b.example.com:sub': 'web' } },
        }),
        trust({
          Principal: { Federated: SAML },
          Action: 'sts:AssumeRoleWithSAML',
          Condition: { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } },
        }),
        trust({
          Principal: { Federated: `${ARN}/a.example.com` },
          Action,
          Condition: {
            StringEquals: { 'a.example.com:sub': 'web' },
            NotIpAddress: { 'aws:SourceIp': '192.0.2.0/24' },
          },
        }),
        // Of a provider that is not known, and in a policy of no role.
        trust({
          Principal: { Federated: `${ARN}/*` },
          Action,
          Condition: { StringEquals: { 'b.example.com:sub': 'web' } },
        }),
        bucket({
          Principal: { Federated: `${ARN}/a.example.com` },
          Condition: { StringEquals: { 'b.example.com:sub': 'web' } },
        }),
      ],
    };
  },
  *check(context) {
    for (const statement of context.statements) {
      const providers = identityProviders(context, statement);
      if (providers.length > 0) yield* checkClaims(statement, providers);
    }
  },
};

function* checkClaims(statement: StatementFacts, providers: readonly IdentityProvider[]): Iterable<Report> {
  const claims = neededClaims(statement);
  const tested = statement.conditions.filter(
    (facts) => facts.holdsByAbsence && federationPresence(facts.key) !== undefined,
  );
  const isForeign = (claim: ConditionFacts): boolean =>
    !providers.some(({ prefix }) => isClaimOf(prefix, claim));
  for (const claim of [...claims, ...tested].filter(isForeign)) {
    const { key } = claim.condition;
    const [only] = providers;
    yield {
      pointer: claim.pointer,
      markName: true,
      message: `found ${quote(key)}, a claim that no request of ${quoteAll(providers.map(({ prefix }) => prefix))} has`,
      help: only && `did you mean ${quote(`${only.prefix}${key.slice(key.lastIndexOf(':'))}`)}`,
    };
  }
  if (claims.some(isForeign)) return;
  for (const { prefix, place } of providers) {
    const missing = claims.find((claim) => !isClaimOf(prefix, claim));
    if (missing === undefined) continue;
    yield {
      pointer: place.pointer,
      message: `found ${quote(place.entry.value)}, whose requests never have ${quote(missing.condition.key)} that the statement needs`,
      help: 'move it to a statement of its own',
    };
  }
}
