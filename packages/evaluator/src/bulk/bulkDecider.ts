import { KeyTable } from '@policywright/conditions';
import type { EvaluatorOptions } from '../options.ts';
import type { PrincipalPolicies } from '../sides/principalSide.ts';
import type { ResourcePolicies } from '../sides/resourceSide.ts';
import { ActionNumbers } from './actionNumbers.ts';
import { BulkPolicies } from './bulkPolicies.ts';
import {
  bulkEndpoint,
  bulkPrincipal,
  bulkResource,
  type BulkPrincipal,
  type BulkResource,
} from './bulkSides.ts';
import type { DecisionCube } from './decisionCube.ts';
import type { DecisionRow } from './decisionRow.ts';
import { RowMaker } from './rowMaker.ts';
import { RowReader } from './rowReader.ts';
import { SingleDecisions } from './singleDecisions.ts';

/** What is the same for all rows of a decider. */
export type DeciderCube = Omit<DecisionCube, 'principals' | 'resources'>;

/** Decides rows of a cube in any order: each side is compiled when it is first named, and kept by the caller. */
export class BulkDecider {
  readonly #cube: DeciderCube;
  readonly #compiler: BulkPolicies;
  readonly #rows: RowReader;
  readonly #singles: SingleDecisions;
  readonly #maker: RowMaker;
  #resource: BulkResource | undefined;

  /**
   * @param cube - actions, and what is known of the context.
   * @param options - readings of open questions.
   */
  constructor(cube: DeciderCube, options: EvaluatorOptions = {}) {
    const keys = new KeyTable();
    const numbers = new ActionNumbers(cube.actions, options);
    this.#cube = cube;
    this.#compiler = new BulkPolicies({ keys, numbers, evaluator: options });
    const endpoint = bulkEndpoint(cube.endpoint, numbers, this.#compiler);
    this.#rows = new RowReader({ keys, endpoint, unknown: cube.unknown });
    this.#singles = new SingleDecisions(cube, numbers, options);
    this.#maker = new RowMaker(numbers, cube.unknown === undefined ? ['least'] : ['least', 'most']);
  }

  /** Compiles a principal, for `row`. */
  principal(policies: PrincipalPolicies): BulkPrincipal {
    return bulkPrincipal(policies, this.#cube.context, this.#compiler);
  }

  /** Compiles a resource, for `row`. */
  resource(policies: ResourcePolicies): BulkResource {
    return bulkResource(policies, this.#compiler);
  }

  /**
   * Decides all actions. Rows of one resource after the other cost least.
   *
   * @param principal - compiled by this decider, as is the resource.
   * @param resource - what is asked for.
   */
  row(principal: BulkPrincipal, resource: BulkResource): DecisionRow {
    if (resource !== this.#resource) {
      this.#resource = resource;
      this.#maker.nextResource();
    }
    const row = this.#rows.read(principal, resource);
    return this.#singles.complete(this.#maker.make(row), row);
  }
}
