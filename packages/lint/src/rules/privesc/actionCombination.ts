import { ESCALATIONS } from '../../data/escalations.ts';
import type { Escalation } from '../../data/escalations.ts';
import type { LintContext } from '../../facts/lintContext.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';
import type { Report, Rule } from '../../model/rule.ts';
import { allow, documentOf, statement } from '../_internals/exampleDocuments.ts';

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
      allow({ Action: 'iam:CreateAccessKey', Resource: '*' }),
      documentOf(
        'identity',
        statement('Allow', { Action: 'iam:PassRole', Resource: 'arn:aws:iam::*:role/*' }),
        statement('Allow', { Action: ['lambda:Create*', 'lambda:InvokeFunction'], Resource: '*' }),
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
    for (const escalation of ESCALATIONS) {
      const report = reportOf(escalation, wide);
      if (report !== undefined) yield report;
    }
  },
};

const TARGETS: readonly string[] = [...new Set(ESCALATIONS.flatMap(({ actions }) => actions))];

/** Where each action of interest is allowed on any resource, unless it is denied. */
function wideActions({ statements }: LintContext): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const granting = statements.filter((at) => at.allows && at.conditions.length === 0);
  const denying = statements.filter(
    (at) => !at.allows && at.conditions.length === 0 && at.coversEveryResource,
  );
  for (const name of TARGETS) {
    const at = granting.find((candidate) => candidate.matchesAction(name) && isOpen(candidate));
    if (at === undefined || denying.some((candidate) => candidate.matchesAction(name))) continue;
    const entry = at.statement.action.negated
      ? undefined
      : at.actions.find(({ facts }) => facts.matches(name));
    if (entry?.unknown !== true) found.set(name, entry?.pointer ?? at.actionPointer);
  }
  return found;
}

/** Whether the resources are all of an account: `*`, or an ARN whose name is nothing but a wildcard. */
function isOpen({ statement, resources }: StatementFacts): boolean {
  if (statement.resource === undefined || statement.resource.negated) return statement.resource !== undefined;
  return resources.some(
    ({ facts, unknown }) =>
      !unknown &&
      !facts.hasVariable &&
      (facts.isEverything || /(?:^|[/:])\*+$/.test(facts.fields[5] ?? '')) &&
      !hasPath(facts.fields[5] ?? '*'),
  );
}

/** A path in front of the name, as of `role/service-role/*`, says which. */
function hasPath(resource: string): boolean {
  return (resource.match(/[/:]/g) ?? []).length > 1;
}

function reportOf(escalation: Escalation, wide: ReadonlyMap<string, string>): Report | undefined {
  const pointers = escalation.actions.flatMap((name) => wide.get(name) ?? []);
  if (pointers.length < escalation.actions.length) return undefined;
  const names = escalation.actions.map((name) => `\`${name}\``).join(' with ');
  return {
    pointer: pointers[0] ?? '',
    message: `found ${names} on any resource: who has it ${escalation.how}`,
    help: 'name the resources, or add a condition',
    actions: escalation.actions,
  };
}
