import type { ContextReader, Truth } from '@policywright/conditions';
import type { ResourceBucket, ResourceTree, TreeNode } from '../statement-index/resourceTree.ts';
import { GRADE, IN_DOUBT, type Grades } from '../principal/grade.ts';
import type { CallerFacts } from '../principal/principalMatcher.ts';
import { resourceTruth, type CompiledStatement } from '../statement/compiledStatement.ts';
import { LAYER_BIT, PRINCIPAL_SIDE } from '../layers/layer.ts';
import type { ResourceOwner } from '../statement/patternOwner.ts';
import { countedGrades, outcomeWhereCovered, type Asking } from '../statement/statementOutcome.ts';
import type { AllowingLayers } from './layerWeigher.ts';
import type { KnownRequest } from './knownRequest.ts';

/**
 * One pass over the statements that may cover a request: which layers allow it, at which grades the
 * resource policy does, and the first statement found that denies it. One instance serves all requests
 * of an authorizer, so that deciding allocates nothing.
 */
export class LayerScan implements AllowingLayers, Asking {
  readonly reader: ContextReader;
  facts: CallerFacts | undefined;
  /** For each layer, the number of the pass in which it last allowed. */
  readonly #allowedIn: number[];
  #pass: number = 0;
  #grades: Grades = GRADE.none;
  #inactive: number = 0;
  /** Layers whose Allow statements do not count in the pass. */
  #silenced: number = 0;
  #resource: string = '';
  #owner: ResourceOwner | undefined;

  constructor(reader: ContextReader, layerCount: number) {
    this.reader = reader;
    this.#allowedIn = Array.from({ length: layerCount }, () => 0);
  }

  /** Grades of the resource policy's matching Allow statements in the last pass. */
  get grades(): Grades {
    return this.#grades;
  }

  /** Whose the resource of the last pass is, where a pattern that covers it tells. */
  get owner(): ResourceOwner | undefined {
    return this.#owner;
  }

  /** Whether a layer allowed the request in the last pass. */
  allows(layer: number): boolean {
    return this.#allowedIn[layer] === this.#pass;
  }

  /**
   * Meets every statement that can cover a request.
   *
   * @param known - the request, whose context the reader has loaded.
   * @returns a statement that denies the request, if there is one.
   */
  run({ resource, principalResource, entry, facts, inactive }: KnownRequest): CompiledStatement | undefined {
    this.#pass += 1;
    this.#grades = GRADE.none;
    this.facts = facts;
    this.#silenced = 0;
    if (principalResource !== undefined) {
      // Policies of principals allow by the access point and deny by either (rule S210).
      this.#inactive = inactive | ~PRINCIPAL_SIDE;
      const denying = this.#meetAll(entry.tree, principalResource);
      if (denying !== undefined) return denying;
      this.#silenced = PRINCIPAL_SIDE;
    }
    this.#inactive = inactive;
    return this.#meetAll(entry.tree, resource);
  }

  #meetAll({ always, negated, root }: ResourceTree, resource: string): CompiledStatement | undefined {
    this.#resource = resource;
    this.#owner = undefined;
    for (let index = 0; index < always.length; index++) {
      const statement = always[index];
      if (statement !== undefined && this.#denies(statement, 1)) return statement;
    }
    for (const statement of negated) {
      if (this.#isSettled(statement)) continue;
      if (this.#denies(statement, resourceTruth(statement, resource, this.reader))) return statement;
    }
    return root === undefined ? undefined : this.#walk(root);
  }

  #walk(root: TreeNode): CompiledStatement | undefined {
    const resource = this.#resource;
    let node: TreeNode | undefined = root;
    while (node !== undefined) {
      const { buckets } = node;
      for (let index = 0; index < buckets.length; index++) {
        const bucket = buckets[index];
        const denying = bucket && this.#meet(bucket);
        if (denying !== undefined) return denying;
      }
      if (node.bySuffix !== undefined) {
        const denying = this.#walk(node.bySuffix);
        if (denying !== undefined) return denying;
      }
      if (node.children === undefined) return undefined;
      const at: number = node.fromEnd ? resource.length - 1 - node.position : node.position;
      node = node.children.get(resource.charCodeAt(at));
    }
    return undefined;
  }

  #meet({ pattern, statements }: ResourceBucket): CompiledStatement | undefined {
    const match = pattern.match(this.#resource, this.reader);
    if (match !== 'match' && match !== 'undecided') return undefined;
    // All patterns that match a resource tell the same of it.
    if (match === 'match') this.#owner = pattern.owner ?? this.#owner;
    const covered = match === 'match' ? 1 : 2;
    for (let index = 0; index < statements.length; index++) {
      const statement = statements[index];
      if (statement !== undefined && this.#denies(statement, covered)) return statement;
    }
    return undefined;
  }

  /** Whether an Allow statement can change nothing any more. */
  #isSettled(statement: CompiledStatement): boolean {
    return (
      !statement.deny &&
      statement.layerBit !== LAYER_BIT.resource &&
      this.#allowedIn[statement.layerIndex] === this.#pass
    );
  }

  /** Notes what a statement does that covers the action, and the resource as given. Returns true if it denies. */
  #denies(statement: CompiledStatement, covered: Truth): boolean {
    if ((statement.layerBit & this.#inactive) !== 0 || this.#isSettled(statement)) return false;
    if (!statement.deny && (statement.layerBit & this.#silenced) !== 0) return false;
    // Seldom in doubt: a call less for every statement that a request meets.
    const outcome = outcomeWhereCovered(statement, covered, this);
    const grades = outcome < IN_DOUBT ? outcome : countedGrades(statement, outcome);
    if (grades === GRADE.none) return false;
    if (statement.deny) return true;
    if (statement.layerBit === LAYER_BIT.resource) this.#grades |= grades;
    this.#allowedIn[statement.layerIndex] = this.#pass;
    return false;
  }
}
