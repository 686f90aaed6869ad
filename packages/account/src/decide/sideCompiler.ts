import { KeyTable } from '@policywright/conditions';
import {
  compilePrincipal,
  compileResource,
  type PrincipalSide,
  type ResourceSide,
} from '@policywright/evaluator';
import type { PlacedPrincipal } from '../landscape/placedPrincipal.ts';
import type { PlacedResource } from '../landscape/placedResource.ts';

/** Compiles the sides of one question, each once, over one table of keys. */
export class SideCompiler {
  readonly #keys = new KeyTable();
  readonly #principals: Map<PlacedPrincipal, PrincipalSide> = new Map();
  readonly #resources: Map<PlacedResource, ResourceSide> = new Map();

  principal(of: PlacedPrincipal): PrincipalSide {
    let side = this.#principals.get(of);
    if (side === undefined) {
      side = compilePrincipal(of.side, { keys: this.#keys });
      this.#principals.set(of, side);
    }
    return side;
  }

  /** Lets go of what was compiled of principals, which will not be asked about again: kept, it would all be moved in memory. */
  forgetPrincipals(): void {
    this.#principals.clear();
  }

  resource(of: PlacedResource): ResourceSide {
    let side = this.#resources.get(of);
    if (side === undefined) {
      side = compileResource(of.side, { keys: this.#keys });
      // Events name resources without end.
      if (this.#resources.size >= MOST_RESOURCES) this.#resources.clear();
      this.#resources.set(of, side);
    }
    return side;
  }
}

const MOST_RESOURCES = 500;
