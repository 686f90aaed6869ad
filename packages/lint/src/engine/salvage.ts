import {
  parsePointer,
  policyFromNode,
  type Diagnostic,
  type JsonNode,
  type Policy,
  type PolicyType,
} from '@policywright/policy';
import { Repairs, type ErrorPlace } from './repairs.ts';
import { textAt, TreeEdits } from './treeEdits.ts';

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
/** Each place costs a walk to it. */
const MOST_PLACES = 200;

/**
 * Repairs what has errors in a document, so that all else can be linted.
 *
 * @returns `undefined` where nothing is left.
 */
export function salvage(root: JsonNode, known: Known): Salvaged | undefined {
  const repairs = new Repairs(root, known.type);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const parsed = policyFromNode(repairs.tree, known);
    if (parsed.ok) return { policy: parsed.policy, otherwise: otherwise(repairs, known), repairs };
    for (const place of errorPlaces(parsed.diagnostics)) repairs.mend(place);
  }
  return undefined;
}

function otherwise({ tree, eitherEffect }: Repairs, known: Known): Policy | undefined {
  if (eitherEffect.size === 0) return undefined;
  const edits = new TreeEdits();
  const other = [...eitherEffect].reduce(
    (node, pointer) =>
      edits.changed(node, parsePointer(`${pointer}/Effect`) ?? [], (effect) => textAt(effect, 'Allow')),
    tree,
  );
  const parsed = policyFromNode(other, known);
  return parsed.ok ? parsed.policy : undefined;
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
