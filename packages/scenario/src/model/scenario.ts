import type { PolicySet, Request } from '@policywright/evaluator';
import type { CallScenario, ScenarioOutcome } from './callScenario.ts';
import type { ScenarioDiagnostic } from './scenarioDiagnostic.ts';
import type { ScenarioNotes } from './scenarioNotes.ts';
import type { WrittenScenario } from './writtenScenario.ts';

/** A request, the policies that bear on it, and the decision that somebody expects. */
export interface Scenario extends ScenarioNotes {
  readonly request: Request;
  readonly policies: PolicySet;
}

/** What became of one scenario of a file. */
export type ScenarioReading = ReadableScenario | ReadableCall | UnreadableScenario;

interface ScenarioPlace {
  /** As written, or `#3` where the fourth scenario of a file has none. */
  readonly id: string;
  /** JSON pointer of the scenario in its file: `/3`, or the empty text for a lone object. */
  readonly pointer: string;
  readonly diagnostics: readonly ScenarioDiagnostic[];
  /** `undefined` where it is no object. */
  readonly written: WrittenScenario | undefined;
}

/** A scenario that can be run; its diagnostics are warnings. */
export interface ReadableScenario extends ScenarioPlace {
  readonly ok: true;
  readonly asks: 'action';
  readonly scenario: Scenario;
}

/** A scenario with `operation` that can be run where a {@link CallRunner} is; its diagnostics are warnings. */
export interface ReadableCall extends ScenarioPlace {
  readonly ok: true;
  readonly asks: 'operation';
  readonly scenario: CallScenario;
}

/** A scenario with at least one error. */
export interface UnreadableScenario extends ScenarioPlace {
  readonly ok: false;
  readonly expected: ScenarioOutcome | undefined;
}

/** A scenario file, read. */
export interface ScenarioFile {
  /** The name under which reports mention it. */
  readonly file: string;
  /** What ranges and offsets point into. */
  readonly text: string;
  readonly scenarios: readonly ScenarioReading[];
  /** What is wrong with the file as a whole; each scenario carries its own. */
  readonly diagnostics: readonly ScenarioDiagnostic[];
}
