import { compile, type Decision } from '@policywright/evaluator';
import type { CallRunner } from '../model/callRunner.ts';
import type { ScenarioOutcome } from '../model/callScenario.ts';
import type { Scenario, ScenarioFile, ScenarioReading } from '../model/scenario.ts';
import { describeErrors } from '../read/describeErrors.ts';

/** What came of one scenario. */
export interface ScenarioResult {
  readonly file: string;
  /** Empty for a file that could not be read at all. */
  readonly id: string;
  readonly passed: boolean;
  readonly expected: ScenarioOutcome | null;
  /** `null` where the scenario could not be run. */
  readonly actual: ScenarioOutcome | null;
  /** Why it could not be run. */
  readonly error?: string;
}

/** The outcome of a run, in the form that `policywright test --format json` prints. */
export interface ScenarioReport {
  readonly total: number;
  readonly passed: number;
  readonly failed: number;
  readonly results: readonly ScenarioResult[];
}

/**
 * Runs the scenarios that expect a decision.
 *
 * @param files - scenario files as read; one that could not be read is one failure, a scenario that could
 * not be read is one, and one that expects nothing is passed over.
 * @param decide - what decides; the evaluator unless given.
 * @param calls - what decides scenarios with `operation`, which cannot be run without it.
 * @returns the results in order. Never throws.
 */
export function runScenarios(
  files: readonly ScenarioFile[],
  decide: ScenarioDecider = decideScenario,
  calls?: Pick<CallRunner, 'decide'>,
): ScenarioReport {
  const results = files.flatMap((file) => runFile(file, { decide, calls }));
  const passed = results.filter((result) => result.passed).length;
  return { total: results.length, passed, failed: results.length - passed, results };
}

/** Decides the request of a scenario under its policies. */
export type ScenarioDecider = (scenario: Scenario) => Decision;

interface ScenarioRunners {
  readonly decide: ScenarioDecider;
  readonly calls: Pick<CallRunner, 'decide'> | undefined;
}

/** Decides a scenario with the evaluator. */
export function decideScenario(scenario: Scenario): Decision {
  return compile(scenario.policies).decide(scenario.request);
}

const NO_CALLS = 'what an operation needs is not known here; `policywright test` decides it';

function outcomeOf(
  reading: Extract<ScenarioReading, { ok: true }>,
  { decide, calls }: ScenarioRunners,
): ScenarioOutcome | undefined {
  return reading.asks === 'action' ? decide(reading.scenario) : calls?.decide(reading.scenario);
}

function runFile({ file, scenarios, diagnostics }: ScenarioFile, runners: ScenarioRunners): ScenarioResult[] {
  const ofFile = diagnostics.some(({ severity }) => severity === 'error')
    ? [{ file, id: '', passed: false, expected: null, actual: null, error: describeErrors(diagnostics) }]
    : [];
  return [...ofFile, ...scenarios.flatMap((reading) => runReading(file, reading, runners) ?? [])];
}

function runReading(
  file: string,
  reading: ScenarioReading,
  runners: ScenarioRunners,
): ScenarioResult | undefined {
  const { id } = reading;
  if (!reading.ok) {
    const expected = reading.expected ?? null;
    return { file, id, passed: false, expected, actual: null, error: describeErrors(reading.diagnostics) };
  }
  const { expected } = reading.scenario;
  if (expected === undefined) return undefined;
  try {
    const actual = outcomeOf(reading, runners);
    if (actual === undefined) return { file, id, passed: false, expected, actual: null, error: NO_CALLS };
    return { file, id, passed: actual === expected, expected, actual };
  } catch (error) {
    // Nothing here should throw; if it does, the other scenarios still count.
    return { file, id, passed: false, expected, actual: null, error: `internal error: ${String(error)}` };
  }
}
