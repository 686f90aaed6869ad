import type { Request } from '@policywright/evaluator';
import type { Workload } from '../workload/workload.ts';

/** Asks an engine one request that was translated beforehand: true is allowed. */
export type Question = () => boolean | Promise<boolean>;

/** An engine under measurement. */
export interface Peer {
  /** Under which the table shows it. */
  readonly name: string;
  /** The package whose version the table gives. */
  readonly packageName: string;
  /** What was prepared beforehand and what the engine does not do. */
  readonly remark: string;
  /**
   * Translates a workload and prepares its policies as far as the engine allows.
   *
   * @returns what translates one request.
   */
  prepare(workload: Workload): Promise<(request: Request) => Question>;
}
