import { minimisePolicy, type MinimiseOptions } from '@policywright/analyzer';
import { policyFromValue, type Policy } from '@policywright/policy';
import type { PolicyDocument, StatementDocument } from '@policywright/scenario';
import { conditionBlock, scenario } from '@policywright/testing';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide, NO_POLICIES } from './ask.ts';
import { check } from './check.ts';
import { listOf, mapDocuments } from './editPolicies.ts';
import { Chooser } from './rearrange.ts';

const options: fc.Arbitrary<MinimiseOptions> = fc.record(
  {
    dropSids: fc.boolean(),
    dropId: fc.boolean(),
    dropVersion: fc.boolean(),
    service: fc.constant('sqs' as const),
  },
  { requiredKeys: [] },
);

const seeds = fc.nat();

/** The elements that statements exchange, each with its negation. */
const PARTS = [
  ['Action', 'NotAction'],
  ['Resource', 'NotResource'],
  ['Principal', 'NotPrincipal'],
  ['Condition'],
] as const satisfies readonly (readonly (keyof StatementDocument)[])[];

/** The statement with one part of another, so that the two differ in the rest or in this. */
function withPartOf(
  statement: StatementDocument,
  other: StatementDocument,
  names: readonly (keyof StatementDocument)[],
): StatementDocument {
  const rest = Object.entries(statement).filter(([name]) => !names.some((each) => each === name));
  const part = names.flatMap((name) => (other[name] === undefined ? [] : [[name, other[name]] as const]));
  // RCPs and NotPrincipal aside, which only some types take, any statement may have any part.
  return Object.fromEntries([...rest, ...part]) as unknown as StatementDocument;
}

/** One statement for each value of a list. */
function split(statement: StatementDocument, name: 'Action' | 'Resource'): readonly StatementDocument[] {
  const values = listOf(statement[name]);
  return values.length === 0 ? [statement] : values.map((value) => ({ ...statement, [name]: value }));
}

/** One statement for each value of each condition. */
function splitValues(statement: StatementDocument): readonly StatementDocument[] {
  return Object.entries(statement.Condition ?? {}).flatMap(([operator, keys]) =>
    Object.entries(keys).flatMap(([key, values]) =>
      listOf(values).map((value) => ({
        ...statement,
        Condition: { ...statement.Condition, [operator]: { ...keys, [key]: value } },
      })),
    ),
  );
}

/** Adds what there is to minimise: statements that repeat, widen, narrow or share parts of those that exist. */
function grow(document: PolicyDocument, chooser: Chooser): PolicyDocument {
  const statements = [...listOf(document.Statement)];
  const more: StatementDocument[] = [];
  for (let times = chooser.below(6); times > 0; times -= 1) {
    const one = statements[chooser.below(statements.length)];
    const other = statements[chooser.below(statements.length)];
    if (one === undefined || other === undefined) break;
    const part = PARTS[chooser.below(PARTS.length)] ?? PARTS[0];
    const { Condition: _, ...unconditional } = one;
    const added = [
      () => [one],
      () => [withPartOf(one, other, part)],
      () => [unconditional],
      () => split(one, 'Action'),
      () => split(one, 'Resource'),
      () => splitValues(one),
    ][chooser.below(6)]?.();
    more.push(...(added ?? []));
  }
  const labelled = chooser.shuffle([...statements, ...more]).map((statement, index) => ({
    ...statement,
    ...(chooser.below(4) === 1 && { Sid: `S${String(index)}` }),
  }));
  return { ...document, Statement: labelled };
}

function read(document: unknown): Policy {
  const result = policyFromValue(document);
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join('\n'));
  return result.policy;
}

test('19: minimising never changes a decision', () => {
  const decisions = new Set<string>();
  const kinds = new Set<string>();
  check(
    fc.property(scenario(), options, seeds, (one, minimise, seed) => {
      const chooser = new Chooser(seed);
      const policies = mapDocuments(one.policies, (document) => grow(document, chooser));
      const minimised = mapDocuments(policies, (document, layer) => {
        // Organizations policies must have their version; everywhere else it may go.
        const isOrganizations = layer === 'scps' || layer === 'rcps';
        const { text, steps } = minimisePolicy(read(document), {
          ...minimise,
          ...(isOrganizations && { dropVersion: false }),
        });
        for (const { kind } of steps) kinds.add(kind);
        return JSON.parse(text) as PolicyDocument;
      });
      const decision = decide({ ...one, policies });
      decisions.add(decision);
      expect(decide({ ...one, policies: minimised })).toBe(decision);
    }),
    250,
  );
  expect([...decisions].sort()).toEqual(['Allow', 'ExplicitDeny', 'ImplicitDeny']);
  expect(kinds.size).toBeGreaterThanOrEqual(6);
});

test('19: nor does it where statements differ in the values of one condition', () => {
  check(
    fc.property(scenario(), conditionBlock(), fc.constantFrom('Allow', 'Deny'), (one, generated, Effect) => {
      // The request's context is aimed at the conditions of its scenario.
      const own = Object.values(one.policies)
        .flat(2)
        .flatMap((document) => listOf((document as PolicyDocument | null)?.Statement))
        .find((statement) => statement.Condition !== undefined)?.Condition;
      const Statement = splitValues({ Effect, Action: '*', Resource: '*', Condition: own ?? generated });
      const everything: StatementDocument = { Effect: 'Allow', Action: '*', Resource: '*' };
      const document: PolicyDocument = {
        Version: '2012-10-17',
        Statement: Effect === 'Deny' ? [...Statement, everything] : Statement,
      };
      const minimised = JSON.parse(minimisePolicy(read(document)).text) as PolicyDocument;
      const ask = (identity: PolicyDocument): string =>
        decide({ ...one, policies: { ...NO_POLICIES, identity: [identity] } });
      expect(ask(minimised)).toBe(ask(document));
    }),
  );
});

test('19: minimising never makes longer, and minimising again changes nothing', () => {
  check(
    fc.property(scenario(), options, seeds, ({ policies }, minimise, seed) => {
      const chooser = new Chooser(seed);
      mapDocuments(policies, (document) => {
        const first = minimisePolicy(read(grow(document, chooser)), minimise);
        expect(first.after).toBeLessThanOrEqual(first.before);
        const second = minimisePolicy(first.policy, minimise);
        expect(second.text).toBe(first.text);
        return document;
      });
    }),
  );
});
