import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, condition, deny, finds } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `null-with-qualifier`. */
export const nullWithQualifier: Rule = {
  id: 'null-with-qualifier',
  group: 'redundancy',
  severity: 'suggestion',
  aliases: { accessAnalyzer: 'NULL_WITH_QUALIFIER' },
  reads: ['Condition'],
  get doc(): string {
    return DIAGNOSTIC_CODES['null-with-qualifier'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(condition({ 'ForAnyValue:Null': { 'aws:TagKeys': true } }), {
          at: '/Statement/0/Condition/ForAnyValue:Null',
          message: 'found `ForAnyValue:Null`, which is always false',
          help: 'write `Null`: it already says whether the key is present',
          marks: '"ForAnyValue:Null"',
        }),
      ],
      good: [allow({}), deny({})],
    };
  },
};
