import { quote } from '@policywright/policy/text';
import type { Rule } from '../../model/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';

/** Words that AWS writes in the place of an account. */
const OWNERS: ReadonlySet<string> = new Set([
  'aws',
  'aws-managed',
  'amazon',
  'offering',
  'third-party',
  'root',
]);

/** Reports account fields that are no account. */
export const invalidArnAccount: Rule = {
  id: 'invalid-arn-account',
  group: 'grammar',
  severity: 'error',
  aliases: { accessAnalyzer: 'INVALID_ARN_ACCOUNT', parliament: 'INVALID_ARN' },
  reads: ['Resource'],
  doc: 'the account of a resource ARN is no number of twelve digits',
  examples: {
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
    ],
    good: [
      allow({
        Action: 'iam:GetRole',
        Resource: ['arn:aws:iam::111122223333:role/a', 'arn:aws:iam::*:role/b'],
      }),
      allow({ Action: 'iam:GetPolicy', Resource: 'arn:aws:iam::aws:policy/a' }),
      allow({ Action: 'iam:GetRole', Resource: 'arn:aws:iam::${aws:PrincipalAccount}:role/a' }),
      allow({ Resource: ['arn:aws:s3:::b/*', 'anr:aws:iam::my-account:role/a'] }),
    ],
  },
  *check(context) {
    for (const entry of context.resources) {
      const { facts } = entry;
      const account = facts.fields[4] ?? '';
      if (!facts.isArn || account === '' || /^\d{12}$|[*?]/.test(account) || OWNERS.has(account)) continue;
      yield {
        pointer: entry.pointer,
        message: `found ${quote(facts.text)}, whose account ${quote(account)} is no number of twelve digits`,
      };
    }
  },
};
