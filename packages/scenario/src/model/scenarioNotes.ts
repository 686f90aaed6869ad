import type { Decision } from '@policywright/evaluator';

/** What a scenario says besides its request and its policies. */
export interface ScenarioNotes<Expected = Decision> {
  readonly id: string;
  readonly title: string | undefined;
  /** The rule of the language that the scenario shows. */
  readonly rule: string | undefined;
  readonly why: string | undefined;
  /** Title of the page that the scenario follows. */
  readonly source: string | undefined;
  /** Absent in a scenario that only asks. */
  readonly expected: Expected | undefined;
}
