import type { ScenarioResult } from '../run/runScenarios.ts';

/** Why a scenario counts as failed, as one sentence of foreign text. */
export function explainResult({ expected, actual, error }: ScenarioResult): string {
  return error ?? `expected ${String(expected)}, got ${String(actual)}`;
}
