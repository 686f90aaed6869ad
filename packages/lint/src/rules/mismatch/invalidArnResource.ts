import { quote } from '../../engine/quote.ts';
import type { Rule } from '../../model/rule.ts';
import { allow } from '../_internals/exampleDocuments.ts';
import { arnReadings } from '../_internals/readingsOf.ts';

/** Reports ARNs that are of no resource type of their service. */
export const invalidArnResource: Rule = {
  id: 'invalid-arn-resource',
  group: 'mismatch',
  severity: 'error',
  aliases: { accessAnalyzer: 'INVALID_ARN_RESOURCE' },
  reads: ['Resource'],
  doc: 'a resource ARN is of no resource type that its service has',
  examples: {
    bad: [
      allow({ Action: 'iam:GetRole', Resource: 'arn:aws:iam::111122223333:roles/a' }),
      allow({ Action: 'ecs:RunTask', Resource: 'arn:aws:ecs:*:*:taskdefinition/web:*' }),
    ],
    good: [
      allow({ Action: 'iam:GetRole', Resource: ['arn:aws:iam::111122223333:role/a', 'arn:aws:iam::*:*'] }),
      allow({ Action: 'ecs:RunTask', Resource: 'arn:aws:ecs:*:*:${aws:PrincipalTag/type}/web:*' }),
    ],
  },
  *check(context) {
    for (const { facts, pointer, all, possible } of arnReadings(context)) {
      if (possible.length > 0) continue;
      yield {
        pointer,
        message: `found ${quote(facts.text)}, which is of no resource type of \`${facts.fields[2] ?? ''}\``,
        help: `its ARNs are such as ${all
          .slice(0, 3)
          .map(({ format }) => `\`${format}\``)
          .join(', ')}`,
      };
    }
  },
};
