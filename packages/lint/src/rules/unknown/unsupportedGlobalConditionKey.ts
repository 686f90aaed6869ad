import { REPLACED_KEYS } from '../../data/replacedKeys.ts';
import { quote } from '@policywright/policy/text';
import { renameMember } from '../../fix/edits.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';

/** Reports global condition keys that no request has any more. */
export const unsupportedGlobalConditionKey: Rule = {
  id: 'unsupported-global-condition-key',
  group: 'unknown',
  severity: 'error',
  aliases: { accessAnalyzer: 'UNSUPPORTED_GLOBAL_CONDITION_KEY' },
  reads: ['Condition'],
  doc: 'a global condition key is no longer supported and has a successor',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Condition: { ArnLike: { 'aws:ARN': 'arn:aws:iam::111122223333:role/a' } } }), {
          at: '/Statement/0/Condition/ArnLike/aws:ARN',
          message: 'found `aws:ARN`, which is no longer supported',
          help: 'use `aws:PrincipalArn`',
          marks: '"aws:ARN"',
          fix: { to: '"aws:PrincipalArn"', keepsDecisions: false },
        }),
      ],
      good: [allow({ Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/a' } } })],
    };
  },
  *check(context) {
    for (const facts of context.statements.flatMap(({ conditions }) => conditions)) {
      const replaced = REPLACED_KEYS.get(facts.key);
      if (replaced?.status !== 'unsupported') continue;
      const name = replaced.replacement;
      yield {
        pointer: facts.pointer,
        markName: true,
        message: `found ${quote(facts.condition.key)}, which is no longer supported`,
        help: `use \`${name}\``,
        fix: renameMember(context, facts.pointer, { name, keepsDecisions: false }),
      };
    }
  },
};
