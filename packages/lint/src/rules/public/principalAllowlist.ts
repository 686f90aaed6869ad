import { quote } from '@policywright/policy/text';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { bucket, documentOf, finds, statement } from '../_internals/exampleDocuments.ts';
import { matchPrincipals } from '../_internals/matchPrincipals.ts';

const settings = { allowedPrincipals: ['*111122223333*'] };

/** Reports principals that the settings do not list. */
export const principalAllowlist: Rule = {
  id: 'principal-allowlist',
  group: 'public',
  severity: 'error',
  aliases: {},
  reads: ['Principal'],
  doc: 'an Allow statement names a principal that the setting `allowedPrincipals` does not match',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(
          { ...bucket({ Principal: { AWS: '444455556666' } }), settings },
          {
            at: '/Statement/0/Principal/AWS',
            message: 'found the principal `444455556666`, which is not on the list',
            marks: '"444455556666"',
          },
        ),
      ],
      good: [
        { ...bucket({ Principal: { AWS: '111122223333' } }), settings },
        bucket({ Principal: { AWS: '444455556666' } }),
        {
          ...bucket({ Principal: { AWS: '111122223333' } }),
          settings: { allowedPrincipals: ['*444455556666*', '*111122223333*'] },
        },
        { ...documentOf('resource', statement('Deny', { Principal: '*' })), settings },
        { ...bucket({ NotPrincipal: { AWS: '444455556666' } }), settings },
      ],
    };
  },
  *check(context) {
    const { allowedPrincipals } = context.settings;
    if (allowedPrincipals === undefined) return;
    for (const { place, matched } of matchPrincipals(context, allowedPrincipals)) {
      if (!matched)
        yield {
          pointer: place.pointer,
          message: `found the principal ${quote(place.entry.value)}, which is not on the list`,
        };
    }
  },
};
