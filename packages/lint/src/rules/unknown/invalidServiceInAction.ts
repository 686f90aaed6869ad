import { getService, services } from '@policywright/catalog';
import { quote } from '@policywright/policy/text';
import type { Rule } from '../../model/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';
import { isRetiredPrefix } from '../../data/retiredServices.ts';

/** Reports prefixes of actions that no service has. */
export const invalidServiceInAction: Rule = {
  id: 'invalid-service-in-action',
  group: 'unknown',
  severity: 'error',
  aliases: { accessAnalyzer: 'INVALID_SERVICE_IN_ACTION', parliament: 'UNKNOWN_PREFIX' },
  reads: ['Action'],
  doc: 'an action has a service prefix that does not exist, so that no request ever matches it',
  examples: {
    bad: [
      finds(allow({ Action: 'lamda:InvokeFunction', Resource: '*' }), {
        at: '/Statement/0/Action',
        message: 'found `lamda:InvokeFunction`, whose service `lamda` does not exist',
        help: 'did you mean `lambda:InvokeFunction`',
      }),
    ],
    good: [allow({ Action: 'lambda:InvokeFunction', Resource: '*' }), allow({ Action: '*', Resource: '*' })],
  },
  *check(context) {
    for (const entry of context.actions) {
      const { facts } = entry;
      const { prefix } = facts;
      if (!/^[a-z0-9-]+$/.test(prefix) || getService(prefix) !== undefined || isRetiredPrefix(prefix))
        continue;
      yield {
        pointer: entry.pointer,
        message: `found ${quote(facts.text)}, whose service \`${prefix}\` does not exist`,
        help: facts.hasWildcard
          ? context.suggestName(
              prefix,
              services().map((service) => service.prefix),
            )
          : context.suggestAction(facts.text),
      };
    }
  },
};
