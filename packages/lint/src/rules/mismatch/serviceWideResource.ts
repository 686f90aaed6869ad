import { quote, quoteAll } from '@policywright/policy/text';
import { comparedTypesOf } from '../../facts/actionFit.ts';
import { catalogActions } from '../../facts/catalogActions.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, finds } from '../_internals/exampleDocuments.ts';
import { isNamedByNone } from '../_internals/isNamedByNone.ts';
import { isWholeService } from '../_internals/resourceFit.ts';
import { knownStatements } from '../_internals/statementCovers.ts';

/** Reports ARNs of a whole service in statements of which all actions are checked without a resource. */
export const serviceWideResource: Rule = {
  id: 'service-wide-resource',
  group: 'mismatch',
  severity: 'suggestion',
  aliases: {},
  reads: ['Action', 'Resource'],
  doc: 'a statement names all resources of a service by an ARN, while its actions have no resource according to the catalog: only `*` is sure to match (S47)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Action: 's3:ListAllMyBuckets', Resource: 'arn:aws:s3:::*' }), {
          at: '/Statement/0/Resource',
          message:
            'found `arn:aws:s3:::*` for `s3:ListAllMyBuckets`, which according to the catalog has no resource, so that the statement may have no effect',
          help: 'write `"Resource": "*"`',
          marks: '"arn:aws:s3:::*"',
        }),
        finds(
          deny({
            Action: ['emr-serverless:ListApplications', 'emr-serverless:CreateApplication'],
            Resource: ['arn:aws:emr-serverless:*:*:/*'],
          }),
          {
            at: '/Statement/0/Resource/0',
            message:
              'found `arn:aws:emr-serverless:*:*:/*` for `emr-serverless:ListApplications`, `emr-serverless:CreateApplication`, which according to the catalog have no resource, so that the statement may have no effect',
            help: 'write `"Resource": "*"`',
          },
        ),
      ],
      good: [
        allow({ Action: 's3:ListAllMyBuckets', Resource: '*' }),
        allow({ Action: ['s3:ListAllMyBuckets', 's3:ListBucket'], Resource: 'arn:aws:s3:::*' }),
        allow({ Action: 's3:*', Resource: 'arn:aws:s3:::*' }),
        // It matches no resource of the service as a whole, which is another mistake.
        allow({ Action: 's3:ListAllMyBuckets', Resource: 'arn:aws:s3:::b*' }),
      ],
    };
  },
  *check(context) {
    for (const at of knownStatements(context)) {
      const wide = wideResource(at);
      if (wide === undefined || !isNamedByNone(at)) continue;
      const names = at.actions.map(({ facts }) => facts.text);
      const have = names.length === 1 ? 'has' : 'have';
      yield {
        pointer: wide.pointer,
        message: `found ${quote(wide.facts.text)} for ${quoteAll(names)}, which according to the catalog ${have} no resource, so that the statement may have no effect`,
        help: 'write `"Resource": "*"`',
        actions: names,
      };
    }
  },
};

/** The first ARN of a whole service, where all actions are of it and have no type of resource. */
function wideResource({ actions, resources, statement }: StatementFacts): Entry | undefined {
  const isNamed = statement.resource?.negated === false && !statement.action.negated;
  if (!isNamed || actions.some(({ facts, unknown }) => unknown || facts.isEverything)) return undefined;
  const all = actions.flatMap(({ facts }) => catalogActions(facts));
  if (all.some((action) => comparedTypesOf(action).length > 0)) return undefined;
  return resources.find(
    ({ facts, unknown }) => !unknown && all.some(({ service }) => isWholeService(facts, service)),
  );
}

type Entry = StatementFacts['resources'][number];
