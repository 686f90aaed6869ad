import { scopeCovers, type PatternProofs } from '@policywright/analyzer/cover';
import { quote, quoteAll } from '@policywright/policy/text';
import type { LintContext } from '../../facts/lintContext.ts';
import type { ListEntry } from '../../facts/listEntry.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';
import { newProofs, reportSpent } from '../../facts/proofs.ts';
import { remove } from '../../fix/edits.ts';
import type { Report, Rule, RuleExamples } from '../../rule/rule.ts';
import {
  coveredStatements,
  groupsOf,
  hasList,
  type AlikeStatements,
} from '../_internals/coveredStatements.ts';
import { documentOf, finds, statement } from '../_internals/exampleDocuments.ts';
import { jointlyCovered } from '../_internals/jointlyCovered.ts';
import {
  coversAction,
  coversActions,
  coversResource,
  coversResources,
  isSameScope,
} from '../_internals/statementCovers.ts';

const TLS = { Bool: { 'aws:SecureTransport': 'true' } };
const Resource = ['arn:aws:s3:::b/*', 'arn:aws:s3:::c/*'];

/** Reports actions and resources of a statement that another statement covers. */
export const redundantAcrossStatements: Rule = {
  id: 'redundant-across-statements',
  group: 'redundancy',
  severity: 'suggestion',
  aliases: {},
  reads: ['Statement'],
  doc: 'an action or a resource of a statement changes nothing, since another statement of the same effect has it too',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(
          documentOf(
            'identity',
            statement('Allow', { Action: 's3:Get*', Resource: '*' }),
            statement('Allow', { Action: ['s3:GetObject', 's3:PutObject'] }),
          ),
          {
            at: '/Statement/1/Action/0',
            message: 'found `s3:GetObject`, which `/Statement/0` allows on the same resources too',
            help: 'remove it',
            marks: '"s3:GetObject"',
            fix: { to: '', keepsDecisions: true },
          },
        ),
        finds(
          documentOf(
            'identity',
            statement('Deny', { Action: ['s3:GetObject', 's3:PutObject'] }),
            statement('Deny', { Resource }),
          ),
          {
            at: '/Statement/1/Resource/0',
            message: 'found `arn:aws:s3:::b/*`, on which `/Statement/0` denies the same actions too',
            help: 'remove it',
          },
        ),
        finds(
          documentOf(
            'identity',
            statement('Allow', { Action: ['s3:GetObject', 's3:PutObject'], Condition: TLS }),
            statement('Allow', { Action: ['s3:GetObject', 's3:ListBucket'], Resource: '*' }),
          ),
          { at: '/Statement/0/Action/0', fix: { to: '', keepsDecisions: false } },
        ),
        finds(
          documentOf(
            'identity',
            statement('Allow', { Action: 's3:Get*', Resource: '*' }),
            statement('Allow', { Action: ['s3:GetObject', 's3:PutObject'] }),
            statement('Allow', { Action: 's3:Put*', Resource: '*' }),
          ),
          {
            at: '/Statement/1',
            message: 'found a statement whose actions `/Statement/0`, `/Statement/2` cover',
            help: 'remove it',
          },
        ),
        // Each has what the other has: one of them stays.
        finds(
          documentOf(
            'identity',
            statement('Allow', { Action: 's3:GetObject', Resource }),
            statement('Allow', { Action: ['s3:GetObject', 's3:PutObject'] }),
          ),
          { at: '/Statement/1/Action/0' },
        ),
        finds(
          documentOf(
            'identity',
            statement('Allow', { Action: 's3:*' }),
            statement('Allow', { Action: 's3:GetObject', Resource }),
            statement('Allow', { Action: 's3:*', Resource: 'arn:aws:s3:::c/*' }),
          ),
          {
            at: '/Statement/1',
            message: 'found a statement whose resources `/Statement/0`, `/Statement/2` cover',
            help: 'remove it',
            fix: { to: '', keepsDecisions: true },
          },
        ),
        // Only together, each under conditions of its own.
        finds(
          documentOf(
            'identity',
            statement('Allow', {
              Resource,
              Condition: { StringEquals: { 'aws:PrincipalTag/a': ['b', 'c'] } },
            }),
            statement('Allow', { Condition: { StringLike: { 'aws:PrincipalTag/a': 'b*' } }, Resource }),
            statement('Allow', { Condition: { StringEquals: { 'aws:PrincipalTag/a': 'c' } }, Resource: '*' }),
          ),
          {
            at: '/Statement/0',
            message: 'found a statement that `/Statement/1`, `/Statement/2` cover',
            help: 'remove it',
            fix: { to: '', keepsDecisions: false },
          },
        ),
        // The last one covers more than the second one says.
        finds(
          documentOf(
            'identity',
            statement('Allow', { Action: 's3:Get*', Resource: '*', Condition: TLS }),
            statement('Allow', { Action: ['s3:GetObject', 's3:PutObject'], Condition: TLS }),
            statement('Allow', { Action: 's3:Put*', Resource: '*' }),
          ),
          { at: '/Statement/1', fix: { to: '', keepsDecisions: false } },
        ),
        // What covers another stays as it is.
        finds(
          documentOf(
            'identity',
            statement('Allow', { Action: ['s3:GetObject', 's3:ListBucket'], Resource: '*' }),
            statement('Allow', { Action: ['s3:GetObject', 's3:PutObject'], Resource: '*' }),
            statement('Allow', { Action: ['s3:PutObject', 's3:DeleteObject'] }),
          ),
          { at: '/Statement/0/Action/0' },
          { at: '/Statement/2/Action/0' },
        ),
        // What loses the action itself covers no other with it.
        finds(
          documentOf(
            'identity',
            statement('Allow', { Action: ['s3:GetObject', 's3:PutObject'], Resource: 'arn:aws:s3:::b/a/*' }),
            statement('Allow', { Action: ['s3:GetObject', 's3:GetObjectTagging'] }),
            statement('Allow', { Action: 's3:GetObject', Resource: '*' }),
          ),
          {
            at: '/Statement/0/Action/0',
            message: 'found `s3:GetObject`, which `/Statement/2` allows on the same resources too',
            help: 'remove it',
          },
          { at: '/Statement/1/Action/0' },
        ),
        // Of what is filled in before it is deployed nothing is said.
        finds(
          documentOf(
            'identity',
            statement('Allow', { Action: 's3:*', Resource: '*' }),
            statement('Allow', { Action: ['s3:${Verb}', 's3:GetObject'] }),
          ),
          { at: '/Statement/1/Action/1' },
        ),
        finds(
          documentOf(
            'identity',
            statement('Allow', { Action: 's3:*', Resource: '*' }),
            statement('Allow', { Resource: ['${BucketArn}', 'arn:aws:s3:::b/a'] }),
          ),
          {
            at: '/Statement/1/Resource/1',
            message: 'found `arn:aws:s3:::b/a`, on which `/Statement/0` allows the same actions too',
            help: 'remove it',
          },
        ),
      ],
      good: [
        documentOf(
          'identity',
          statement('Allow', { Action: 's3:Get*', Resource: '*' }),
          statement('Deny', { Action: ['s3:GetObject', 's3:PutObject'] }),
        ),
        documentOf(
          'identity',
          statement('Allow', { Action: 's3:Get*', Resource: '*', Condition: TLS }),
          statement('Allow', { Action: ['s3:GetObject', 's3:PutObject'] }),
        ),
        documentOf(
          'identity',
          statement('Allow', { Action: 's3:Get*' }),
          statement('Allow', { Action: ['s3:GetObject', 's3:PutObject'], Resource }),
        ),
        documentOf(
          'identity',
          statement('Allow', { NotAction: ['s3:Get*', 's3:Put*'] }),
          statement('Allow', { NotAction: ['s3:GetObject', 'iam:*'] }),
        ),
        // All of it is covered, which `redundant-statement` says.
        documentOf('identity', statement('Allow', { Action: 's3:*' }), statement('Allow', {})),
        documentOf(
          'identity',
          statement('Allow', { Action: 's3:Get*', NotResource: Resource }),
          statement('Allow', { Action: ['s3:GetObject', 's3:PutObject'], NotResource: 'arn:aws:s3:::b/*' }),
        ),
        documentOf(
          'identity',
          statement('Allow', { Action: 's3:*' }),
          statement('Allow', { Action: 's3:${Verb}', Resource }),
        ),
        documentOf(
          'trust',
          ...['ec2', 'ecs-tasks'].map((name) => ({
            Effect: 'Allow',
            Principal: { Service: `${name}.amazonaws.com` },
            Action: ['sts:AssumeRole', 'sts:TagSession'],
          })),
        ),
      ],
    };
  },
  *check(context) {
    const proofs = newProofs();
    const covered = coveredStatements(context);
    // INVARIANT: what covers something stays whole, so that all can be removed at once.
    const roles = { covering: new Set<StatementFacts>(), reduced: new Set<StatementFacts>() };
    for (const group of groupsOf(context)) {
      const alike = group.statements.filter(
        (facts) => !covered.has(facts) && !facts.statement.action.negated && hasList(facts),
      );
      // Of two that have something in common, the later one is the one too many.
      for (const narrow of alike.toReversed()) {
        if (!roles.covering.has(narrow)) yield* reportsOf(context, narrow, { group, alike, roles, proofs });
      }
    }
    reportSpent(context, proofs);
  },
};

interface Search {
  readonly group: AlikeStatements;
  readonly alike: readonly StatementFacts[];
  readonly roles: { readonly covering: Set<StatementFacts>; readonly reduced: Set<StatementFacts> };
  readonly proofs: PatternProofs;
}

interface Found {
  readonly pointer: string;
  readonly text: string;
  readonly by: StatementFacts;
}

function reportsOf(context: LintContext, narrow: StatementFacts, search: Search): readonly Report[] {
  const { roles } = search;
  const others = search.alike.filter(
    (wide) => wide !== narrow && !roles.reduced.has(wide) && scopeCovers(wide.statement, narrow.statement),
  );
  const actions = coveredActions(narrow, others, search);
  const found = actions.length > 0 ? actions : coveredResources(narrow, others, search);
  if (found.length === 0) return jointReports(context, narrow, search);
  roles.reduced.add(narrow);
  for (const { by } of found) roles.covering.add(by);
  const isAll = found.length === (actions.length > 0 ? narrow.actions : narrow.resources).length;
  const kind = actions.length > 0 ? 'actions' : 'resources';
  if (isAll) return [wholeReport(context, narrow, { found, kind })];
  const verb = narrow.allows ? 'allows' : 'denies';
  return found.map(({ pointer, text, by }) => ({
    pointer,
    message:
      kind === 'actions'
        ? `found ${quote(text)}, which \`${by.pointer}\` ${verb} on the same resources too`
        : `found ${quote(text)}, on which \`${by.pointer}\` ${verb} the same actions too`,
    help: 'remove it',
    fix: remove(context, pointer, isSameScope(by, narrow)),
  }));
}

/** A statement that others cover only together, or under conditions that are written otherwise. */
function jointReports(context: LintContext, narrow: StatementFacts, search: Search): readonly Report[] {
  const { alike, roles, proofs } = search;
  // What asks for a key that the statement does not look at hardly ever covers it.
  const keys = new Set(narrow.conditions.map(({ key }) => key));
  const others = alike.filter(
    (wide) =>
      wide !== narrow && !roles.reduced.has(wide) && wide.conditions.every(({ key }) => keys.has(key)),
  );
  const by = jointlyCovered(context, narrow, { others, proofs });
  if (by === undefined || by.length === 0) return [];
  roles.reduced.add(narrow);
  for (const one of by) roles.covering.add(one);
  const message = `found a statement that ${quoteAll(by.map(({ pointer }) => pointer))} cover${by.length === 1 ? 's' : ''}`;
  return [
    { pointer: narrow.pointer, message, help: 'remove it', fix: remove(context, narrow.pointer, false) },
  ];
}

function wholeReport(
  context: LintContext,
  narrow: StatementFacts,
  { found, kind }: { readonly found: readonly Found[]; readonly kind: string },
): Report {
  const by = [...new Set(found.map((one) => one.by))];
  return {
    pointer: narrow.pointer,
    message: `found a statement whose ${kind} ${quoteAll(by.map(({ pointer }) => pointer))} cover`,
    help: 'remove it',
    fix: remove(
      context,
      narrow.pointer,
      by.every((wide) => isSameScope(wide, narrow)),
    ),
  };
}

/** The actions that others have, on all the resources of a statement. */
function coveredActions(
  narrow: StatementFacts,
  others: readonly StatementFacts[],
  { group, proofs }: Search,
): Found[] {
  const near = new Set(group.above(narrow));
  const wide = others.filter((other) => near.has(other) && coversResources(other, narrow, proofs));
  return coveredEntries(narrow.actions, (text) => wide.find((other) => coversAction(other, text, proofs)));
}

/** The resources that others have, for all the actions of a statement. */
function coveredResources(
  narrow: StatementFacts,
  others: readonly StatementFacts[],
  { group, proofs }: Search,
): Found[] {
  const wide = new Set(others.filter((other) => coversActions(other, narrow, proofs)));
  if (wide.size === 0) return [];
  return coveredEntries(narrow.resources, (text) => {
    const near = [...group.naming(text)];
    return near.find((other) => wide.has(other) && coversResource(other, text, proofs));
  });
}

/** The entries of a statement that others have, each with the first that has it. */
function coveredEntries(
  entries: readonly ListEntry<{ readonly text: string }>[],
  covering: (text: string) => StatementFacts | undefined,
): Found[] {
  return entries.flatMap(({ facts, unknown, pointer }) => {
    const by = unknown ? undefined : covering(facts.text);
    return by === undefined ? [] : [{ pointer, text: facts.text, by }];
  });
}
