import type { LintContext } from '../../facts/lintContext.ts';
import { principalsOf } from '../../facts/principalsOf.ts';
import type { Report } from '../../rule/rule.ts';

/** A service that assumes roles with more than one action. */
export interface RoleService {
  /** For messages. */
  readonly title: string;
  readonly principal: string;
  /** The actions that it uses, all of them. */
  readonly actions: readonly string[];
}

/** Reports trust in a service without all the actions with which it assumes a role. */
export function* checkServiceActions(context: LintContext, service: RoleService): Iterable<Report> {
  if (context.type !== 'trust') return;
  const trusting = context.statements.filter(
    (statement) =>
      statement.allows &&
      principalsOf(context, statement).some(
        ({ entry, negated }) => !negated && entry.value === service.principal,
      ),
  );
  const [first] = trusting;
  const missing = service.actions.filter(
    (name) => !trusting.some((statement) => statement.matchesAction(name)),
  );
  if (first === undefined || missing.length === 0) return;
  yield {
    pointer: first.actionPointer,
    message: `found trust in ${service.title} without ${missing.map((name) => `\`${name}\``).join(' and ')}`,
    help: missing.length === 1 ? 'add it' : 'add them',
  };
}
