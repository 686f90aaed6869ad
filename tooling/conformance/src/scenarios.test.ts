import { readFileSync } from 'node:fs';
import { compile } from '@policywright/evaluator';
import { actionScenario, runScenarios, type Scenario, type ScenarioDecider } from '@policywright/scenario';
import { interpret } from '@policywright/testing';
import { describe, expect, test } from 'vitest';
import { loadScenarios, type CorpusFile } from './loadScenarios.ts';

/** Areas of the corpus beside `semantics`, which goes rule by rule. */
const AREAS = ['dynamodb', 'ecs', 'iam', 'kms', 'lambda', 'organizations', 's3', 'sns', 'sqs', 'sts'];

/** Rules whose edge lies between callers, operations or accounts, so that both of its sides have scenarios. */
const EDGE_RULES = [
  'S33',
  'S52',
  'S163',
  'S167',
  'S169',
  'S171',
  'S172',
  'S174',
  'S176',
  'S195',
  'S196',
].concat(Array.from({ length: 14 }, (_, index) => `S${String(198 + index)}`));

const files = loadScenarios();
const areas = files.filter(({ area }) => area !== 'semantics');
const rules: ReadonlySet<string> = new Set(
  readFileSync(new URL('../../../docs/semantics.md', import.meta.url), 'utf8').match(
    /(?<=^\*\*)S\d+(?=\*\*)/gm,
  ),
);

function readableOf({ scenarios }: CorpusFile): readonly Scenario[] {
  return scenarios.flatMap((reading) => actionScenario(reading) ?? []);
}

function failures(corpus: readonly CorpusFile[], decide?: ScenarioDecider): readonly unknown[] {
  return runScenarios(corpus, decide).results.filter((result) => !result.passed);
}

describe('the corpus', () => {
  test('has every area', () => {
    expect(areas.map(({ area }) => area)).toEqual(AREAS);
  });

  test('has at least 1,400 scenarios, 204 of them rule by rule and 40 in each area', () => {
    const total = files.reduce((sum, { scenarios }) => sum + scenarios.length, 0);
    expect(total).toBeGreaterThanOrEqual(1400);
    expect(files.find(({ area }) => area === 'semantics')?.scenarios.length).toBeGreaterThanOrEqual(204);
    expect(areas.filter(({ scenarios }) => scenarios.length < 40)).toEqual([]);
  });

  test('has an id for each scenario that no other file uses', () => {
    const ids = files.flatMap(({ scenarios }) => scenarios.map(({ id }) => id));
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const misnamed = areas.flatMap(({ area, scenarios }) =>
      scenarios.filter(({ id }) => !id.startsWith(`${area}-`)).map(({ id }) => id),
    );
    expect(misnamed).toEqual([]);
  });

  test('shows each rule of credentials, reach and resources at its edge', () => {
    const all = files.flatMap(readableOf);
    const decisions = EDGE_RULES.map((rule) => {
      const expected = all.filter((scenario) => scenario.rule === rule).map((scenario) => scenario.expected);
      return { rule, isEnough: expected.length >= 4, hasBothSides: new Set(expected).size >= 2 };
    });
    expect(decisions.filter(({ isEnough, hasBothSides }) => !isEnough || !hasBothSides)).toEqual([]);
  });

  test('has no request twice', () => {
    const seen = new Set<string>();
    const repeated = areas.flatMap(readableOf).filter(({ request, policies }) => {
      const text = JSON.stringify([request, policies]);
      return seen.size === seen.add(text).size;
    });
    expect(repeated.map(({ id }) => id)).toEqual([]);
  });
});

describe.each(files.map((file) => [file.area, file] as const))('%s', (area, file) => {
  test('is read whole: each policy parses, each scenario says what it expects and why', () => {
    const findings = file.findings.filter(
      ({ severity, code }) => severity === 'error' || code.startsWith('scenario-'),
    );
    expect(findings).toEqual([]);
    expect(readableOf(file)).toHaveLength(file.scenarios.length);
    const vague = readableOf(file).filter(({ expected, title, why }) => !expected || !title || !why);
    expect(vague.map(({ id }) => id)).toEqual([]);
  });

  test('names a rule of docs/semantics.md in each scenario, and its source', () => {
    const scenarios = readableOf(file);
    expect(scenarios.filter(({ rule }) => !rules.has(rule ?? '')).map(({ id }) => id)).toEqual([]);
    const unsourced = scenarios.filter(({ source }) => !source);
    if (area !== 'semantics') expect(unsourced.map(({ id }) => id)).toEqual([]);
  });

  test('the evaluator decides every scenario as documented', () => {
    expect(failures([file])).toEqual([]);
  });

  test('the reference interpreter decides every scenario as documented', () => {
    const decide: ScenarioDecider = ({ policies, request }) => interpret(policies, request).decision;
    expect(failures([file], decide)).toEqual([]);
  });

  test('the explanation of every scenario gives the same decision, by the statement that it names', () => {
    expect(failures([file], explainedDecision)).toEqual([]);
  });
});

/** The decision that an explanation gives, if what it says of statements and layers bears the decision out. */
function explainedDecision({ policies, request }: Scenario): ReturnType<ScenarioDecider> {
  const { decision, decisive, layers, rule, summary } = compile(policies).explain(request);
  const denying = layers.flatMap(({ statements, verdict }) =>
    verdict === 'notApplicable'
      ? []
      : statements.filter(({ effect, applies }) => effect === 'Deny' && applies).map(({ ref }) => ref),
  );
  const sound = decision === 'ExplicitDeny' ? denying.includes(decisive?.ref ?? '') : denying.length === 0;
  if (!sound && !EXEMPT.has(rule)) throw new Error(`explained as ${summary}`);
  return decision;
}

/** Rules by which an action is allowed though a statement denies it. */
const EXEMPT: ReadonlySet<string> = new Set(['S173', 'S174']);
