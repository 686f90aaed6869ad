import { DIAGNOSTIC_CODES } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, condition, deny, finds } from '../_internals/exampleDocuments.ts';

/** Stands for what the parser reports as `null-with-if-exists`. */
export const nullWithIfExists: Rule = {
  id: 'null-with-if-exists',
  group: 'type',
  severity: 'error',
  aliases: { accessAnalyzer: 'NULL_WITH_IF_EXISTS' },
  reads: ['Condition'],
  get doc(): string {
    return DIAGNOSTIC_CODES['null-with-if-exists'].summary;
  },
  get examples(): RuleExamples {
    return {
      bad: [
        finds(condition({ NullIfExists: { 'aws:TagKeys': true } }), {
          at: '/Statement/0/Condition/NullIfExists',
          message: 'found `NullIfExists`, expected `Null` on its own',
          help: 'write `Null`: it already says whether the key is present',
          marks: '"NullIfExists"',
        }),
      ],
      good: [allow({}), deny({})],
    };
  },
};
