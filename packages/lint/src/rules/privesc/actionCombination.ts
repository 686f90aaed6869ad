import { getAction } from '@policywright/catalog';
import { LIMITS } from '../../data/limits.ts';
import { ESCALATIONS } from '../../data/escalations.ts';
import type { Escalation } from '../../data/escalations.ts';
import { resourceTypesOf } from '../../facts/actionFit.ts';
import { NameIndex } from '../../facts/nameIndex.ts';
import type { LintContext } from '../../facts/lintContext.ts';
import type { ResourceFacts } from '../../facts/resourceFacts.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';
import type { Report, Rule } from '../../model/rule.ts';
import { allow, documentOf, finds, statement } from '../_internals/exampleDocuments.ts';

/** Reports actions that together let a principal give itself more permissions. */
export const actionCombination: Rule = {
  id: 'action-combination',
  group: 'privesc',
  severity: 'warning',
  aliases: { parliament: 'PRIVILEGE_ESCALATION' },
  reads: ['Action', 'Resource', 'Condition'],
  doc: 'a policy allows, without conditions and on any resource, actions that together lead to more permissions',
  examples: {
    bad: [
      finds(allow({ Action: 'iam:CreateAccessKey', Resource: '*' }), {
        at: '/Statement/0/Action',
        message: 'found `iam:CreateAccessKey` on any resource, which makes access keys of another user',
        help: 'name the resources, or add a condition',
      }),
      finds(
        documentOf(
          'identity',
          statement('Allow', { Action: 'iam:PassRole', Resource: 'arn:aws:iam::*:role/*' }),
          statement('Allow', { Action: ['lambda:Create*', 'lambda:InvokeFunction'], Resource: '*' }),
        ),
        { at: '/Statement/0/Action' },
      ),
    ],
    good: [
      allow({ Action: 'iam:CreateAccessKey', Resource: 'arn:aws:iam::*:user/${aws:username}' }),
      documentOf(
        'identity',
        statement('Allow', { Action: 'iam:*', Resource: '*' }),
        statement('Deny', { Action: ['iam:*'], Resource: '*' }),
      ),
      allow({
        Action: ['iam:PassRole', 'ec2:RunInstances'],
        Resource: '*',
        Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
      }),
    ],
  },
  *check(context) {
    if (context.type !== 'identity') return;
    const wide = wideActions(context);
    if (wide.size === 0) return;
    const found = new Map<string, Escalation[]>();
    for (const escalation of ESCALATIONS) {
      const pointers = escalation.actions.flatMap((name) => wide.get(name) ?? []);
      if (pointers.length < escalation.actions.length) continue;
      const pointer = pointers[0] ?? '';
      found.set(pointer, [...(found.get(pointer) ?? []), escalation]);
    }
    for (const [pointer, escalations] of found) yield reportOf(pointer, escalations);
  },
};

const TARGETS: readonly string[] = [...new Set(ESCALATIONS.flatMap(({ actions }) => actions))];
const INDEX = new NameIndex(TARGETS);

/** Where each action of interest is allowed on any resource, unless it is denied. */
function wideActions(context: LintContext): ReadonlyMap<string, string> {
  const { statements } = context;
  const found = new Map<string, string>();
  const granting = statements.filter((at) => at.allows && at.conditions.length === 0);
  const denying = statements.filter(
    (at) => !at.allows && at.conditions.length === 0 && at.coversEveryResource,
  );
  if (granting.length === 0) return found;
  for (const at of granting) {
    if (at.resources.length > LIMITS.resources) {
      context.cut(
        'so many resources in a statement that they are not looked through for wildcards',
        at.pointer,
      );
      continue;
    }
    for (const { name, pointer } of targetsOf(at)) {
      if (found.has(name) || !isOpen(at, name)) continue;
      if (denying.some((candidate) => candidate.matchesAction(name))) continue;
      found.set(name, pointer);
    }
  }
  return found;
}

/** The actions of interest that a statement is about. */
function targetsOf(at: StatementFacts): readonly { readonly name: string; readonly pointer: string }[] {
  if (at.statement.action.negated)
    return TARGETS.filter((name) => at.matchesAction(name)).map((name) => ({
      name,
      pointer: at.actionPointer,
    }));
  return at.actions.flatMap((entry) =>
    entry.unknown ? [] : INDEX.matching(entry.facts).map((name) => ({ name, pointer: entry.pointer })),
  );
}

/**
 * Whether the resources of an action are all of an account: `*`, or for each type that the statement takes in an
 * ARN whose name is nothing but a wildcard.
 */
function isOpen({ statement, resources }: StatementFacts, name: string): boolean {
  if (statement.resource === undefined || statement.resource.negated) return statement.resource !== undefined;
  if (resources.some(({ facts }) => facts.isEverything)) return true;
  const action = getAction(name);
  const types = action === undefined ? [] : resourceTypesOf(action);
  const matched = types.filter((type) => resources.some(({ facts }) => facts.canMatch(type)));
  return (
    matched.length > 0 &&
    matched.every((type) =>
      resources.some((entry) => !entry.unknown && isWide(entry.facts) && entry.facts.canMatch(type)),
    )
  );
}

/** A name that is nothing but a wildcard; a path in front of it, as in `role/service-role/*`, says which. */
function isWide({ fields, hasVariable }: ResourceFacts): boolean {
  const resource = fields[5] ?? '*';
  return !hasVariable && /(?:^|[/:])\*+$/.test(resource) && (resource.match(/[/:]/g) ?? []).length < 2;
}

function reportOf(pointer: string, escalations: readonly Escalation[]): Report {
  const [first] = escalations;
  const names = first?.actions.map((name) => `\`${name}\``).join(' and ') ?? '';
  const more = escalations.length > 1 ? `, and ${escalations.length - 1} more ways to more permissions` : '';
  return {
    pointer,
    message: `found ${names} on any resource, which ${first?.how ?? ''}${more}`,
    help: 'name the resources, or add a condition',
    actions: [...new Set(escalations.flatMap(({ actions }) => actions))],
  };
}
