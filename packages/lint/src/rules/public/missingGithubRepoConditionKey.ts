import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { finds, trust } from '../_internals/exampleDocuments.ts';
import { GITHUB, narrowsProvider, oidcProviders } from '../_internals/oidcProviders.ts';

const Principal = { Federated: `arn:aws:iam::111122223333:oidc-provider/${GITHUB}` };
const Action = 'sts:AssumeRoleWithWebIdentity';

/** Reports trust in all repositories of GitHub. */
export const missingGithubRepoConditionKey: Rule = {
  id: 'missing-github-repo-condition-key',
  group: 'public',
  severity: 'warning',
  aliases: { accessAnalyzer: 'MISSING_GITHUB_REPO_CONDITION_KEY' },
  reads: ['Principal', 'Condition'],
  doc: 'a trust policy names GitHub Actions without a condition on the repository, so that any workflow can assume the role',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(
          trust({
            Principal,
            Action,
            Condition: { StringEquals: { [`${GITHUB}:aud`]: 'sts.amazonaws.com' } },
          }),
          {
            at: '/Statement/0/Principal/Federated',
            message:
              'found trust in GitHub Actions without a condition on the repository, so that any workflow can assume the role',
            help: 'add a condition on `token.actions.githubusercontent.com:sub`',
            marks: '"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"',
          },
        ),
        finds(
          trust({
            Principal,
            Action,
            Condition: { StringEquals: { [`${GITHUB}:repository_owner`]: 'org' } },
          }),
          { at: '/Statement/0/Principal/Federated' },
        ),
      ],
      good: [
        trust({
          Principal,
          Action,
          Condition: { StringEquals: { [`${GITHUB}:sub`]: 'repo:org/repo:ref:refs/heads/main' } },
        }),
        trust({
          Principal,
          Action,
          Condition: { StringEquals: { [`${GITHUB}:job_workflow_ref`]: 'org/repo/.github/w.yml@main' } },
        }),
        trust({
          Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/idp.example.com' },
          Action,
        }),
        ...['repository', 'repository_id', 'repository_owner_id'].map((claim) =>
          trust({ Principal, Action, Condition: { StringEquals: { [`${GITHUB}:${claim}`]: '1234567' } } }),
        ),
      ],
    };
  },
  *check(context) {
    for (const statement of context.statements) {
      const provider = oidcProviders(context, statement).find(({ address }) => address === GITHUB);
      if (provider === undefined || narrowsProvider(statement, GITHUB)) continue;
      yield {
        pointer: provider.pointer,
        message:
          'found trust in GitHub Actions without a condition on the repository, so that any workflow can assume the role',
        help: `add a condition on \`${GITHUB}:sub\``,
      };
    }
  },
};
