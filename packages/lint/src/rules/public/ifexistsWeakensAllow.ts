import { quote } from '@policywright/policy/text';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, documentOf, finds, statement } from '../_internals/exampleDocuments.ts';
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

const GUARDED = [
  { 'aws:PrincipalAccount': '111122223333' },
  { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/a' },
  { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' },
  { 'aws:PrincipalOrgPaths': 'o-a1b2c3d4e5/*' },
  { 'aws:SourceAccount': '111122223333' },
  { 'aws:SourceArn': 'arn:aws:sns:eu-west-1:111122223333:t' },
  { 'aws:SourceOrgID': 'o-a1b2c3d4e5' },
  { 'aws:SourceOrgPaths': 'o-a1b2c3d4e5/*' },
  { 'aws:SourceVpc': 'vpc-1a2b3c4d' },
  { 'aws:SourceVpce': 'vpce-1a2b3c4d' },
];

/** Reports `IfExists` on keys that are to keep callers out. */
export const ifexistsWeakensAllow: Rule = {
  id: 'ifexists-weakens-allow',
  group: 'public',
  severity: 'warning',
  aliases: {},
  reads: ['Condition'],
  doc: 'an Allow statement has `IfExists` on a key that is to keep callers out, and so lets those without the key in (S78)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Condition: { IpAddressIfExists: { 'aws:SourceIp': '203.0.113.0/24' } } }), {
          at: '/Statement/0/Condition/IpAddressIfExists/aws:SourceIp',
          message:
            'found `IpAddressIfExists` on `aws:SourceIp` in an Allow statement, which lets requests without the key in',
          help: 'write `IpAddress`',
          marks: '"aws:SourceIp"',
        }),
        finds(
          documentOf(
            'identity',
            ...GUARDED.map((guard) => statement('Allow', { Condition: { StringLikeIfExists: guard } })),
            statement('Allow', {
              Condition: { NumericLessThanIfExists: { 'aws:MultiFactorAuthAge': '3600' } },
            }),
          ),
          { at: '/Statement/0/Condition/StringLikeIfExists/aws:PrincipalAccount' },
          { at: '/Statement/1/Condition/StringLikeIfExists/aws:PrincipalArn' },
          { at: '/Statement/2/Condition/StringLikeIfExists/aws:PrincipalOrgID' },
          { at: '/Statement/3/Condition/StringLikeIfExists/aws:PrincipalOrgPaths' },
          { at: '/Statement/4/Condition/StringLikeIfExists/aws:SourceAccount' },
          { at: '/Statement/5/Condition/StringLikeIfExists/aws:SourceArn' },
          { at: '/Statement/6/Condition/StringLikeIfExists/aws:SourceOrgID' },
          { at: '/Statement/7/Condition/StringLikeIfExists/aws:SourceOrgPaths' },
          { at: '/Statement/8/Condition/StringLikeIfExists/aws:SourceVpc' },
          { at: '/Statement/9/Condition/StringLikeIfExists/aws:SourceVpce' },
          { at: '/Statement/10/Condition/NumericLessThanIfExists/aws:MultiFactorAuthAge' },
        ),
      ],
      good: [
        allow({ Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } }),
        deny({ Condition: { NotIpAddressIfExists: { 'aws:SourceIp': '203.0.113.0/24' } } }),
        deny({ Condition: { IpAddressIfExists: { 'aws:SourceIp': '203.0.113.0/24' } } }),
        // Of these other rules speak.
        allow({ Condition: { NotIpAddressIfExists: { 'aws:SourceIp': '203.0.113.0/24' } } }),
        allow({ Condition: { 'ForAllValues:StringLike': { 'aws:PrincipalOrgPaths': 'o-a1b2c3d4e5/*' } } }),
        allow({ Condition: { StringLikeIfExists: { 's3:prefix': 'home/*' } } }),
        allow({
          Condition: {
            IpAddressIfExists: { 'aws:SourceIp': '203.0.113.0/24' },
            Null: { 'aws:SourceIp': 'false' },
          },
        }),
      ],
    };
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
