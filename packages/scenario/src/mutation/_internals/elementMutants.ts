import type { ListElement, Statement } from '@policywright/policy';
import type { TestedDocument } from '../../tested/testedDocuments.ts';
import { line, type Mutant } from './mutant.ts';
import { sameActions, sameResources, type ExpandActions } from './samePatterns.ts';

/** What mutants of a statement are made from. */
export interface MutantSource {
  readonly document: TestedDocument;
  readonly statement: Statement;
  /** Real actions, to tell which patterns mean the same. */
  readonly expandActions: ExpandActions | undefined;
}

/** Drops each entry of `Action` or `NotAction`, and widens those of an Allow. */
export function actionMutants(source: MutantSource): readonly Mutant[] {
  const { statement, expandActions } = source;
  const list = statement.action;
  const same = (values: readonly string[]): boolean => sameActions(list.values, values, expandActions);
  return list.values.flatMap((value, index) => {
    const entry: Entry = { part: 'action', list, index, same };
    const wider = isWidened(statement, list) ? widerActions(value, expandActions !== undefined) : [];
    return [...dropEntry(source, entry), ...wider.map((text) => replaceEntry(source, entry, text))];
  });
}

/** Drops each entry of `Resource` or `NotResource`, and widens those of an Allow to `*`. */
export function resourceMutants(source: MutantSource): readonly Mutant[] {
  const { statement } = source;
  const list = statement.resource;
  if (list === undefined) return [];
  const same = (values: readonly string[]): boolean =>
    // An entry of `NotResource` whose variable has no value does more than not to match (S58).
    !(list.negated && list.values.some((value) => value.includes('${'))) &&
    sameResources(list.values, values);
  return list.values.flatMap((value, index) => {
    const entry: Entry = { part: 'resource', list, index, same };
    const wider = isWidened(statement, list) && value !== '*' ? ['*'] : [];
    return [...dropEntry(source, entry), ...wider.map((text) => replaceEntry(source, entry, text))];
  });
}

interface Entry {
  readonly part: 'action' | 'resource';
  readonly list: ListElement;
  readonly index: number;
  /** Whether other values are proved to match the same. */
  readonly same: (values: readonly string[]) => boolean;
}

function isWidened({ effect }: Statement, { negated }: ListElement): boolean {
  return effect === 'Allow' && !negated;
}

/** `ecs:RunTask` as careless hands write it: with a star behind it (if a catalog tells what that adds), by its verb, for the whole service. */
function widerActions(value: string, starred: boolean): readonly string[] {
  const colon = value.indexOf(':');
  if (colon < 0) return [];
  const service = `${value.slice(0, colon)}:*`;
  if (value === service) return [];
  if (/[*?]/.test(value)) return [service];
  const verb = /^[A-Z][a-z]+/.exec(value.slice(colon + 1))?.[0];
  const byVerb = verb === undefined ? [] : [`${value.slice(0, colon)}:${verb}*`];
  return [...(starred ? [`${value}*`] : []), ...byVerb.filter((text) => text !== `${value}*`), service];
}

/** The last entry is not dropped: without it the statement would say nothing. */
function dropEntry(source: MutantSource, entry: Entry): readonly Mutant[] {
  const { list, index, part } = entry;
  if (list.values.length < 2) return [];
  const values = list.values.filter((_, other) => other !== index);
  return [{ ...changed(source, entry, values), kind: `drop-${part}`, after: null }];
}

function replaceEntry(source: MutantSource, entry: Entry, text: string): Mutant {
  const { list, index, part } = entry;
  const values = list.values.map((value, other) => (other === index ? text : value));
  return { ...changed(source, entry, values), kind: `widen-${part}`, after: line(nameOf(entry), text) };
}

function changed(
  { document, statement }: MutantSource,
  entry: Entry,
  values: readonly string[],
): Omit<Mutant, 'kind' | 'after'> {
  const { part, list, index, same } = entry;
  const name = nameOf(entry);
  return {
    pointer: document.entryPointer(statement, name, index),
    before: line(name, list.values[index] ?? ''),
    statement: { ...statement, [part]: { ...list, values } },
    equivalent: same(values),
  };
}

function nameOf({ part, list }: Entry): string {
  const name = part === 'action' ? 'Action' : 'Resource';
  return list.negated ? `Not${name}` : name;
}
