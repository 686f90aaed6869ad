import { expandedActions, hasKnownService } from '../../facts/catalogActions.ts';
import { suggestActions } from '../../facts/suggestions.ts';
import { didYouMean } from '../../facts/didYouMean.ts';
import { quote } from '@policywright/policy/text';
import type { LintContext } from '../../facts/lintContext.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';
import { replaceValue } from '../../fix/edits.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';

/** Reports actions and patterns that match no action of their service. */
export const invalidAction: Rule = {
  id: 'invalid-action',
  group: 'unknown',
  severity: 'error',
  aliases: { accessAnalyzer: 'INVALID_ACTION', parliament: 'UNKNOWN_ACTION' },
  reads: ['Action'],
  doc: 'an action does not exist, or a pattern matches no action of its service',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Action: ['ecs:RunTsak', 'ecs:RunTask'], Resource: '*' }), {
          at: '/Statement/0/Action/0',
          message: 'found `ecs:RunTsak`, which is no action of `ecs`',
          help: 'did you mean `ecs:RunTask`',
          marks: '"ecs:RunTsak"',
        }),
        finds(allow({ Action: 'ecs:Fetch*', Resource: '*' }), {
          at: '/Statement/0/Action',
          message: 'found `ecs:Fetch*`, which matches no action of `ecs`',
        }),
        finds(allow({ Action: 'ecs:ListClusterz', Resource: '*' }), {
          at: '/Statement/0/Action',
          fix: { to: '"ecs:ListClusters"', keepsDecisions: false },
        }),
        finds(
          allow({
            Action: ['s3:ListObjects', 's3:ListObjects*', 'kms:ReEncrypt', 'sts:PassRole'],
            Resource: '*',
          }),
          {
            at: '/Statement/0/Action/0',
            message: 'found `s3:ListObjects`, which is no action of `s3`',
            help: 'did you mean `s3:ListBucket`',
          },
          {
            at: '/Statement/0/Action/1',
            message: 'found `s3:ListObjects*`, which matches no action of `s3`',
            help: 'did you mean `s3:ListBucket`',
          },
          {
            at: '/Statement/0/Action/2',
            message: 'found `kms:ReEncrypt`, which is no action of `kms`',
            help: 'did you mean `kms:ReEncryptFrom` or `kms:ReEncryptTo`',
          },
          {
            at: '/Statement/0/Action/3',
            message: 'found `sts:PassRole`, which is no action of `sts`',
            help: 'did you mean `iam:PassRole`',
          },
        ),
        finds(allow({ Action: 'ecs:Frobnicate', Resource: '*' }), {
          at: '/Statement/0/Action',
          message: 'found `ecs:Frobnicate`, which is no action of `ecs`',
        }),
      ],
      good: [
        allow({ Action: ['ECS:runtask', 'ecs:Run*'], Resource: '*' }),
        allow({ Action: '*', Resource: '*' }),
        // Of these, other things are wrong.
        allow({ Action: ['lamda:InvokeFunction', 's3:', 's3:Get Object', 'GetObject'], Resource: '*' }),
      ],
    };
  },
  *check(context) {
    for (const { statement, entry } of unknownEntries(context)) {
      const { facts, pointer } = entry;
      if (facts.hasWildcard) {
        yield {
          pointer,
          message: `found ${quote(facts.text)}, which matches no action of \`${facts.prefix}\``,
          help: didYouMean(suggestActions(context, facts.text)),
        };
        continue;
      }
      const meant = suggestActions(context, facts.text);
      yield {
        pointer,
        message: `found ${quote(facts.text)}, which is no action of \`${facts.prefix}\``,
        help: didYouMean(meant),
        fix: isNew(statement, meant)
          ? replaceValue(context, pointer, { json: JSON.stringify(meant[0]), keepsDecisions: false })
          : undefined,
      };
    }
  },
};

/** The entries of known services that match no action. */
function* unknownEntries(
  context: LintContext,
): Iterable<{ readonly statement: StatementFacts; readonly entry: StatementFacts['actions'][number] }> {
  for (const statement of context.statements) {
    for (const entry of statement.actions) {
      const { facts } = entry;
      if (entry.unknown || expandedActions(facts).length > 0) continue;
      if (hasKnownService(facts) && !/\s|^$/.test(facts.name)) yield { statement, entry };
    }
  }
}

/** Whether one action was meant, and the list does not have it yet: a fix must not make a duplicate. */
function isNew({ actions }: StatementFacts, [name, ...others]: readonly string[]): boolean {
  return name !== undefined && others.length === 0 && !actions.some(({ facts }) => facts.matches(name));
}
