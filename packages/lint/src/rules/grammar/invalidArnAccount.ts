import { quote } from '@policywright/policy/text';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';

/** An account, or a word that AWS writes in the place of one for what it or the sellers of its marketplace own. */
const OWNER = /^(?:\d{12}|aws(?:-[a-z-]+)?|third-party|offering)$/;

/** Reports account fields that are no account. */
export const invalidArnAccount: Rule = {
  id: 'invalid-arn-account',
  group: 'grammar',
  severity: 'error',
  aliases: { accessAnalyzer: 'INVALID_ARN_ACCOUNT', parliament: 'INVALID_ARN' },
  reads: ['Resource'],
  doc: 'the account of a resource ARN is no number of twelve digits',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Action: 'iam:GetRole', Resource: 'arn:aws:iam::1234567890:role/a' }), {
          at: '/Statement/0/Resource',
          message:
            'found `arn:aws:iam::1234567890:role/a`, whose account `1234567890` is no number of twelve digits',
          marks: '"arn:aws:iam::1234567890:role/a"',
        }),
        finds(allow({ Action: 'iam:GetRole', Resource: 'arn:aws:iam::my-account:role/a' }), {
          at: '/Statement/0/Resource',
        }),
        finds(allow({ Action: 'iam:GetRole', Resource: 'arn:aws:iam::1234567890:role/${role}' }), {
          at: '/Statement/0/Resource',
        }),
        finds(allow({ Action: 'iam:GetRole', Resource: 'arn:aws:iam::root:role/a' }), {
          at: '/Statement/0/Resource',
        }),
      ],
      good: [
        allow({ Action: 'iam:GetRole', Resource: 'arn:aws:iam::${account_id}:role/${role}' }),

        allow({
          Action: 'iam:GetRole',
          Resource: ['arn:aws:iam::111122223333:role/a', 'arn:aws:iam::*:role/b'],
        }),
        allow({ Action: 'iam:GetPolicy', Resource: 'arn:aws:iam::aws:policy/a' }),
        allow({ Action: 'iam:GetRole', Resource: 'arn:aws:iam::${aws:PrincipalAccount}:role/a' }),
        allow({ Resource: ['arn:aws:s3:::b/*', 'anr:aws:iam::my-account:role/a'] }),
        allow({
          Action: [
            'imagebuilder:GetComponent',
            'mediaconnect:DescribeOffering',
            'network-firewall:DescribeRuleGroup',
          ],
          Resource: [
            'arn:aws:imagebuilder:us-east-1:aws:component/update-linux/*',
            'arn:aws:imagebuilder:us-east-1:aws-marketplace:component/agent/*',
            'arn:aws:imagebuilder:us-east-1:third-party:component/agent/*',
            'arn:aws:mediaconnect:eu-west-1:offering:o1',
            'arn:aws:network-firewall:eu-west-1:aws-managed:stateful-rulegroup/BotNetCommandAndControlDomainsActionOrder',
          ],
        }),
      ],
    };
  },
  *check(context) {
    for (const entry of context.resources) {
      const { facts } = entry;
      const account = facts.fields[4] ?? '';
      if (!facts.isArn || account === '' || /[*?]/.test(account) || OWNER.test(account)) continue;
      yield {
        pointer: entry.pointer,
        holdsForAll: true,
        message: `found ${quote(facts.text)}, whose account ${quote(account)} is no number of twelve digits`,
      };
    }
  },
};
