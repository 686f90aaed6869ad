import type { Decision, PolicySet } from '@policywright/evaluator';
import {
  POLICY_TYPES,
  policyFromValue,
  type Policy,
  type PolicyType,
  type Statement,
} from '@policywright/policy';
import {
  mapPolicies,
  policySetOf,
  requestOf,
  type PolicyDocument,
  type ResourcePolicyDocument,
  type StatementDocument,
} from '@policywright/scenario';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { interpret } from '../reference/index.ts';
import { simplerDocuments } from './_internals/simplify/simplerDocuments.ts';
import { simplerScenarios } from './_internals/simplify/simplerScenarios.ts';
import { policyDocument } from './policyDocument.ts';
import { scenario, type GeneratedScenario } from './scenario.ts';

/** Those that come first upon a policy that decides alone: an SCP or a trust policy needs another beside it. */
const SEEDS = [1, 2, 3, 4, 5, 7, 8, 10, 11, 12];

/** A fault of an interpreter: what it takes each statement for. */
type Fault = (statement: Statement) => Statement;

function decide(given: GeneratedScenario, fault: Fault): Decision {
  const replace = (policy: Policy): Policy => ({ ...policy, statements: policy.statements.map(fault) });
  const policies: PolicySet = mapPolicies(
    policySetOf(given.policies, given.flags, requestOf(given)),
    replace,
  );
  return interpret(policies, requestOf(given)).decision;
}

/** The scenario that fast-check ends at when an interpreter has a fault. */
function shrunk(fault: Fault, seed: number): GeneratedScenario {
  const agree = (given: GeneratedScenario): boolean => decide(given, fault) === decide(given, (same) => same);
  const { counterexample } = fc.check(fc.property(scenario(), agree), { seed, numRuns: 20_000 });
  const [found] = counterexample ?? [];
  if (found === undefined) throw new Error('the fault was not found');
  return found;
}

function statementsOf({ policies }: GeneratedScenario): readonly StatementDocument[] {
  const { identity, resource, boundary, session, scps, rcps, vpcEndpoint } = policies;
  const documents = [
    identity,
    attached(resource),
    boundary,
    session,
    scps.flat(),
    rcps.flat(),
    vpcEndpoint ?? [],
  ].flat();
  return documents.flatMap(({ Statement }) => Statement);
}

/** The documents that hang on the resource, and on what lies behind it. */
function attached(resource: GeneratedScenario['policies']['resource']): readonly PolicyDocument[] {
  const all: readonly ResourcePolicyDocument[] = Array.isArray(resource) ? resource : [resource];
  return all.flatMap((document) => (document !== null && 'Statement' in document ? [document] : []));
}

const entries = (list: unknown): number => (Array.isArray(list) ? list.length : 1);

describe('a planted fault shrinks to a small scenario', () => {
  test.each(SEEDS)('NotAction read as Action: one statement, one action (seed %i)', (seed) => {
    const found = shrunk(
      (statement) => ({ ...statement, action: { ...statement.action, negated: false } }),
      seed,
    );
    const statements = statementsOf(found);
    expect(statements, JSON.stringify(found)).toHaveLength(1);
    expect(entries(statements[0]?.NotAction)).toBe(1);
    expect(statements[0]).not.toHaveProperty('Condition');
  });

  test.each(SEEDS)('conditions not looked at: one statement, one condition (seed %i)', (seed) => {
    const found = shrunk((statement) => ({ ...statement, conditions: [] }), seed);
    const statements = statementsOf(found);
    expect(statements, JSON.stringify(found)).toHaveLength(1);
    expect(Object.keys(statements[0]?.Condition ?? {})).toHaveLength(1);
  });
});

test.each(POLICY_TYPES)('a document of type %s shrinks to documents of that type', (type: PolicyType) => {
  fc.assert(
    fc.property(policyDocument({ type }), (document) => {
      for (const simpler of simplerDocuments(document)) {
        const { diagnostics } = policyFromValue(simpler, { type });
        expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      }
    }),
  );
});

test('every step of shrinking leads to a shorter file, so that it ends', () => {
  fc.assert(
    fc.property(scenario(), (given) => {
      for (const simpler of simplerScenarios(given)) expect(size(simpler)).toBeLessThan(size(given));
    }),
    { numRuns: 300 },
  );
});

/** Of the JSON: other layers count more than identity, `?` more than `*`, other callers more than the plain one. */
function size({ principal, ...given }: GeneratedScenario): number {
  const { identity, ...others } = given.policies;
  const plain = principal === 'arn:aws:iam::111122223333:user/alice' ? 0 : 1;
  const text = JSON.stringify(given.policies);
  const marks = text.length - text.replaceAll('?', '').length;
  return (
    100 * JSON.stringify(others).length +
    JSON.stringify({ ...given, policies: identity }).length +
    plain +
    marks
  );
}
