import { expandActions, fitActions, getAction, services, shrinkActions } from '@policywright/catalog';
import {
  parsePolicy,
  printPolicy,
  type ListElement,
  type Policy,
  type Statement,
} from '@policywright/policy';
import { policyOf, type PolicyDocument, type StatementDocument } from '@policywright/scenario';
import { scenario, type GeneratedScenario } from '@policywright/testing';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide } from './ask.ts';
import { check } from './check.ts';
import { listOf, mapDocuments, mapStatements } from './editPolicies.ts';
import { Chooser } from './rearrange.ts';

const seeds = fc.nat().map((seed) => new Chooser(seed));

/** Decides a scenario whose documents were rewritten through the model, as text. */
function decideRewritten(given: GeneratedScenario, rewrite: (policy: Policy) => string): string {
  const policies = mapDocuments(given.policies, (document) => {
    const text = rewrite(policyOf(document));
    expect(parsePolicy(text).ok).toBe(true);
    return JSON.parse(text) as PolicyDocument;
  });
  return decide({ ...given, policies });
}

test('19: printing, also in the canonical form, keeps every decision', () => {
  check(
    fc.property(scenario(), fc.boolean(), fc.nat(3), (given, canonical, indent) => {
      const decision = decideRewritten(given, (policy) =>
        printPolicy(policy, { form: canonical ? 'canonical' : undefined, indent }),
      );
      expect(decision).toBe(decide(given));
    }),
  );
});

/** One statement for each pair of an action and a resource; those of a negated element stay together. */
function splitStatement(statement: Statement): readonly Statement[] {
  const actions = partsOf(statement.action);
  const resources = statement.resource === undefined ? [undefined] : partsOf(statement.resource);
  return actions.flatMap((action) => resources.map((resource) => ({ ...statement, action, resource })));
}

function partsOf(element: ListElement): readonly ListElement[] {
  if (element.negated || element.values.length === 0) return [element];
  return element.values.map((value) => ({ ...element, values: [value] }));
}

/** One statement for those that differ in their actions alone. */
function mergeStatements(statements: readonly Statement[]): readonly Statement[] {
  const merged = new Map<string, Statement>();
  for (const [index, statement] of statements.entries()) {
    const { effect, principal, action, resource, conditions } = statement;
    const rest = [
      effect,
      principal,
      resource,
      conditions.map(({ operator, key, values }) => [operator.text, key, values]),
    ];
    // No two statements with NotAction are one: together they match what either does not name.
    const key = action.negated ? String(index) : JSON.stringify(rest);
    const values = [...(merged.get(key)?.action.values ?? []), ...action.values];
    merged.set(key, { ...statement, action: { ...action, values } });
  }
  return [...merged.values()];
}

test('19: splitting statements, and merging them again, keeps every decision', () => {
  let merged = 0;
  check(
    fc.property(scenario(), seeds, (given, chooser) => {
      const decision = decide(given);
      const split = (policy: Policy): Policy => ({
        ...policy,
        statements: chooser.shuffle(policy.statements.flatMap(splitStatement)),
      });
      expect(decideRewritten(given, (policy) => printPolicy(split(policy)))).toBe(decision);
      const merge = (policy: Policy): string => {
        const { statements, ...rest } = split(policy);
        const whole = mergeStatements(statements);
        merged += statements.length - whole.length;
        return printPolicy({ ...rest, statements: whole });
      };
      expect(decideRewritten(given, merge)).toBe(decision);
    }),
  );
  expect(merged).toBeGreaterThan(0);
});

const NAMES = ['Action', 'NotAction'] as const;

/** The statement with its lists of actions rewritten; a list that stands for very many stays as it is. */
function mapActions(
  statement: StatementDocument,
  edit: (actions: readonly string[]) => readonly string[],
): StatementDocument {
  const lists = NAMES.flatMap((name) => {
    const values = listOf(statement[name]);
    const isLong = values.some((pattern) => expansionOf(pattern).length > 200);
    return statement[name] === undefined || isLong ? [] : [[name, edit(values)] as const];
  });
  return { ...statement, ...Object.fromEntries(lists) };
}

const expansions = new Map<string, readonly string[]>();

function expansionOf(pattern: string): readonly string[] {
  const known = expansions.get(pattern) ?? expandActions(pattern);
  expansions.set(pattern, known);
  return known;
}

/**
 * The catalog's actions in place of each pattern that matches any; not of those with a wildcard in the prefix, which
 * the language does not have and which only narrow (S65).
 */
function expandAll(patterns: readonly string[]): readonly string[] {
  return patterns.flatMap((pattern) => {
    const actions = /^[^:]*[*?].*:/.test(pattern) ? [] : expansionOf(pattern);
    return actions.length === 0 ? [pattern] : actions;
  });
}

/** Scenarios about an action of the catalog, near that of the generated request. */
const catalogued = fc.tuple(scenario(), seeds).map(([given, chooser]) => {
  const prefix = given.action.slice(0, given.action.indexOf(':'));
  const others = expandActions(`${prefix}:*`);
  const known = getAction(given.action)?.fullName;
  const action = (chooser.below(4) > 0 ? known : undefined) ?? others[chooser.below(others.length)];
  return { ...given, action: action ?? 's3:GetObject' };
});

test('19: the actions that patterns stand for, in their place, decide the same about actions of the catalog', () => {
  const decisions = new Set<string>();
  check(
    fc.property(catalogued, (given) => {
      const policies = mapStatements(given.policies, (statement) => [mapActions(statement, expandAll)]);
      decisions.add(decide(given));
      expect(decide({ ...given, policies })).toBe(decide(given));
    }),
  );
  expect([...decisions].sort()).toEqual(['Allow', 'ExplicitDeny', 'ImplicitDeny']);
});

test('19: so do few patterns in place of many actions', () => {
  check(
    fc.property(catalogued, seeds, (given, chooser) => {
      const policies = mapStatements(given.policies, (statement) => [
        mapActions(statement, (actions) => {
          const prefer = chooser.below(2) === 0 ? 'patterns' : 'characters';
          return shrinkActions(expandAll(actions), { prefer });
        }),
      ]);
      expect(decide({ ...given, policies })).toBe(decide(given));
    }),
  );
});

const catalog = services();

/** Actions of one or two services: few, about half, or nearly all. */
const actionSet = fc
  .tuple(fc.nat(catalog.length - 1), fc.option(fc.nat(catalog.length - 1)), fc.nat(3), seeds)
  .map(([one, other, density, chooser]) =>
    [...new Set([one, other ?? one])].flatMap((index) =>
      (catalog[index]?.actions ?? [])
        .map(({ fullName }) => fullName)
        .filter(() => chooser.below(8) < ([1, 4, 7, 8][density] ?? 8)),
    ),
  );

const expanded = (patterns: readonly string[]): readonly string[] =>
  [...new Set(patterns.flatMap((pattern) => expandActions(pattern)))].sort();

test('19: expand undoes shrink for every set of actions', () => {
  const preferences = fc.constantFrom('patterns', 'characters');
  check(
    fc.property(actionSet, preferences, fc.nat(20), (actions, prefer, limit) => {
      const wanted = [...actions].sort();
      expect(expanded(shrinkActions(actions, { prefer }))).toEqual(wanted);
      if (limit > 4) return;
      const fitted = fitActions(actions, limit * 100);
      expect(expanded(fitted.patterns)).toEqual(wanted);
      expect(fitted.fits).toBe(JSON.stringify(fitted.patterns).length <= limit * 100);
    }),
  );
});

test('19: expand undoes shrink for all actions of the catalog, and for all of a service', () => {
  const all = catalog.flatMap(({ actions }) => actions.map(({ fullName }) => fullName));
  expect(shrinkActions(all)).toEqual(['*']);
  expect([...expandActions('*')].sort()).toEqual([...all].sort());
  for (const { prefix, actions } of catalog) {
    const names = actions.map(({ fullName }) => fullName).sort();
    expect(expandActions(`${prefix}:*`)).toEqual(names);
  }
});
