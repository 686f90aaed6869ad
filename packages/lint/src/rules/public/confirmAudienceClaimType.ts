import { quote } from '@policywright/policy/text';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { finds, trust } from '../_internals/exampleDocuments.ts';
import { isAudience } from '../_internals/isAudience.ts';

const Principal = { Federated: 'arn:aws:iam::111122223333:oidc-provider/idp.example.com' };
const Action = 'sts:AssumeRoleWithWebIdentity';

/** Reports `ForAllValues` on the audience of a token. */
export const confirmAudienceClaimType: Rule = {
  id: 'confirm-audience-claim-type',
  group: 'public',
  severity: 'suggestion',
  aliases: { accessAnalyzer: 'CONFIRM_AUDIENCE_CLAIM_TYPE' },
  reads: ['Condition'],
  doc: '`ForAllValues` stands on the audience of a token, which is single-valued at most providers (S86)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(
          trust({
            Principal,
            Action,
            Condition: { 'ForAllValues:StringEquals': { 'idp.example.com:aud': 'app' } },
          }),
          {
            at: '/Statement/0/Condition/ForAllValues:StringEquals/idp.example.com:aud',
            message:
              'found `ForAllValues` on `idp.example.com:aud`, which is single-valued at most providers',
            help: 'keep it only where the tokens of the provider have a list of audiences',
            marks: '"idp.example.com:aud"',
          },
        ),
      ],
      good: [
        trust({ Principal, Action, Condition: { StringEquals: { 'idp.example.com:aud': 'app' } } }),
        // Of this another rule speaks.
        trust({
          Principal,
          Action,
          Condition: { 'ForAnyValue:StringEquals': { 'idp.example.com:aud': 'app' } },
        }),
        trust({ Principal, Action, Condition: { 'ForAllValues:Null': { 'idp.example.com:aud': 'false' } } }),
        trust({
          Principal,
          Action,
          Condition: { 'ForAllValues:StringEquals': { 'idp.example.com:sub': 'a' } },
        }),
      ],
    };
  },
  *check({ statements }) {
    for (const facts of statements.flatMap(({ conditions }) => conditions)) {
      const { operator, key } = facts.condition;
      if (operator.qualifier !== 'ForAllValues' || facts.family === 'Null' || !isAudience(facts)) continue;
      yield {
        pointer: facts.pointer,
        markName: true,
        message: `found \`ForAllValues\` on ${quote(key)}, which is single-valued at most providers`,
        help: 'keep it only where the tokens of the provider have a list of audiences',
      };
    }
  },
};
