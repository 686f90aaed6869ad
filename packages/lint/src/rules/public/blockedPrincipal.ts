import { quote } from '@policywright/policy/text';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { bucket, finds } from '../_internals/exampleDocuments.ts';
import { matchPrincipals } from '../_internals/matchPrincipals.ts';

const settings = { blockedPrincipals: ['*111122223333*'] };

/** Reports principals that the settings forbid. */
export const blockedPrincipal: Rule = {
  id: 'blocked-principal',
  group: 'public',
  severity: 'error',
  aliases: {},
  reads: ['Principal'],
  doc: 'an Allow statement names a principal that the setting `blockedPrincipals` matches',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(
          { ...bucket({ Principal: { AWS: 'arn:aws:iam::111122223333:root' } }), settings },
          {
            at: '/Statement/0/Principal/AWS',
            message: 'found the blocked principal `arn:aws:iam::111122223333:root`',
            marks: '"arn:aws:iam::111122223333:root"',
          },
        ),
      ],
      good: [
        { ...bucket({ Principal: { AWS: '444455556666' } }), settings },
        { ...bucket({ Principal: '*' }), settings },
      ],
    };
  },
  *check(context) {
    for (const { place, matched } of matchPrincipals(context, context.settings.blockedPrincipals ?? [])) {
      if (matched)
        yield { pointer: place.pointer, message: `found the blocked principal ${quote(place.entry.value)}` };
    }
  },
};
