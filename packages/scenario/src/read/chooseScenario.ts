import type { ScenarioFile, ScenarioReading } from '../model/scenario.ts';

/** The scenario of a file that was asked for, or why there is none. */
export type ScenarioChoice =
  | { readonly ok: true; readonly reading: ScenarioReading }
  | {
      readonly ok: false;
      /**
       * `empty`: the file has no scenario. `several`: it has more than one, and no id was given. `unknown-id`: none
       * has the id. `repeated-id`: several have it.
       */
      readonly problem: 'empty' | 'several' | 'unknown-id' | 'repeated-id';
      /** Of all scenarios, in the order of the file. */
      readonly ids: readonly string[];
    };

/**
 * Chooses one scenario of a file.
 *
 * @param file - as read.
 * @param id - which one; needed where there are several.
 */
export function chooseScenario({ scenarios }: ScenarioFile, id?: string): ScenarioChoice {
  const candidates = id === undefined ? scenarios : scenarios.filter((scenario) => scenario.id === id);
  const [reading, second] = candidates;
  if (reading !== undefined && second === undefined) return { ok: true, reading };
  const ids = scenarios.map((scenario) => scenario.id);
  if (scenarios.length === 0) return { ok: false, problem: 'empty', ids };
  if (id === undefined) return { ok: false, problem: 'several', ids };
  return { ok: false, problem: second === undefined ? 'unknown-id' : 'repeated-id', ids };
}
