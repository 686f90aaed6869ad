import { principalsOf } from '../../facts/principalsOf.ts';
import type { Rule } from '../../model/rule.ts';
import { finds, trust } from '../_internals/exampleDocuments.ts';

const NEEDED = ['sts:AssumeRole', 'sts:SetSourceIdentity', 'sts:TagSession'];
const Principal = { Service: 'rolesanywhere.amazonaws.com' };

/** Reports trust in IAM Roles Anywhere without all the actions that it uses. */
export const missingActionForRolesAnywhereTrustPolicy: Rule = {
  id: 'missing-action-for-roles-anywhere-trust-policy',
  group: 'mismatch',
  severity: 'error',
  aliases: { accessAnalyzer: 'MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY' },
  reads: ['Principal', 'Action'],
  doc: 'a trust policy for IAM Roles Anywhere lacks one of the three actions that the service uses',
  examples: {
    bad: [
      finds(trust({ Principal }), {
        at: '/Statement/0/Action',
        message: 'found trust in IAM Roles Anywhere without `sts:SetSourceIdentity` and `sts:TagSession`',
        help: 'add them',
        marks: '"sts:AssumeRole"',
      }),
    ],
    good: [trust({ Principal, Action: NEEDED })],
  },
  *check(context) {
    if (context.type !== 'trust') return;
    const trusting = context.statements.filter(
      (statement) =>
        statement.allows &&
        principalsOf(context, statement).some(
          ({ entry, negated }) => !negated && entry.value === Principal.Service,
        ),
    );
    const [first] = trusting;
    const missing = NEEDED.filter((name) => !trusting.some((statement) => statement.matchesAction(name)));
    if (first === undefined || missing.length === 0) return;
    yield {
      pointer: first.actionPointer,
      message: `found trust in IAM Roles Anywhere without ${missing.map((name) => `\`${name}\``).join(' and ')}`,
      help: 'add them',
    };
  },
};
