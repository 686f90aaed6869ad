import { compileArnPattern, overlap } from '@policywright/arn';
import { quote } from '@policywright/policy/text';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, finds } from '../_internals/exampleDocuments.ts';

const settings = { sensitiveResources: ['arn:aws:s3:::payroll*'] };

/** Reports statements that open resources that the settings call sensitive. */
export const sensitiveResourceAccess: Rule = {
  id: 'sensitive-resource-access',
  group: 'privesc',
  severity: 'warning',
  aliases: { parliament: 'SENSITIVE_ACCESS' },
  reads: ['Resource'],
  doc: 'an Allow statement takes in a resource that the setting `sensitiveResources` names',
  get examples(): RuleExamples {
    return {
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
        // A setting with fields left out means whatever is behind them.
        finds(
          {
            ...allow({
              Action: 'dynamodb:GetItem',
              Resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/payroll',
            }),
            settings: { sensitiveResources: ['arn:aws:dynamodb'] },
          },
          { at: '/Statement/0/Resource' },
        ),
      ],
      good: [
        { ...allow({ Resource: 'arn:aws:s3:::b/*' }), settings },
        allow({ Resource: 'arn:aws:s3:::payroll/*' }),
        // What only filters opens nothing.
        { ...allow({ Action: '*', Resource: '*' }), type: 'boundary', settings },
        { ...deny({ Resource: 'arn:aws:s3:::payroll/*' }), settings },
        { ...allow({ NotResource: 'arn:aws:s3:::payroll*' }), settings },
        // What is filled in before it is deployed can be anything.
        { ...allow({ Resource: '${BucketArn}/*' }), settings },
      ],
    };
  },
  *check({ settings: { sensitiveResources = [] }, grants, statements }) {
    const sensitive = sensitiveResources.map((text) => ({
      text,
      matcher: compileArnPattern(text, { dialect: 'resource', missingFields: 'wildcard' }),
    }));
    if (!grants) return;
    for (const { allows, resources, statement } of statements) {
      if (!allows || statement.resource?.negated === true) continue;
      for (const entry of resources) {
        const { facts } = entry;
        const hit = sensitive.find(({ matcher }) => overlap(facts.matcher, matcher).verdict !== 'no');
        if (hit !== undefined)
          yield {
            pointer: entry.pointer,
            message: `found ${quote(facts.text)}, which can be the sensitive ${quote(hit.text)}`,
          };
      }
    }
  },
};
