import { readFileSync } from 'node:fs';
import { interpret } from '@policywright/testing';
import { readScenarios, runScenarios, type ScenarioDecider } from '@policywright/testing/scenario';
import { expect, test } from 'vitest';

const file = readScenarios(readFileSync(new URL('../scenarios/semantics.json', import.meta.url), 'utf8'), {
  file: 'semantics.json',
});

function failures(decide?: ScenarioDecider): readonly unknown[] {
  return runScenarios([file], decide).results.filter((result) => !result.passed);
}

test('the corpus is read whole', () => {
  expect(file.diagnostics).toEqual([]);
  expect(file.scenarios).toHaveLength(204);
  expect(file.scenarios.every((reading) => reading.ok && reading.scenario.expected !== undefined)).toBe(true);
});

test('the reference interpreter decides every scenario as documented', () => {
  expect(failures(({ policies, request }) => interpret(policies, request).decision)).toEqual([]);
});

test('the evaluator decides every scenario as documented', () => {
  expect(failures()).toEqual([]);
});
