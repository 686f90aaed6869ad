import { quote } from '@policywright/policy/text';
import type { Rule } from '../../model/rule.ts';
import { allow, deny, finds } from '../_internals/exampleDocuments.ts';
import { needsKeyElsewhere } from '../_internals/needsKeyElsewhere.ts';

/** Keys with which policies keep callers and networks out, in lower case. */
const GUARDS: ReadonlySet<string> = new Set([
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceip',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:multifactorauthage',
]);

/** Reports `IfExists` on keys that are to keep callers out. */
export const ifexistsWeakensAllow: Rule = {
  id: 'ifexists-weakens-allow',
  group: 'public',
  severity: 'warning',
  aliases: {},
  reads: ['Condition'],
  doc: 'an Allow statement has `IfExists` on a key that is to keep callers out, and so lets those without the key in (S78)',
  examples: {
    bad: [
      finds(allow({ Condition: { IpAddressIfExists: { 'aws:SourceIp': '203.0.113.0/24' } } }), {
        at: '/Statement/0/Condition/IpAddressIfExists/aws:SourceIp',
        message:
          'found `IpAddressIfExists` on `aws:SourceIp` in an Allow statement, which lets requests without the key in',
        help: 'write `IpAddress`',
        marks: '"aws:SourceIp"',
      }),
    ],
    good: [
      allow({ Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } }),
      deny({ Condition: { NotIpAddressIfExists: { 'aws:SourceIp': '203.0.113.0/24' } } }),
    ],
  },
  *check({ statements }) {
    for (const statement of statements.filter(({ allows }) => allows)) {
      for (const facts of statement.conditions) {
        const { operator, key } = facts.condition;
        if (!operator.ifExists || facts.negated || !GUARDS.has(facts.key)) continue;
        if (needsKeyElsewhere(statement, facts.key)) continue;
        yield {
          pointer: facts.pointer,
          markName: true,
          message: `found \`${operator.text}\` on ${quote(key)} in an Allow statement, which lets requests without the key in`,
          help: `write \`${operator.text.replace(/IfExists$/i, '')}\``,
        };
      }
    }
  },
};
