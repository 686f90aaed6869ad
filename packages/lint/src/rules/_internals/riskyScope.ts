import { quote } from '@policywright/policy/text';
import type { LintContext } from '../../facts/lintContext.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';
import type { ExampleFinding, Report, RuleExamples } from '../../rule/rule.ts';
import { allow, finds, type ExampleStatement } from './exampleDocuments.ts';

/** How a statement comes to an action on roles, and how these are too many. */
export interface RiskyScope {
  /** The action that is risky on too many resources. */
  readonly target: 'iam:PassRole' | 'iam:CreateServiceLinkedRole';
  readonly action: 'named' | 'star' | 'not';
  readonly resource: 'star' | 'not';
  /** The condition keys that make it safe, as AWS spells them. */
  readonly guards: readonly string[];
}

/** What a rule for one way in which a statement allows an action on roles that nobody named reports, in a sentence. */
export function scopeDoc({ target, action, resource }: RiskyScope): string {
  return `an Allow statement takes in \`${target}\` ${ACTIONS[action]} and ${RESOURCES[resource]}, without a condition on the service`;
}

/**
 * The examples of such a rule.
 *
 * @param expected - what it finds in the bad one.
 */
export function scopeExamples(scope: RiskyScope, expected: ExampleFinding): RuleExamples {
  const members = exampleOf(scope);
  return {
    bad: [finds(allow(members), expected)],
    good: [
      ...scope.guards.map((key) => allow({ ...members, Condition: guardOn(key) })),
      allow({ Action: scope.target, Resource: ROLE }),
    ],
  };
}

/** Reports the statements that allow an action in one way. */
export function* checkScope(context: LintContext, scope: RiskyScope): Iterable<Report> {
  if (!context.grants) return;
  const { target, guards, action, resource } = scope;
  const keys = guards.map((name) => name.toLowerCase());
  for (const statement of context.statements.filter(({ allows }) => allows)) {
    const pointer = actionPointer(statement, target, action);
    if (pointer === undefined || !resourceIs(statement, resource)) continue;
    // Every request for the action has the key, so that `IfExists` takes nothing away.
    if (statement.conditions.some(({ key, negated }) => !negated && keys.includes(key))) continue;
    yield {
      pointer,
      message: `found \`${target}\` ${ACTIONS[action]} and ${RESOURCES[resource]}`,
      help: `name the roles${guards.length > 0 ? `, and add a condition on ${quote(guards[0] ?? '')}` : ''}`,
      actions: [target],
    };
  }
}

function guardOn(key: string): ExampleStatement {
  return key.endsWith('Arn')
    ? { ArnLike: { [key]: 'arn:aws:ecs:eu-west-1:111122223333:service/web/*' } }
    : { StringEquals: { [key]: 'ecs.amazonaws.com' } };
}

const ACTIONS = { named: 'by its name', star: 'by a wildcard', not: 'by `NotAction`' } as const;
const RESOURCES = { star: 'all roles by a wildcard', not: 'all roles but some by `NotResource`' } as const;
const ROLE = 'arn:aws:iam::111122223333:role/task';

function actionPointer(
  statement: StatementFacts,
  target: string,
  kind: RiskyScope['action'],
): string | undefined {
  const { negated } = statement.statement.action;
  if (negated !== (kind === 'not')) return undefined;
  if (negated) return statement.matchesAction(target) ? statement.actionPointer : undefined;
  const entry = statement.actions.find(
    ({ facts, unknown }) => !unknown && facts.hasWildcard === (kind === 'star') && facts.matches(target),
  );
  return entry?.pointer;
}

/** A wildcard that takes in all roles of an account: `*`, or an ARN whose role name is nothing but `*`. */
function resourceIs({ statement, resources }: StatementFacts, kind: RiskyScope['resource']): boolean {
  const { resource } = statement;
  if (resource === undefined || resource.negated !== (kind === 'not')) return false;
  if (resource.negated) return true;
  return resources.some(({ facts, unknown }) => {
    if (unknown || facts.hasVariable) return false;
    if (facts.isEverything) return true;
    return (
      facts.fields[0] === 'arn' &&
      /^(?:role\/)?\*+$/.test(facts.fields.at(-1) ?? '') &&
      isIam(facts.fields[2])
    );
  });
}

function isIam(service: string | undefined): boolean {
  return service === 'iam' || service === '*' || service === undefined;
}

function exampleOf({ target, action, resource }: RiskyScope): ExampleStatement {
  const pattern = target.replace(/(?<=:....).*/, '*');
  return {
    ...(action === 'not' ? { NotAction: 's3:*' } : { Action: action === 'star' ? pattern : target }),
    ...(resource === 'not' ? { NotResource: ROLE } : { Resource: '*' }),
  };
}
