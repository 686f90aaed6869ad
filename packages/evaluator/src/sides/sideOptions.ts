import type { KeyTable } from '@policywright/conditions';
import type { EvaluatorOptions } from '../options.ts';

/** How to compile a side. */
export interface SideOptions extends EvaluatorOptions {
  /**
   * Gives context keys their slots. Sides that share a table are joined as they are, so that many of each cost as
   * many compilations as there are sides; others are compiled anew for each other.
   */
  readonly keys?: KeyTable | undefined;
}
