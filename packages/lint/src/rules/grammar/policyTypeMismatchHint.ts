import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { bucket, documentOf, finds, trust } from '../_internals/exampleDocuments.ts';
import { inferType } from '../../facts/inferType.ts';

/** Reports documents that look like another type than the one that the caller names. */
export const policyTypeMismatchHint: Rule = {
  id: 'policy-type-mismatch-hint',
  group: 'grammar',
  severity: 'suggestion',
  aliases: {},
  reads: ['Document'],
  doc: 'a document linted as a resource policy looks like a role trust policy',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(
          documentOf('resource', {
            Effect: 'Allow',
            Principal: { Service: 'ec2.amazonaws.com' },
            Action: 'sts:AssumeRole',
          }),
          {
            at: '',
            message: 'found a resource policy that allows only actions of STS and names no resource',
            help: 'lint it as a role trust policy',
            marks: '{',
          },
        ),
      ],
      good: [
        bucket({ Principal: { AWS: '111122223333' } }),
        trust({ Principal: { Service: 'ec2.amazonaws.com' } }),
      ],
    };
  },
  *check({ policy }) {
    if (policy.type !== 'resource' || inferType(policy) !== 'trust') return;
    yield {
      pointer: '',
      message: 'found a resource policy that allows only actions of STS and names no resource',
      help: 'lint it as a role trust policy',
    };
  },
};
