import { getService, services } from '@policywright/catalog';
import { suggestActions, suggestService } from '../../facts/suggestions.ts';
import { globOf } from '../../facts/globsOverlap.ts';
import { didYouMean } from '../../facts/didYouMean.ts';
import { quote } from '@policywright/policy/text';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';
import { isRetiredPrefix, matchesRetiredPrefix } from '../../data/retiredServices.ts';

/** Reports prefixes of actions that no service has. */
export const invalidServiceInAction: Rule = {
  id: 'invalid-service-in-action',
  group: 'unknown',
  severity: 'error',
  aliases: { accessAnalyzer: 'INVALID_SERVICE_IN_ACTION', parliament: 'UNKNOWN_PREFIX' },
  reads: ['Action'],
  doc: 'an action has a service prefix that does not exist, so that no request ever matches it',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Action: 'lamda:InvokeFunction', Resource: '*' }), {
          at: '/Statement/0/Action',
          message: 'found `lamda:InvokeFunction`, whose service `lamda` does not exist',
          help: 'did you mean `lambda:InvokeFunction`',
          marks: '"lamda:InvokeFunction"',
        }),
        finds(allow({ Action: 'efs:TagResource', Resource: '*' }), {
          at: '/Statement/0/Action',
          message: 'found `efs:TagResource`, whose service `efs` does not exist',
          help: 'did you mean `elasticfilesystem:TagResource`',
        }),
        finds(allow({ Action: 'codedeply*:Get*', Resource: '*' }), {
          at: '/Statement/0/Action',
          message: 'found `codedeply*:Get*`, whose service `codedeply*` does not exist',
          help: 'did you mean `codedeploy`',
        }),
        finds(
          allow({ Action: ['stepfunctions:*', 'elb:Frobnicate', 'xyz:GetThing'], Resource: '*' }),
          {
            at: '/Statement/0/Action/0',
            message: 'found `stepfunctions:*`, whose service `stepfunctions` does not exist',
            help: 'did you mean `states`',
          },
          {
            at: '/Statement/0/Action/1',
            message: 'found `elb:Frobnicate`, whose service `elb` does not exist',
            help: 'did you mean `elasticloadbalancing`',
          },
          {
            at: '/Statement/0/Action/2',
            message: 'found `xyz:GetThing`, whose service `xyz` does not exist',
          },
        ),
        finds(allow({ Action: 'elb:CreateLoadBalancer*', Resource: '*' }), {
          at: '/Statement/0/Action',
          message: 'found `elb:CreateLoadBalancer*`, whose service `elb` does not exist',
          help: 'did you mean `elasticloadbalancing`',
        }),
      ],
      good: [
        allow({ Action: ['s3*:Get*', 'lambd?:InvokeFunction', 'deeplen?:*'], Resource: '*' }),
        allow({ Action: 'lambda:InvokeFunction', Resource: '*' }),
        allow({ Action: '*', Resource: '*' }),
        allow({ Action: 'deeplens:ListModels', Resource: '*' }),
      ],
    };
  },
  *check(context) {
    for (const entry of context.actions) {
      const { facts } = entry;
      const { prefix } = facts;
      if (!/^[a-z0-9*?-]+$/.test(prefix) || isPrefix(prefix)) continue;
      yield {
        pointer: entry.pointer,
        message: `found ${quote(facts.text)}, whose service \`${prefix}\` does not exist`,
        help:
          (facts.hasWildcard ? undefined : didYouMean(suggestActions(context, facts.text))) ??
          suggestService(context, prefix.replaceAll(/[*?]/g, '')),
      };
    }
  },
};

/** Whether a service has, or had, the prefix, or one that the pattern matches. */
function isPrefix(prefix: string): boolean {
  if (!/[*?]/.test(prefix)) return getService(prefix) !== undefined || isRetiredPrefix(prefix);
  const { matcher } = globOf(prefix);
  const matches = (each: string): boolean => matcher.matches(each);
  return services().some((service) => matches(service.prefix)) || matchesRetiredPrefix(matches);
}
