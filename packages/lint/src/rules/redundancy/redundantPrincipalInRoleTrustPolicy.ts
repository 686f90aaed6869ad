import { quote } from '@policywright/policy/text';
import { principalsOf } from '../../facts/principalsOf.ts';
import { remove } from '../../fix/edits.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { bucket, finds, trust } from '../_internals/exampleDocuments.ts';

const ROLE = 'arn:aws:iam::111122223333:role/ops/deploy';
const SESSION = 'arn:aws:sts::111122223333:assumed-role/deploy/ci';

/** Reports principals of a trust policy that another covers. */
export const redundantPrincipalInRoleTrustPolicy: Rule = {
  id: 'redundant-principal-in-role-trust-policy',
  group: 'redundancy',
  severity: 'suggestion',
  aliases: { accessAnalyzer: 'REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY' },
  reads: ['Principal'],
  doc: 'a principal of a trust policy is a session of a role that is a principal too, or stands there twice',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(trust({ Principal: { AWS: [ROLE, SESSION] } }), {
          at: '/Statement/0/Principal/AWS/1',
          message:
            'found the principal `arn:aws:sts::111122223333:assumed-role/deploy/ci`, whose role is a principal too',
          help: 'remove it',
          marks: '"arn:aws:sts::111122223333:assumed-role/deploy/ci"',
          fix: { to: '', keepsDecisions: false },
        }),
        finds(trust({ Principal: { AWS: [ROLE, ROLE] } }), {
          at: '/Statement/0/Principal/AWS/1',
          message: 'found the principal `arn:aws:iam::111122223333:role/ops/deploy`, a second time',
          help: 'remove it',
          fix: { to: '', keepsDecisions: true },
        }),
        finds(trust({ Principal: { Service: ['ec2.amazonaws.com', 'ec2.amazonaws.com'] } }), {
          at: '/Statement/0/Principal/Service/1',
        }),
      ],
      good: [
        trust({ Principal: { AWS: [ROLE, 'arn:aws:sts::111122223333:assumed-role/other/ci'] } }),
        bucket({ Principal: { AWS: [ROLE, ROLE] } }),
      ],
    };
  },
  *check(context) {
    if (context.type !== 'trust') return;
    for (const statement of context.statements) {
      const places = principalsOf(context, statement);
      const roles = new Set(places.flatMap(({ entry }) => sessionPrefixOf(entry.value) ?? []));
      const seen = new Set<string>();
      for (const { entry, pointer } of places) {
        const isTwice = seen.has(entry.value);
        seen.add(entry.value);
        const role = /^(arn:[^:]*:sts::\d{12}:assumed-role\/[^/]+)\//.exec(entry.value)?.[1] ?? '';
        if (!isTwice && !roles.has(role)) continue;
        yield {
          pointer,
          message: `found the principal ${quote(entry.value)}, ${isTwice ? 'a second time' : 'whose role is a principal too'}`,
          help: 'remove it',
          fix: remove(context, pointer, isTwice),
        };
      }
    }
  },
};

/** What the ARNs of the sessions of a role start with; the role's path is not in them. */
function sessionPrefixOf(principal: string): string | undefined {
  const parts = /^(arn:[^:]*):iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/.exec(principal);
  return parts === null ? undefined : `${parts[1]}:sts::${parts[2]}:assumed-role/${parts[3]}`;
}
