import { ContextReader, type KeyTable } from '@policywright/conditions';
import type { CompiledSet } from '../compiledSet.ts';
import { LayerWeigher } from '../decision/layerWeigher.ts';
import { RequestReader } from '../decision/requestReader.ts';
import { inOrder, statementCoversAction, type CompiledStatement } from '../statement/compiledStatement.ts';
import { OpenLayers } from './openLayers.ts';

/** What partial decisions under a set are made with, made once. */
export interface PartialTools {
  readonly set: CompiledSet;
  readonly reader: ContextReader;
  readonly requests: RequestReader;
  /** For the grants of the set. */
  readonly weigher: LayerWeigher;
  readonly allowing: OpenLayers;
  /** What can bear on an action; by the action as requests write it. */
  readonly covering: (action: string) => CoveringStatements;
}

/** The statements that can bear on an action. */
export interface CoveringStatements {
  /** In order. */
  readonly statements: readonly CompiledStatement[];
  /** The keys that they ask for: with these the key table has every one of them. */
  readonly slots: readonly number[];
}

/** The most actions whose statements are kept for a set. */
const MOST_ACTIONS = 1000;

/**
 * Makes the tools of a set, for whoever holds the set to keep: a weak map of them would outlive every set until all memory
 * is gone through. INVARIANT: one partial decision is finished before the next begins.
 *
 * @param set - the compiled policy set.
 */
export function partialTools(set: CompiledSet): PartialTools {
  const byAction = new Map<string, CoveringStatements>();
  const covering = (written: string): CoveringStatements => {
    const known = byAction.get(written);
    if (known !== undefined) return known;
    const { action } = set.index.lookup(written);
    const statements = set.layers
      .flatMap(({ statements }) => statements)
      .filter((statement) => statement.takesPart && statementCoversAction(statement, action))
      .sort(inOrder);
    const found = { statements, slots: slotsOf(statements, set.keys) };
    if (byAction.size >= MOST_ACTIONS) byAction.clear();
    byAction.set(written, found);
    return found;
  };
  return {
    set,
    reader: new ContextReader(set.keys),
    requests: new RequestReader(set),
    weigher: new LayerWeigher(set),
    allowing: new OpenLayers(set.layers.length),
    covering,
  };
}

function slotsOf(statements: readonly CompiledStatement[], keys: KeyTable): readonly number[] {
  const slots = new Set(['aws:PrincipalArn', 'aws:userid'].map((key) => keys.slot(key)));
  for (const { conditions, resources = [] } of statements) {
    for (const slot of conditions?.slots ?? []) slots.add(slot);
    for (const pattern of resources) for (const slot of pattern.slots) slots.add(slot);
  }
  return [...slots];
}
