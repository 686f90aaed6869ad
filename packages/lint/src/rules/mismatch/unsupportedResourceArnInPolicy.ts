import { getAction } from '@policywright/catalog';
import { quote } from '@policywright/policy/text';
import { resourceTypesOf } from '../../facts/actionFit.ts';
import type { LintContext } from '../../facts/lintContext.ts';
import type { Rule } from '../../model/rule.ts';
import { bucket, finds } from '../_internals/exampleDocuments.ts';

const Principal = { AWS: '111122223333' };

/** Reports resources of resource policies that none of the document's actions work on. */
export const unsupportedResourceArnInPolicy: Rule = {
  id: 'unsupported-resource-arn-in-policy',
  group: 'mismatch',
  severity: 'error',
  aliases: { accessAnalyzer: 'UNSUPPORTED_RESOURCE_ARN_IN_POLICY' },
  reads: ['Action', 'Resource'],
  doc: 'a resource policy names a resource of another service than all its actions, to which it cannot be attached',
  examples: {
    bad: [
      finds(bucket({ Principal, Resource: ['arn:aws:s3:::b/*', 'arn:aws:sqs:eu-west-1:111122223333:q'] }), {
        at: '/Statement/0/Resource/1',
        message: 'found `arn:aws:sqs:eu-west-1:111122223333:q`, which no action of the document works on',
        help: 'name the resource that carries the policy',
      }),
    ],
    good: [bucket({ Principal, Action: 's3:*', Resource: ['arn:aws:s3:::b', 'arn:aws:s3:::b/*'] })],
  },
  *check(context) {
    if (context.policy.type !== 'resource') return;
    const services = servicesOf(context);
    if (services === undefined) return;
    for (const entry of context.resources) {
      const { facts, unknown } = entry;
      const service = facts.fields[2] ?? '';
      if (unknown || !facts.isArn || /[*?]/.test(service) || services.has(service)) continue;
      yield {
        pointer: entry.pointer,
        message: `found ${quote(facts.text)}, which no action of the document works on`,
        help: 'name the resource that carries the policy',
      };
    }
  },
};

/** What ARNs of the resources of all actions have as service; `undefined` where the actions are not all known. */
function servicesOf({ statements }: LintContext): ReadonlySet<string> | undefined {
  const entries = statements.flatMap(({ actions }) => actions);
  const isOpen = statements.some(({ statement }) => statement.action.negated);
  if (isOpen || entries.some(({ facts, unknown }) => unknown || !facts.hasKnownService)) return undefined;
  const names = [...new Set(entries.flatMap(({ facts }) => facts.expanded))];
  const types = names.flatMap((name) => {
    const action = getAction(name);
    return action === undefined ? [] : resourceTypesOf(action);
  });
  const fields = types.flatMap(({ arnFormats }) => arnFormats.map((format) => format.split(':', 3)[2] ?? ''));
  return new Set([...fields, ...entries.map(({ facts }) => facts.prefix)]);
}
