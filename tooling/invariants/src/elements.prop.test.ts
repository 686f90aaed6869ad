import type { ConditionDocument, OneOrMany, StatementDocument } from '@policywright/scenario';
import { actionName, arn, pattern, scenario } from '@policywright/testing';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { applies, decide, explain } from './ask.ts';
import { check } from './check.ts';
import { listOf, mapStatements } from './editPolicies.ts';
import { Chooser, rearrange } from './rearrange.ts';

const choices = fc.nat().map((seed) => new Chooser(seed));

/** Action patterns without a wildcard in the prefix, which would be a mistake (S65). */
const actionPattern = fc
  .tuple(actionName(), pattern(fc.constantFrom('GetObject', 'RunTask', 'SendMessage')))
  .map(([name, end]) => `${name.slice(0, name.indexOf(':'))}:${end}`);
const actionPatterns = fc.array(fc.oneof(actionPattern, fc.constant('*')), { minLength: 1, maxLength: 3 });
const resourcePatterns = fc.array(pattern(arn()), { minLength: 1, maxLength: 3 });

test('5: exactly one of Action and NotAction matches', () => {
  check(
    fc.property(actionPatterns, actionName(), (patterns, action) => {
      const positive = applies({ statement: { Action: patterns }, action });
      const negative = applies({ statement: { NotAction: patterns }, action });
      expect(positive).toBe(!negative);
    }),
  );
});

test('5: exactly one of Resource and NotResource matches', () => {
  check(
    fc.property(resourcePatterns, arn(), (patterns, resource) => {
      const positive = applies({ statement: { Resource: patterns }, resource });
      const negative = applies({ statement: { NotResource: patterns }, resource });
      expect(positive).toBe(!negative);
    }),
  );
});

type ListName = 'Action' | 'Resource';

function splitList(statement: StatementDocument, name: ListName): readonly StatementDocument[] {
  const values = listOf(statement[name]);
  return values.length < 2 ? [statement] : values.map((value) => ({ ...statement, [name]: value }));
}

function splitPrincipal(statement: StatementDocument): readonly StatementDocument[] {
  const { Principal } = statement;
  if (Principal === undefined || Principal === '*') return [statement];
  return Object.entries(Principal).flatMap(([kind, values]) =>
    listOf(values).map((value) => ({ ...statement, Principal: { [kind]: value } })),
  );
}

/** Splits the values of the first condition that is positive and asks for one of its values. */
function splitValues(statement: StatementDocument): readonly StatementDocument[] {
  for (const [operator, keys] of Object.entries(statement.Condition ?? {})) {
    if (/not|forallvalues/i.test(operator)) continue;
    for (const [key, values] of Object.entries(keys)) {
      if (listOf(values).length < 2) continue;
      return listOf(values).map((value) => ({
        ...statement,
        Condition: { ...statement.Condition, [operator]: { ...keys, [key]: value } },
      }));
    }
  }
  return [statement];
}

test.each([
  ['Action', (statement: StatementDocument) => splitList(statement, 'Action')],
  ['Resource', (statement: StatementDocument) => splitList(statement, 'Resource')],
  ['Principal', splitPrincipal],
  ['the values of positive operators', splitValues],
] as const)('6: a list is as many statements: %s', (_, split) => {
  check(
    fc.property(scenario(), (given) => {
      expect(decide({ ...given, policies: mapStatements(given.policies, split) })).toBe(decide(given));
    }),
  );
});

/** Each value of each negated operator in a condition of its own: two spellings of one operator are two operators. */
function norOf(condition: ConditionDocument): readonly ConditionDocument[] {
  return Object.entries(condition).flatMap(([operator, keys]) =>
    Object.entries(keys).flatMap(([key, values]) => {
      const split = /not/i.test(operator) && !/foranyvalue/i.test(operator) && listOf(values).length > 1;
      return (split ? listOf(values) : [values]).map((value) => ({ [operator]: { [key]: value } }));
    }),
  );
}

test('6: a negated operator over a list is NOR', () => {
  check(
    fc.property(scenario(), (given) => {
      for (const { Condition } of statementsWithCondition(given.policies)) {
        const whole = applies({ statement: { Condition }, context: given.context });
        const parts = norOf(Condition).map((part) =>
          applies({ statement: { Condition: part }, context: given.context }),
        );
        expect(whole).toBe(parts.every(Boolean));
      }
    }),
  );
});

function statementsWithCondition(
  policies: Parameters<typeof mapStatements>[0],
): readonly { readonly Condition: ConditionDocument }[] {
  const found: { Condition: ConditionDocument }[] = [];
  mapStatements(policies, (statement) => {
    if (statement.Condition !== undefined) found.push({ Condition: statement.Condition });
    return [statement];
  });
  return found;
}

/** Without one of the (operator, key) pairs. */
function dropCondition(statement: StatementDocument, chooser: Chooser): StatementDocument {
  const pairs = Object.entries(statement.Condition ?? {}).flatMap(([operator, keys]) =>
    Object.keys(keys).map((key) => ({ operator, key })),
  );
  const dropped = pairs[chooser.below(pairs.length)];
  const kept = Object.entries(statement.Condition ?? {}).map(([operator, keys]) => {
    const entries = Object.entries(keys).filter(
      ([key]) => operator !== dropped?.operator || key !== dropped.key,
    );
    return [operator, Object.fromEntries(entries)] as const;
  });
  const Condition = Object.fromEntries(kept.filter(([, keys]) => Object.keys(keys).length > 0));
  const { Condition: _, ...rest } = statement;
  return Object.keys(Condition).length === 0 ? rest : { ...rest, Condition };
}

test('7: a statement that matches still does without one of its conditions', () => {
  check(
    fc.property(scenario(), choices, (given, chooser) => {
      const policies = mapStatements(given.policies, (statement) => [dropCondition(statement, chooser)]);
      // The edit makes every lone statement a list of one, so that pointers are compared on that form.
      const before = applying({
        ...given,
        policies: mapStatements(given.policies, (statement) => [statement]),
      });
      const after = applying({ ...given, policies });
      expect(before.filter((ref) => !after.includes(ref))).toEqual([]);
    }),
  );
});

function applying(given: Parameters<typeof explain>[0]): readonly string[] {
  return explain(given).layers.flatMap(({ statements }) =>
    statements.filter((statement) => statement.applies).map(({ ref }) => ref),
  );
}

/** Every lone value of a list element as a list of one, and every list of one as a lone value. */
function toggleLists(statement: StatementDocument): StatementDocument {
  const toggle = <Value>(values: OneOrMany<Value>): OneOrMany<Value> => {
    const list = listOf(values);
    if (!Array.isArray(values)) return list;
    const [only] = list;
    return list.length === 1 && only !== undefined ? only : list;
  };
  const Condition = Object.entries(statement.Condition ?? {}).map(([operator, keys]) => {
    const entries = Object.entries(keys).map(([key, values]) => [key, toggle(values)] as const);
    return [operator, Object.fromEntries(entries)] as const;
  });
  const lists = (['Action', 'NotAction', 'Resource', 'NotResource'] as const).flatMap((name) => {
    const values = statement[name];
    return values === undefined ? [] : [[name, toggle(values)] as const];
  });
  return {
    ...statement,
    ...Object.fromEntries(lists),
    ...(Condition.length > 0 && { Condition: Object.fromEntries(Condition) }),
  };
}

test('7: a lone value is a list of one', () => {
  check(
    fc.property(scenario(), (given) => {
      const policies = mapStatements(given.policies, (statement) => [toggleLists(statement)]);
      expect(decide({ ...given, policies })).toBe(decide(given));
    }),
  );
});

test('8: context keys that no policy mentions change nothing', () => {
  const extra = fc.dictionary(
    fc.constantFrom('x:a', 'X:A', 'aws:Unmentioned', '__proto__', 'constructor'),
    fc.oneof(fc.string(), fc.boolean(), fc.array(fc.string())),
  );
  check(
    fc.property(scenario(), extra, (given, keys) => {
      const context = Object.fromEntries([...Object.entries(given.context), ...Object.entries(keys)]);
      expect(decide({ ...given, context })).toBe(decide(given));
    }),
  );
});

function recase(statement: StatementDocument, chooser: Chooser): StatementDocument {
  const Condition = Object.entries(statement.Condition ?? {}).map(([operator, keys]) => {
    const entries = Object.entries(keys).map(([key, values]) => [chooser.recase(key), values] as const);
    return [chooser.recase(operator), Object.fromEntries(entries)] as const;
  });
  const lists = (['Action', 'NotAction'] as const).flatMap((name) => {
    const values = statement[name];
    return values === undefined
      ? []
      : [[name, listOf(values).map((value) => chooser.recase(value))] as const];
  });
  return {
    ...statement,
    ...Object.fromEntries(lists),
    ...(Condition.length > 0 && { Condition: Object.fromEntries(Condition) }),
  };
}

test('8: the case of actions, operators and keys changes nothing', () => {
  check(
    fc.property(scenario(), choices, (given, chooser) => {
      const policies = mapStatements(given.policies, (statement) => [recase(statement, chooser)]);
      const context = Object.entries(given.context).map(
        ([name, value]) => [isPairForGrants(name) ? name : chooser.recase(name), value] as const,
      );
      const recased = {
        ...given,
        action: chooser.recase(given.action),
        policies,
        context: hasTwins(given.context) ? given.context : Object.fromEntries(context),
      };
      expect(decide(recased)).toBe(decide(given));
    }),
  );
});

/** S208: grants compare the names of an encryption context to the letter. */
function isPairForGrants(name: string): boolean {
  return name.toLowerCase().startsWith('kms:encryptioncontext:');
}

/** Whether two keys differ only in case (S74). */
function hasTwins(context: object): boolean {
  const names = Object.keys(context).map((name) => name.toLowerCase());
  return new Set(names).size !== names.length;
}

/** The text with one of its letters in the other case. */
function otherCase(text: string, chooser: Chooser): string {
  const letters = [...text.matchAll(/[a-zA-Z]/g)].map((match) => match.index);
  const index = letters[chooser.below(letters.length)] ?? 0;
  const letter = text.charAt(index);
  const other = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
  return text.slice(0, index) + other + text.slice(index + 1);
}

test('8: the case of a literal resource and of a StringEquals value counts', () => {
  check(
    fc.property(arn(), choices, (resource, chooser) => {
      expect(applies({ statement: { Resource: resource }, resource })).toBe(true);
      expect(applies({ statement: { Resource: otherCase(resource, chooser) }, resource })).toBe(false);
      const ask = (value: string): boolean =>
        applies({ statement: { Condition: { StringEquals: { k: value } } }, context: { k: resource } });
      expect([ask(resource), ask(otherCase(resource, chooser))]).toEqual([true, false]);
    }),
  );
});

test('2: the order of values in the context changes nothing', () => {
  check(
    fc.property(scenario(), choices, (given, chooser) => {
      // Two spellings of one key are ambiguous if their lists differ, in order too.
      if (hasTwins(given.context)) return;
      const context = rearrange(given.context, chooser) as typeof given.context;
      expect(decide({ ...given, context })).toBe(decide(given));
    }),
  );
});
