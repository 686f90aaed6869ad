import { isExtraArn } from '../_internals/isExtraArn.ts';
import type { FormatFields } from '../../facts/formatFields.ts';
import { quote } from '@policywright/policy/text';
import type { Rule } from '../../model/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';
import { arnReadings } from '../_internals/arnReadings.ts';

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
      finds(allow({ Action: 'iam:GetRole', Resource: 'arn:aws:iam::111122223333:roles/a' }), {
        at: '/Statement/0/Resource',
        message: 'found `arn:aws:iam::111122223333:roles/a`, which is of no resource type of `iam`',
        help: 'its ARNs are such as `arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}`, `arn:${Partition}:iam::${Account}:role/aws-service-role/es.amazonaws.com/AWSServiceRoleForAmazonOpenSearchService`',
      }),
      finds(allow({ Action: 'ecs:RunTask', Resource: 'arn:aws:ecs:*:*:taskdefinition/web:*' }), {
        at: '/Statement/0/Resource',
      }),
    ],
    good: [
      allow({ Action: 'iam:GetRole', Resource: ['arn:aws:iam::111122223333:role/a', 'arn:aws:iam::*:*'] }),
      allow({ Action: 'ecs:RunTask', Resource: 'arn:aws:ecs:*:*:${aws:PrincipalTag/type}/web:*' }),
    ],
  },
  *check(context) {
    for (const { facts, entry, all, possible } of arnReadings(context)) {
      if (possible.length > 0 || isExtraArn(facts)) continue;
      yield {
        pointer: entry.pointer,
        message: `found ${quote(facts.text)}, which is of no resource type of \`${facts.fields[2] ?? ''}\``,
        help: `its ARNs are such as ${nearest(all, facts.fields[5] ?? '')}`,
      };
    }
  },
};

/** The formats whose resource part starts most like what was written. */
function nearest(formats: readonly FormatFields[], resource: string): string {
  const likeness = ({ resource: { text: pattern } }: FormatFields): number => {
    const end = [...resource.toLowerCase()].findIndex(
      (unit, at) => pattern.charAt(at).toLowerCase() !== unit,
    );
    return end < 0 ? resource.length : end;
  };
  return formats
    .toSorted((a, b) => likeness(b) - likeness(a))
    .slice(0, 2)
    .map(({ format }) => `\`${format}\``)
    .join(', ');
}
