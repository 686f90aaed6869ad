import { REPLACED_KEYS } from '../../data/replacedKeys.ts';
import { quote } from '@policywright/policy/text';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { bucket, finds } from '../_internals/exampleDocuments.ts';

/** Reports global condition keys that only old integrations set. */
export const deprecatedGlobalConditionKey: Rule = {
  id: 'deprecated-global-condition-key',
  group: 'unknown',
  severity: 'warning',
  aliases: { accessAnalyzer: 'DEPRECATED_GLOBAL_CONDITION_KEY' },
  reads: ['Condition'],
  doc: 'a global condition key is deprecated and has a successor',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(
          bucket({ Principal: '*', Condition: { StringEquals: { 'AWS:SourceOwner': '111122223333' } } }),
          {
            at: '/Statement/0/Condition/StringEquals/AWS:SourceOwner',
            message: 'found `AWS:SourceOwner`, which only old integrations of services still set',
            help: 'use `aws:SourceAccount`',
            marks: '"AWS:SourceOwner"',
          },
        ),
      ],
      good: [
        bucket({ Principal: '*', Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } } }),
      ],
    };
  },
  *check(context) {
    for (const facts of context.statements.flatMap(({ conditions }) => conditions)) {
      const replaced = REPLACED_KEYS.get(facts.key);
      if (replaced?.status !== 'deprecated') continue;
      yield {
        pointer: facts.pointer,
        markName: true,
        message: `found ${quote(facts.condition.key)}, which only old integrations of services still set`,
        help: `use \`${replaced.replacement}\``,
      };
    }
  },
};
