import type { LayerKind, PolicySetFlags, Request } from '@policywright/evaluator';
import type { JsonNode } from '@policywright/policy';
import type { ScenarioOutcome } from './callScenario.ts';
import type { ScenarioNotes } from './scenarioNotes.ts';

/** A policy document of a scenario, whether or not it can be read. */
export interface WrittenDocument {
  readonly layer: LayerKind;
  /**
   * For SCPs and RCPs, the level from the root of the organization. For the policies of a resource, 0; of what lies
   * behind it, from 1 in the order of `underlying` (rule S210). 0 elsewhere.
   */
  readonly level: number;
  /** As it stands in the file; a policy that is given by name is written out (rule S171). */
  readonly node: JsonNode;
}

/** What a scenario says, its documents as they are written: for editors, which show what has errors, too. */
export interface WrittenScenario extends ScenarioNotes<ScenarioOutcome> {
  /** `undefined` where it could not be read, and where the scenario asks for an operation. */
  readonly request: Request | undefined;
  /** The operation that the scenario asks for in place of an action. */
  readonly operation: string | undefined;
  readonly flags: PolicySetFlags | undefined;
  /** Layer by layer in the order of {@link LayerKind}. */
  readonly documents: readonly WrittenDocument[];
  /** How many levels of SCPs and RCPs there are, those without a document included. */
  readonly levels: Readonly<Record<'scp' | 'rcp', number>>;
  /** The grants of the KMS key as they stand in the file (rule S208). */
  readonly grants: JsonNode | undefined;
}
