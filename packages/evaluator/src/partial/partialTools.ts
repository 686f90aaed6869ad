import { ContextReader } from '@policywright/conditions';
import type { CompiledSet } from '../compiledSet.ts';
import { RequestReader } from '../decision/requestReader.ts';
import { inOrder, statementCoversAction, type CompiledStatement } from '../statement/compiledStatement.ts';

/** What partial decisions under a set are made with, made once. */
export interface PartialTools {
  readonly reader: ContextReader;
  readonly requests: RequestReader;
  /** The statements that can bear on an action, in order; by the action as requests write it. */
  readonly covering: (action: string) => readonly CompiledStatement[];
}

const made = new WeakMap<CompiledSet, PartialTools>();
/** The most actions whose statements are kept for a set. */
const MOST_ACTIONS = 1000;

/** The tools of a set; INVARIANT: one partial decision is finished before the next begins. */
export function partialTools(set: CompiledSet): PartialTools {
  let tools = made.get(set);
  if (tools === undefined) made.set(set, (tools = makeTools(set)));
  return tools;
}

function makeTools(set: CompiledSet): PartialTools {
  const byAction = new Map<string, readonly CompiledStatement[]>();
  const covering = (written: string): readonly CompiledStatement[] => {
    const known = byAction.get(written);
    if (known !== undefined) return known;
    const { action } = set.index.lookup(written);
    const found = set.layers
      .flatMap(({ statements }) => statements)
      .filter((statement) => statement.takesPart && statementCoversAction(statement, action))
      .sort(inOrder);
    if (byAction.size >= MOST_ACTIONS) byAction.clear();
    byAction.set(written, found);
    return found;
  };
  return { reader: new ContextReader(set.keys), requests: new RequestReader(set), covering };
}
