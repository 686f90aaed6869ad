import { quote } from '@policywright/policy/text';
import type { LintContext } from '../../facts/lintContext.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';
import type { ExampleFinding, Report, Rule } from '../../model/rule.ts';
import { allow, finds } from './exampleDocuments.ts';
import type { ExampleStatement } from './exampleDocuments.ts';

/** How a statement comes to an action, and how its resources are too many. */
export interface StarScope {
  readonly action: 'named' | 'star' | 'not';
  readonly resource: 'star' | 'not';
}

interface ScopeRule {
  readonly id: string;
  readonly severity: Rule['severity'];
  /** The action that is risky on too many resources. */
  readonly target: 'iam:PassRole' | 'iam:CreateServiceLinkedRole';
  readonly scope: StarScope;
  /** What it finds in its bad example. */
  readonly finds: ExampleFinding;
  /** The condition keys that make it safe, as AWS spells them. */
  readonly guards: readonly string[];
}

/** A rule for one way in which a statement allows an action on roles that nobody named. */
export function scopeRule({ id, severity, target, scope, finds: expected, guards }: ScopeRule): Rule {
  const members = exampleOf(target, scope);
  return {
    id,
    group: 'privesc',
    severity,
    aliases: { accessAnalyzer: issueCode(id) },
    reads: ['Action', 'Resource', 'Condition'],
    doc: `an Allow statement takes in \`${target}\` ${ACTIONS[scope.action]} and ${RESOURCES[scope.resource]}, without a condition on the service`,
    examples: {
      bad: [finds(allow(members), expected)],
      good: [
        ...guards.map((key) => allow({ ...members, Condition: guardOn(key) })),
        allow({ Action: target, Resource: ROLE }),
      ],
    },
    *check(context: LintContext): Iterable<Report> {
      if (!context.grants) return;
      const keys = guards.map((name) => name.toLowerCase());
      for (const statement of context.statements.filter(({ allows }) => allows)) {
        const pointer = actionPointer(statement, target, scope.action);
        if (pointer === undefined || !resourceIs(statement, scope.resource)) continue;
        // Every request for the action has the key, so that `IfExists` takes nothing away.
        if (statement.conditions.some(({ key, negated }) => !negated && keys.includes(key))) continue;
        yield {
          pointer,
          message: `found \`${target}\` ${ACTIONS[scope.action]} and ${RESOURCES[scope.resource]}`,
          help: `name the roles${guards.length > 0 ? `, and add a condition on ${quote(guards[0] ?? '')}` : ''}`,
          actions: [target],
        };
      }
    },
  };
}

function guardOn(key: string): ExampleStatement {
  return key.endsWith('Arn')
    ? { ArnLike: { [key]: 'arn:aws:ecs:eu-west-1:111122223333:service/web/*' } }
    : { StringEquals: { [key]: 'ecs.amazonaws.com' } };
}

/** IAM Access Analyzer writes the names of negated elements apart. */
function issueCode(id: string): string {
  return id
    .toUpperCase()
    .replaceAll('-', '_')
    .replaceAll(/NOT(?=ACTION|RESOURCE)/g, 'NOT_');
}

const ACTIONS = { named: 'by its name', star: 'by a wildcard', not: 'by `NotAction`' } as const;
const RESOURCES = { star: 'all roles by a wildcard', not: 'all roles but some by `NotResource`' } as const;
const ROLE = 'arn:aws:iam::111122223333:role/task';

function actionPointer(
  statement: StatementFacts,
  target: string,
  kind: StarScope['action'],
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
function resourceIs({ statement, resources }: StatementFacts, kind: StarScope['resource']): boolean {
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

function exampleOf(target: string, scope: StarScope): ExampleStatement {
  const pattern = target.replace(/(?<=:....).*/, '*');
  return {
    ...(scope.action === 'not'
      ? { NotAction: 's3:*' }
      : { Action: scope.action === 'star' ? pattern : target }),
    ...(scope.resource === 'not' ? { NotResource: ROLE } : { Resource: '*' }),
  };
}
