import { quote } from '@policywright/policy/text';
import { valueEntries } from '../../facts/valueEntries.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, finds } from '../_internals/exampleDocuments.ts';

const LIKE: Readonly<Record<string, string>> = {
  StringEquals: 'StringLike',
  StringNotEquals: 'StringNotLike',
  StringEqualsIgnoreCase: 'StringLike',
  StringNotEqualsIgnoreCase: 'StringNotLike',
};

/** Reports wildcards under operators that take them as plain characters. */
export const wildcardWithoutLikeOperator: Rule = {
  id: 'wildcard-without-like-operator',
  group: 'type',
  severity: 'warning',
  aliases: { accessAnalyzer: 'WILDCARD_WITHOUT_LIKE_OPERATOR' },
  reads: ['Condition'],
  doc: 'a value has a wildcard under an operator that takes `*` and `?` as plain characters (S90, S91)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-*' } } }), {
          at: '/Statement/0/Condition/StringEquals/aws:PrincipalOrgID',
          message: 'found `o-*` under `StringEquals`, where wildcards are plain characters',
          help: 'use `StringLike`',
          marks: '"o-*"',
        }),
        finds(deny({ Condition: { StringNotEquals: { 'aws:PrincipalOrgID': ['o-a1b2c3d4e5', 'o-?'] } } }), {
          at: '/Statement/0/Condition/StringNotEquals/aws:PrincipalOrgID/1',
          message: 'found `o-?` under `StringNotEquals`, where wildcards are plain characters',
          help: 'use `StringNotLike`',
        }),
        finds(
          deny({
            Condition: {
              StringEqualsIgnoreCase: { 'aws:PrincipalTag/team': 'red*' },
              StringNotEqualsIgnoreCase: { 'aws:PrincipalTag/level': 'a*' },
            },
          }),
          {
            at: '/Statement/0/Condition/StringEqualsIgnoreCase/aws:PrincipalTag~1team',
            message: 'found `red*` under `StringEqualsIgnoreCase`, where wildcards are plain characters',
            help: 'use `StringLike`',
          },
          {
            at: '/Statement/0/Condition/StringNotEqualsIgnoreCase/aws:PrincipalTag~1level',
            message: 'found `a*` under `StringNotEqualsIgnoreCase`, where wildcards are plain characters',
            help: 'use `StringNotLike`',
          },
        ),
      ],
      good: [
        allow({ Condition: { StringLike: { 'aws:PrincipalOrgID': 'o-*' } } }),
        allow({ Condition: { StringEquals: { 'aws:PrincipalTag/x': '${*}' } } }),
      ],
    };
  },
  *check(context) {
    for (const { facts } of context.conditions) {
      const { operator } = facts.condition;
      const like = LIKE[operator.name];
      if (like === undefined) continue;
      for (const { text, pointer } of valueEntries(context, facts)) {
        if (!/[*?]/.test(text.replace(/\$\{[^}]*\}/g, ''))) continue;
        yield {
          pointer,
          message: `found ${quote(text)} under \`${operator.text}\`, where wildcards are plain characters`,
          help: `use \`${like}\``,
        };
      }
    }
  },
};
