import type { ScenarioFile } from '@policywright/scenario';
import type { ExplainingRunner } from './callRunner.ts';

/**
 * Loads what decides scenarios with `operation`: the facts about calls take time, and most files have none.
 *
 * @param files - scenario files as read.
 * @returns `undefined` where no scenario needs it.
 */
export async function loadCallRunner(files: readonly ScenarioFile[]): Promise<ExplainingRunner | undefined> {
  const needed = files.some(({ scenarios }) =>
    scenarios.some(({ written }) => written?.operation !== undefined),
  );
  if (!needed) return undefined;
  const { callRunner } = await import('./callRunner.ts');
  return callRunner;
}
