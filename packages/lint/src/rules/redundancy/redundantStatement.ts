import { remove } from '../../fix/edits.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { coveredStatements } from '../_internals/coveredStatements.ts';
import { documentOf, finds, statement, type ExampleStatement } from '../_internals/exampleDocuments.ts';
import { isSameScope } from '../_internals/statementCovers.ts';

const TLS = { Bool: { 'aws:SecureTransport': 'true' } };

/** A statement of a bucket policy for some roles. */
function forRoles(...names: readonly string[]): ExampleStatement {
  return statement('Allow', {
    Principal: { AWS: names.map((name) => `arn:aws:iam::111122223333:role/${name}`) },
  });
}

/** Reports statements that another covers. */
export const redundantStatement: Rule = {
  id: 'redundant-statement',
  group: 'redundancy',
  severity: 'suggestion',
  aliases: { accessAnalyzer: 'REDUNDANT_STATEMENT' },
  reads: ['Statement'],
  doc: 'a statement is covered by another of the same effect, with the same or more principals and the same or fewer conditions',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(
          documentOf(
            'identity',
            statement('Allow', { Action: 's3:*', Resource: '*' }),
            statement('Allow', {}),
          ),
          {
            at: '/Statement/1',
            message: 'found a statement that `/Statement/0` covers',
            help: 'remove it',
            marks: '{',
            fix: { to: '', keepsDecisions: true },
          },
        ),
        finds(documentOf('identity', statement('Deny', {}), statement('Deny', { Sid: 'Again' })), {
          at: '/Statement/1',
        }),
        finds(documentOf('identity', statement('Allow', { Condition: TLS }), statement('Allow', {})), {
          at: '/Statement/0',
          fix: { to: '', keepsDecisions: false },
        }),
        finds(
          documentOf('resource', ...['a', 'b', 'a'].map((name) => forRoles(name)), forRoles('c', 'b')),
          { at: '/Statement/1' },
          { at: '/Statement/2' },
        ),
      ],
      good: [
        documentOf('identity', statement('Allow', {}), statement('Deny', {})),
        documentOf(
          'identity',
          statement('Allow', { Action: 's3:*' }),
          statement('Allow', { Resource: 'arn:aws:s3:::c/*' }),
        ),
        documentOf(
          'identity',
          statement('Allow', { Condition: TLS }),
          statement('Allow', { Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        ),
        documentOf(
          'identity',
          statement('Allow', { Condition: { ...TLS, StringEquals: { 'aws:PrincipalTag/a': 'b' } } }),
          statement('Allow', { Action: 's3:PutObject', Condition: TLS }),
        ),
        documentOf(
          'identity',
          statement('Allow', { NotAction: 's3:*' }),
          statement('Allow', { NotAction: 'iam:*' }),
        ),
      ],
    };
  },
  *check(context) {
    for (const [narrow, by] of coveredStatements(context)) {
      yield {
        pointer: narrow.pointer,
        message: `found a statement that \`${by.pointer}\` covers`,
        help: 'remove it',
        // A condition that cannot be understood decides of itself, and would no longer.
        fix: remove(context, narrow.pointer, isSameScope(by, narrow)),
      };
    }
  },
};
