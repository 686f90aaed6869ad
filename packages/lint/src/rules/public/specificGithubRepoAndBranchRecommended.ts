import { quote } from '@policywright/policy/text';
import { valueEntries } from '../../facts/valueEntries.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { bucket, finds, trust } from '../_internals/exampleDocuments.ts';
import { GITHUB, oidcProviders } from '../_internals/oidcProviders.ts';

const Principal = { Federated: `arn:aws:iam::111122223333:oidc-provider/${GITHUB}` };
const OTHER = 'arn:aws:iam::111122223333:oidc-provider/idp.example.com';
const Action = 'sts:AssumeRoleWithWebIdentity';
const sub = (value: string): object => ({ StringLike: { [`${GITHUB}:sub`]: value } });

/** Reports patterns that take in several repositories or branches. */
export const specificGithubRepoAndBranchRecommended: Rule = {
  id: 'specific-github-repo-and-branch-recommended',
  group: 'public',
  severity: 'warning',
  aliases: { accessAnalyzer: 'SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED' },
  reads: ['Condition'],
  doc: 'a trust policy for GitHub Actions has a wildcard in the organization, the repository or the branch',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(trust({ Principal, Action, Condition: sub('repo:org/*') }), {
          at: '/Statement/0/Condition/StringLike/token.actions.githubusercontent.com:sub',
          message: 'found `repo:org/*`, which takes in more than one branch or repository',
          help: 'name them: `repo:ORGANIZATION/REPOSITORY:ref:refs/heads/BRANCH`',
          marks: '"repo:org/*"',
        }),
        finds(trust({ Principal, Action, Condition: sub('repo:org/repo:*') }), {
          at: '/Statement/0/Condition/StringLike/token.actions.githubusercontent.com:sub',
        }),
        finds(
          trust({
            Principal: { Federated: [OTHER, Principal.Federated] },
            Action,
            Condition: {
              StringLikeIfExists: { [`${GITHUB}:sub`]: ['repo:org/repo:ref:refs/heads/main', 'repo:org/*'] },
            },
          }),
          { at: '/Statement/0/Condition/StringLikeIfExists/token.actions.githubusercontent.com:sub/1' },
        ),
      ],
      good: [
        trust({ Principal, Action, Condition: sub('repo:org/repo:ref:refs/heads/main') }),
        // There it is a plain character, of which another rule speaks.
        trust({ Principal, Action, Condition: { StringEquals: { [`${GITHUB}:sub`]: 'repo:org/*' } } }),
        // Nobody else has the claim.
        trust({ Principal: { Federated: OTHER }, Action, Condition: sub('repo:org/*') }),
        bucket({ Principal: { AWS: '111122223333' }, Condition: sub('repo:org/*') }),
      ],
    };
  },
  *check(context) {
    for (const statement of context.statements) {
      if (oidcProviders(context, statement).every(({ address }) => address !== GITHUB)) continue;
      for (const facts of statement.conditionsOn(`${GITHUB}:sub`)) {
        if (!facts.condition.operator.name.endsWith('Like')) continue;
        for (const { text, pointer } of valueEntries(context, facts)) {
          if (!/[*?]/.test(text)) continue;
          yield {
            pointer,
            message: `found ${quote(text)}, which takes in more than one branch or repository`,
            help: 'name them: `repo:ORGANIZATION/REPOSITORY:ref:refs/heads/BRANCH`',
          };
        }
      }
    }
  },
};
