import {
  parsePointer,
  policyTreeFromNode,
  type Diagnostic,
  type JsonNode,
  type Policy,
  type PolicyTree,
  type PolicyType,
  type Statement,
} from '@policywright/policy';
import { Repairs, type ErrorPlace } from './repairs.ts';

/** What can be linted of a document with errors. */
export interface Salvaged {
  readonly policy: Policy;
  /** The same with the other effect where it can be either: what is found in one only depends on it. */
  readonly otherwise: Policy | undefined;
  readonly repairs: Repairs;
}

interface Known {
  readonly text: string;
  readonly type: PolicyType | undefined;
  readonly name: string | undefined;
}

/** What one round puts in the place of an error can be an error of another kind. */
const MOST_ROUNDS = 8;
/** So many statements with errors are repaired, and so many errors in a round: each costs a walk to its place. */
const MOST_PLACES = 200;

/**
 * Takes the statements without errors of a document as they are, and repairs of the others what can be, so that all
 * else of them can be linted. Only what was repaired is read again.
 *
 * @returns `undefined` where no statement is found.
 */
export function salvage(root: JsonNode, known: Known): Salvaged | undefined {
  const repairs = new Repairs(root);
  const found = new Map<number, Statement>();
  let tree = policyTreeFromNode(root, known);
  for (let round = 1; round < MOST_ROUNDS; round += 1) {
    keepWhole(tree, found);
    const places = errorPlaces(tree.diagnostics);
    if (places.length === 0) break;
    for (const place of places) repairs.mend(place);
    // Before the list is found, no statement is.
    const isFound = found.size + tree.statements.length > 0;
    tree = policyTreeFromNode(repairs.tree, { ...known, only: isFound ? broken(tree, repairs) : undefined });
  }
  keepWhole(tree, found);
  const { tree: mended } = repairs;
  if (mended.kind !== 'object' || found.size + repairs.skipped.size === 0) return undefined;
  const policy: Policy = {
    type: known.type,
    version: tree.version,
    id: tree.id,
    statements: [...found.values()].sort((one, other) => one.index - other.index),
    name: known.name,
    root: mended,
  };
  return { policy, otherwise: otherwise(policy, repairs), repairs };
}

function keepWhole(tree: PolicyTree, found: Map<number, Statement>): void {
  for (const each of tree.statements) if (!each.incomplete) found.set(each.statement.index, each.statement);
}

/** The places of the statements that were repaired and are to be read again. */
function broken({ statements }: PolicyTree, { skipped }: Repairs): ReadonlySet<number> {
  const places = new Set<number>();
  for (const each of statements) {
    if (places.size === MOST_PLACES) break;
    if (each.incomplete && !skipped.has(each.parts.pointer)) places.add(each.parts.index);
  }
  return places;
}

function otherwise(policy: Policy, { eitherEffect }: Repairs): Policy | undefined {
  if (eitherEffect.size === 0) return undefined;
  const isEither = ({ pointer }: Statement): boolean => eitherEffect.has(pointer);
  // An Allow with `NotPrincipal` would be an error of its own (rule S34).
  if (policy.statements.some((each) => isEither(each) && each.principal?.negated === true)) return undefined;
  const statements = policy.statements.map((each): Statement =>
    isEither(each) ? { ...each, effect: 'Allow' } : each,
  );
  return { ...policy, statements };
}

/** The errors by place, what is missing first: there can be several at a statement. */
function errorPlaces(diagnostics: readonly Diagnostic[]): readonly ErrorPlace[] {
  const places = new Map<string, ErrorPlace>();
  for (const { path, code, severity } of diagnostics) {
    if (severity !== 'error') continue;
    const key = code.startsWith('missing-') ? `${path} ${code}` : path;
    if (!places.has(key)) places.set(key, { steps: parsePointer(path) ?? [], code });
  }
  return [...places.values()].slice(0, MOST_PLACES);
}
