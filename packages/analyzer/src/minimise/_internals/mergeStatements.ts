import { type Condition, POLICY_QUOTAS, type Statement } from '@policywright/policy';
import type { Draft } from './draft.ts';
import { conditionKey, joinKeys, keysOf, type StatementKeys, testKey } from '../../cover/statementKeys.ts';

/** A statement with more conditions is not looked at for conditions that differ in values: it costs their square. */
const MOST_CONDITIONS = 20;

/** Joins two statements that agree in everything but what is merged, or says that it cannot. */
type Merge = (first: Statement, second: Statement) => Statement | undefined;

/** A way in which statements may be merged. */
interface Merger {
  /** What the merged statements differ in, for the report. */
  readonly differsIn: string;
  /** Equal for statements that may be merged; `undefined` for one that may not. */
  readonly groupOf: (statement: Statement, keys: StatementKeys) => string | undefined;
  readonly merge: Merge;
}

/**
 * Merges statements that differ in one positive list: (A or B) and C is (A and C) or (B and C).
 *
 * @returns whether any were merged.
 */
export function mergeStatements(draft: Draft): boolean {
  const before = draft.statements.length;
  for (const merger of [actions(draft), RESOURCES, PRINCIPALS]) mergeBy(draft, merger);
  mergeConditions(draft);
  return draft.statements.length < before;
}

function actions({ options }: Draft): Merger {
  const most =
    options.service === 'sqs' ? POLICY_QUOTAS['sqs-actions-per-statement'].limit : Number.POSITIVE_INFINITY;
  return {
    differsIn: 'Action',
    groupOf: ({ action }, keys) =>
      action.negated
        ? undefined
        : joinKeys(keys.effect, keys.sid, keys.principal, keys.resource, keys.conditions),
    merge: (first, second) => {
      const values = union(first.action.values, second.action.values);
      return values.length > most ? undefined : { ...first, action: { negated: false, values } };
    },
  };
}

const RESOURCES: Merger = {
  differsIn: 'Resource',
  groupOf: ({ resource }, keys) =>
    resource === undefined || resource.negated
      ? undefined
      : joinKeys(keys.effect, keys.sid, keys.principal, keys.action, keys.conditions),
  merge: (first, second) => ({
    ...first,
    resource: { negated: false, values: union(first.resource?.values ?? [], second.resource?.values ?? []) },
  }),
};

const PRINCIPALS: Merger = {
  differsIn: 'Principal',
  groupOf: ({ principal }, keys) =>
    principal === undefined || principal.negated
      ? undefined
      : joinKeys(keys.effect, keys.sid, keys.action, keys.resource, keys.conditions),
  merge: (first, second) => ({
    ...first,
    principal: {
      negated: false,
      entries: [...(first.principal?.entries ?? []), ...(second.principal?.entries ?? [])],
    },
  }),
};

function mergeBy(draft: Draft, { differsIn, groupOf, merge }: Merger): void {
  const firsts = new Map<string, number>();
  const merged: Statement[] = [];
  for (const statement of draft.statements) {
    const group = groupOf(statement, keysOf(statement));
    const place = group === undefined ? undefined : firsts.get(group);
    const first = place === undefined ? undefined : merged[place];
    const both = first && merge(first, statement);
    if (place === undefined || both === undefined) {
      if (group !== undefined) firsts.set(group, merged.length);
      merged.push(statement);
      continue;
    }
    merged[place] = both;
    reportMerge(draft, { first: both, second: statement, differsIn });
  }
  draft.statements = merged;
}

/** Merges statements that differ in the values of one condition. */
function mergeConditions(draft: Draft): void {
  const firsts = new Map<string, { readonly place: number; readonly at: number }>();
  const merged: Statement[] = [];
  // A statement that grew in one condition is still under its old keys for the others; they wait for the next round.
  const grown = new Map<number, number>();
  for (const statement of draft.statements) {
    const groups = conditionGroups(statement);
    const match = groups.find(({ key }) => {
      const first = firsts.get(key);
      return first !== undefined && (grown.get(first.place) ?? first.at) === first.at;
    });
    const first = match && firsts.get(match.key);
    const target = first && merged[first.place];
    if (match === undefined || first === undefined || target === undefined) {
      for (const { key, at } of groups) firsts.set(key, { place: merged.length, at });
      merged.push(statement);
      continue;
    }
    const both = withValues(target, first.at, statement.conditions[match.at]?.values ?? []);
    merged[first.place] = both;
    grown.set(first.place, first.at);
    reportMerge(draft, { first: both, second: statement, differsIn: both.conditions[first.at]?.key ?? '' });
  }
  draft.statements = merged;
}

/** For each condition whose values are alternatives: what must be equal for a merge in it. */
function conditionGroups(statement: Statement): readonly { readonly key: string; readonly at: number }[] {
  const { conditions } = statement;
  if (conditions.length === 0 || conditions.length > MOST_CONDITIONS) return [];
  const keys = keysOf(statement);
  const all = conditions.map(conditionKey);
  return conditions.flatMap((condition, at) => {
    if (!hasAlternatives(condition)) return [];
    const others = all.filter((_, index) => index !== at);
    const { effect, sid, principal, action, resource } = keys;
    return [
      {
        key: joinKeys(effect, sid, principal, action, resource, others.sort(), testKey(condition)),
        at,
      },
    ];
  });
}

/**
 * Whether the condition holds exactly where it would with one of its values (rule S70). Not so for negated
 * operators (S71) and `ForAllValues` (S83); an empty list is left alone.
 */
function hasAlternatives({ operator: { name, qualifier }, values }: Condition): boolean {
  return values.length > 0 && qualifier !== 'ForAllValues' && !name.includes('Not');
}

function withValues(statement: Statement, at: number, more: readonly string[]): Statement {
  const conditions = statement.conditions.map((condition, index) =>
    index === at ? { ...condition, values: union(condition.values, more) } : condition,
  );
  return { ...statement, conditions };
}

function union(first: readonly string[], second: readonly string[]): readonly string[] {
  return [...new Set([...first, ...second])];
}

function reportMerge(
  draft: Draft,
  merge: { readonly first: Statement; readonly second: Statement; readonly differsIn: string },
): void {
  draft.steps.push({
    kind: 'merge-statements',
    pointer: merge.second.pointer,
    message: `merged into \`${merge.first.pointer}\`, which differs only in \`${merge.differsIn}\``,
  });
}
