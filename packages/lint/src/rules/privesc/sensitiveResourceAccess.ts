import { compileArnPattern, overlap } from '@policywright/arn';
import { quote } from '@policywright/policy/text';
import type { Rule } from '../../model/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';

const settings = { sensitiveResources: ['arn:aws:s3:::payroll*'] };

/** Reports statements that open resources that the settings call sensitive. */
export const sensitiveResourceAccess: Rule = {
  id: 'sensitive-resource-access',
  group: 'privesc',
  severity: 'warning',
  aliases: { parliament: 'SENSITIVE_ACCESS' },
  reads: ['Resource'],
  doc: 'an Allow statement takes in a resource that the setting `sensitiveResources` names',
  examples: {
    bad: [
      finds(
        { ...allow({ Resource: 'arn:aws:s3:::payroll/*' }), settings },
        {
          at: '/Statement/0/Resource',
          message: 'found `arn:aws:s3:::payroll/*`, which can be the sensitive `arn:aws:s3:::payroll*`',
          marks: '"arn:aws:s3:::payroll/*"',
        },
      ),
      finds({ ...allow({ Resource: 'arn:aws:s3:::*' }), settings }, { at: '/Statement/0/Resource' }),
    ],
    good: [
      { ...allow({ Resource: 'arn:aws:s3:::b/*' }), settings },
      allow({ Resource: 'arn:aws:s3:::payroll/*' }),
      // What only filters opens nothing.
      { ...allow({ Action: '*', Resource: '*' }), type: 'boundary', settings },
    ],
  },
  *check({ settings: { sensitiveResources = [] }, grants, statements }) {
    const sensitive = sensitiveResources.map((text) => ({
      text,
      matcher: compileArnPattern(text, { dialect: 'resource', missingFields: 'wildcard' }),
    }));
    if (sensitive.length === 0 || !grants) return;
    for (const { allows, resources, statement } of statements) {
      if (!allows || statement.resource?.negated === true) continue;
      for (const entry of resources) {
        const { facts, unknown } = entry;
        const hit = unknown
          ? undefined
          : sensitive.find(({ matcher }) => overlap(facts.matcher, matcher).verdict !== 'no');
        if (hit !== undefined)
          yield {
            pointer: entry.pointer,
            message: `found ${quote(facts.text)}, which can be the sensitive ${quote(hit.text)}`,
          };
      }
    }
  },
};
