import { quoteAll } from '@policywright/policy/text';
import { newProofs, reportSpent } from '../../facts/proofs.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { hasList } from '../_internals/coveredStatements.ts';
import { documentOf, finds, statement } from '../_internals/exampleDocuments.ts';
import { jointlyCovered } from '../_internals/jointlyCovered.ts';
import { knownStatements } from '../_internals/statementCovers.ts';

const TLS = { Bool: { 'aws:SecureTransport': 'true' } };

/** Reports Allow statements that Deny statements of the same document take back whole. */
export const overriddenStatement: Rule = {
  id: 'overridden-statement',
  group: 'redundancy',
  severity: 'warning',
  aliases: {},
  reads: ['Statement'],
  doc: 'an Allow statement has no effect, since Deny statements of the same document deny all that it allows (S144)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(
          documentOf(
            'identity',
            statement('Allow', { Action: 's3:PutObject' }),
            statement('Deny', { Action: 's3:Put*', Resource: '*' }),
          ),
          {
            at: '/Statement/0',
            message: 'found a statement that allows nothing, since `/Statement/1` denies all of it',
            help: 'remove it, or narrow the Deny',
            marks: '{',
          },
        ),
        finds(
          documentOf(
            'identity',
            { Effect: 'Allow', NotAction: 'iam:*', Resource: 'arn:aws:s3:::b/*' },
            { Effect: 'Deny', NotAction: ['iam:Get*', 'iam:List*'], Resource: '*' },
          ),
          { at: '/Statement/0' },
        ),
        // Together they deny all of it: with the key or without, whatever its value.
        finds(
          documentOf(
            'identity',
            statement('Allow', { Action: ['s3:GetObject', 's3:PutObject'], Condition: TLS }),
            statement('Deny', { Action: 's3:GetObject' }),
            statement('Deny', { Action: 's3:*', Condition: { StringEquals: { 'aws:PrincipalTag/a': 'b' } } }),
            statement('Deny', {
              Action: 's3:*',
              Condition: { StringNotEquals: { 'aws:PrincipalTag/a': 'b' } },
            }),
          ),
          {
            at: '/Statement/0',
            message:
              'found a statement that allows nothing, since `/Statement/2`, `/Statement/3` deny all of it',
            help: 'remove it, or narrow the Deny',
          },
        ),
      ],
      good: [
        documentOf(
          'identity',
          statement('Allow', { Action: 's3:*' }),
          statement('Deny', { Action: 's3:Put*', Resource: '*' }),
        ),
        documentOf(
          'identity',
          statement('Allow', { Action: 's3:PutObject' }),
          statement('Deny', { Action: 's3:Put*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        ),
        documentOf(
          'resource',
          statement('Allow', { Principal: '*' }),
          statement('Deny', { Principal: { AWS: 'arn:aws:iam::111122223333:root' } }),
        ),
      ],
    };
  },
  *check(context) {
    const known = knownStatements(context);
    const denies = known.filter(({ allows }) => !allows);
    if (denies.length === 0) return;
    const proofs = newProofs();
    for (const narrow of known) {
      if (!narrow.allows || !hasList(narrow)) continue;
      const by = jointlyCovered(context, narrow, { others: denies, proofs });
      if (by === undefined) continue;
      yield {
        pointer: narrow.pointer,
        message: `found a statement that allows nothing, since ${quoteAll(by.map(({ pointer }) => pointer))} ${by.length === 1 ? 'denies' : 'deny'} all of it`,
        help: 'remove it, or narrow the Deny',
      };
    }
    reportSpent(context, proofs);
  },
};
