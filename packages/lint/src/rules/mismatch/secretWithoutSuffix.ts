import { quote } from '@policywright/policy/text';
import { catalogActions } from '../../facts/catalogActions.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, bucket, deny, finds } from '../_internals/exampleDocuments.ts';

const SECRET = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:';
const Action = 'secretsmanager:GetSecretValue';

/** Reports ARNs of secrets without the characters that Secrets Manager adds to their names. */
export const secretWithoutSuffix: Rule = {
  id: 'secret-without-suffix',
  group: 'mismatch',
  severity: 'warning',
  aliases: {},
  reads: ['Action', 'Resource'],
  doc: 'the ARN of a secret lacks the hyphen and six characters with which Secrets Manager ends it, and so matches none',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Action, Resource: `${SECRET}shop/db` }), {
          at: '/Statement/0/Resource',
          message: `found \`${SECRET}shop/db\`, which no secret has as its ARN, since those end in a hyphen and six characters`,
          help: `write \`${SECRET}shop/db-??????\``,
          marks: '"arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop/db"',
        }),
        finds(allow({ Action, Resource: [`${SECRET}*`, `${SECRET}db-secret`] }), {
          at: '/Statement/0/Resource/1',
        }),
        finds(allow({ Action, Resource: `${SECRET}db??????` }), {
          at: '/Statement/0/Resource',
          message: `found \`${SECRET}db??????\`, which no secret has as its ARN, since those end in a hyphen and six characters`,
          help: 'end it with `-??????` behind the name of the secret',
        }),
        finds(
          deny({ Action: ['secretsmanager:CreateSecret', 'secretsmanager:Put*'], Resource: `${SECRET}db` }),
          {
            at: '/Statement/0/Resource',
          },
        ),
        finds(
          allow({
            Action,
            Resource: ['db-12345', 'app-db/pwd', 'db-?????', '*-live'].map((name) => SECRET + name),
          }),
          { at: '/Statement/0/Resource/0' },
          { at: '/Statement/0/Resource/1' },
          { at: '/Statement/0/Resource/2' },
          { at: '/Statement/0/Resource/3' },
        ),
        finds(allow({ NotAction: 's3:*', Resource: `${SECRET}db` }), { at: '/Statement/0/Resource' }),
        finds(allow({ Action: 'secretsmanager:*', Resource: `${SECRET}db` }), {
          at: '/Statement/0/Resource',
        }),
      ],
      good: [
        allow({
          Action,
          Resource: [
            'db-??????',
            'db-*',
            'db*',
            'db-A1b2C3',
            'db*a1b2c3',
            'db*??????',
            '${aws:username}',
            'a/${aws:username}-??????',
          ].map((name) => SECRET + name),
        }),
        allow({ Action, Resource: ['*', 'arn:aws:secretsmanager:*:*:*'] }),
        // A secret gets its suffix when it is made.
        allow({ Action: 'secretsmanager:CreateSecret', Resource: `${SECRET}db` }),
        allow({ Action: 's3:GetObject', Resource: `${SECRET}db` }),
        bucket({ Principal: { AWS: '111122223333' }, Action, Resource: `${SECRET}db` }),
        // Of these, other things are wrong.
        allow({
          Action,
          Resource: [
            'ARN:aws:secretsmanager:eu-west-1:111122223333:secret:db',
            'arn:aws:secrets:eu-west-1:111122223333:secret:db',
            'arn:aws:secretsmanager:eu-west-1:111122223333:db',
          ],
        }),
        allow({ Action: 'secretsmanager:ListSecrets', Resource: `${SECRET}db` }),
      ],
    };
  },
  *check(context) {
    if (context.type === 'resource') return;
    for (const statement of context.statements) {
      for (const { facts, pointer } of statement.resources) {
        const [, , service, , , resource = ''] = facts.fields;
        if (!facts.isArn || service !== 'secretsmanager') continue;
        if (!resource.startsWith(START) || hasSuffix(resource) || !isAboutSecrets(statement)) continue;
        const isPlain = !/[*?]/.test(resource);
        yield {
          pointer,
          message: `found ${quote(facts.text)}, which no secret has as its ARN, since those end in a hyphen and six characters`,
          help: isPlain
            ? `write ${quote(`${facts.text}-??????`)}`
            : 'end it with `-??????` behind the name of the secret',
        };
      }
    }
  },
};

const START = 'secret:';

/** What ends with a suffix, or can: six letters or digits behind a hyphen, or the last of them behind a star. */
const SUFFIX = /(?:[-?][A-Za-z0-9?]{6}|\*[A-Za-z0-9?]{0,6})$/;

/** Whether a pattern can match a secret; the word `secret` is of six letters, but nobody draws it by lot. */
function hasSuffix(resource: string): boolean {
  return SUFFIX.test(resource) && !resource.endsWith('-secret');
}

/** Whether an action of the statement is on secrets that exist: they get their suffix when they are made. */
function isAboutSecrets({ statement, actions }: StatementFacts): boolean {
  if (statement.action.negated) return true;
  return actions.some(
    ({ facts, unknown }) =>
      !unknown &&
      catalogActions(facts).some(
        ({ service, name, wildcardOnly }) =>
          service === 'secretsmanager' && name !== 'CreateSecret' && !wildcardOnly,
      ),
  );
}
