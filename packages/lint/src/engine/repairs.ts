import { closestNames } from '@policywright/catalog';
import {
  locate,
  OPERATOR_NAMES,
  POLICY_ELEMENTS,
  pointerTo,
  PRINCIPAL_KINDS,
  STATEMENT_ELEMENTS,
  unknownText,
  type JsonNode,
} from '@policywright/policy';
import {
  objectAt,
  textAt,
  TreeEdits,
  withMember,
  withName,
  withoutMember,
  withoutRepeated,
} from './treeEdits.ts';

/** An error of the parser: where, and which. */
export interface ErrorPlace {
  readonly steps: readonly string[];
  readonly code: string;
}

const UNKNOWN = unknownText('value');
/** A key of which nothing is known: of an unknown condition. */
const UNKNOWN_KEY = UNKNOWN.slice(2, -1);
const VERSION = '2012-10-17';

/**
 * Puts something that can be read in the place of what cannot, so that all else of a document can be linted: what
 * was most likely meant, or an unknown value, as templates have them. Offsets stay as they were.
 */
export class Repairs {
  tree: JsonNode;
  /** Pointers of what stands for something that is not known. */
  readonly unknown: Set<string> = new Set();
  /** Pointers of statements that nothing helps. */
  readonly skipped: Set<string> = new Set();
  /** Pointers of statements that may be either Allow or Deny. */
  readonly eitherEffect: Set<string> = new Set();
  /** Pointers of operators that could be any. */
  readonly anyOperator: Set<string> = new Set();
  /** Whether something was taken out. */
  removed = false;
  /** What members are called in the text, by the pointer that they have here. */
  readonly written: Map<string, string> = new Map();
  readonly #edits = new TreeEdits();
  readonly #attempts = new Map<string, number>();

  constructor(root: JsonNode) {
    this.tree = root;
  }

  /** Mends one error; the same place is mended in another way where the first did not do. */
  mend({ steps, code }: ErrorPlace): void {
    const place = `${pointerOf(steps)} ${code.startsWith('missing-') ? code : ''}`;
    const attempt = this.#attempts.get(place) ?? 0;
    this.#attempts.set(place, attempt + 1);
    const inner = this.#statementDepth(steps);
    if (inner === undefined) this.#mendDocument({ steps, code });
    else if (attempt > 1) this.skipped.add(pointerOf(steps.slice(0, inner)));
    else if (code.startsWith('duplicate-')) this.#keepFirst(steps);
    else if (steps.length === inner) this.#mendStatement({ steps, code });
    else if (attempt > 0) this.#remove(steps.slice(0, inner + 1));
    else this.#mendMember({ steps, code }, inner);
  }

  #mendDocument({ steps, code }: ErrorPlace): void {
    const [name] = steps;
    if (name === 'Version' || code.endsWith('-version')) {
      this.unknown.add('/Version');
      this.tree = withMember(withoutMember(this.tree, 'Version'), 'Version', textAt(this.tree, VERSION));
    } else if (code.startsWith('duplicate-')) this.#keepFirst(steps);
    else if (code === 'invalid-policy-element') this.#rename(steps, POLICY_ELEMENTS);
    else if (name !== undefined && name !== 'Statement') this.#remove(steps.slice(0, 1));
  }

  #mendStatement({ steps, code }: ErrorPlace): void {
    const at = pointerOf(steps);
    const name = MISSING.get(code);
    if (name === undefined) {
      this.skipped.add(at);
      return;
    }
    if (name === 'Effect') this.eitherEffect.add(at);
    this.unknown.add(pointerTo(at, name));
    this.tree = this.#edits.changed(this.tree, steps, (node) => withMember(node, name, standIn(name, node)));
  }

  #mendMember(place: ErrorPlace, inner: number): void {
    const { steps, code } = place;
    const name = steps[inner] ?? '';
    const depth = steps.length - inner;
    if (code === 'invalid-policy-element') this.#rename(steps, STATEMENT_ELEMENTS);
    else if (code === 'invalid-principal-key') this.#rename(steps, PRINCIPAL_KINDS);
    else if (code === 'invalid-condition-operator') this.#renameOperator(steps, meantOperator(steps));
    else if (code.startsWith('null-with-')) this.#renameOperator(steps, 'Null');
    else if (name === 'Sid') this.#remove(steps.slice(0, inner + 1));
    else if (name === 'Effect') this.#mendEffect(steps.slice(0, inner));
    else if (name === 'Condition' && depth === 2) this.#replace(steps, (node) => unknownKeys(node));
    else if (depth === 1) this.#replace(steps, (node) => standIn(name, node));
    else this.#replace(steps, (node) => textAt(node, UNKNOWN));
  }

  /** An effect whose letters differ in case only is clear; any other can be either. */
  #mendEffect(statement: readonly string[]): void {
    const at = pointerOf(statement);
    const node = locate(this.tree, `${at}/Effect`);
    const text = node?.kind === 'string' ? node.value.trim().toLowerCase() : '';
    if (text !== 'allow' && text !== 'deny') this.eitherEffect.add(at);
    const meant = text === 'allow' ? 'Allow' : 'Deny';
    this.#replace([...statement, 'Effect'], (value) => textAt(value, meant));
  }

  #replace(steps: readonly string[], standing: (node: JsonNode) => JsonNode): void {
    this.unknown.add(pointerOf(steps));
    this.tree = this.#edits.changed(this.tree, steps, standing);
  }

  #remove(steps: readonly string[]): void {
    this.removed = true;
    const name = steps.at(-1) ?? '';
    this.tree = this.#edits.changed(this.tree, steps.slice(0, -1), (node) => withoutMember(node, name));
  }

  #keepFirst(steps: readonly string[]): void {
    this.removed = true;
    const name = steps.at(-1) ?? '';
    this.tree = this.#edits.changed(this.tree, steps.slice(0, -1), (node) => withoutRepeated(node, name));
  }

  /** Gives a member the name that was most likely meant; without one, or where that is taken, it goes. */
  #rename(steps: readonly string[], names: readonly string[]): void {
    const name = steps.at(-1) ?? '';
    const [meant] = closestNames(name, names, { limit: 1 });
    if (meant === undefined || !this.#isFree(steps, meant)) this.#remove(steps);
    else this.#renameTo(steps, meant);
  }

  /** Gives an operator the name that was meant; without one, or where that is taken, it may be any. */
  #renameOperator(steps: readonly string[], meant: string | undefined): void {
    if (meant !== undefined && this.#isFree(steps, meant)) {
      this.#renameTo(steps, meant);
      return;
    }
    const free = OPERATORS.find((each) => this.#isFree(steps, each));
    if (free === undefined) this.#remove(steps);
    else this.anyOperator.add(this.#renameTo(steps, free));
  }

  #renameTo(steps: readonly string[], name: string): string {
    const parent = steps.slice(0, -1);
    const pointer = pointerTo(pointerOf(parent), name);
    const old = steps.at(-1) ?? '';
    this.written.set(pointer, old);
    this.tree = this.#edits.changed(this.tree, parent, (node) => withName(node, old, name));
    return pointer;
  }

  #isFree(steps: readonly string[], name: string): boolean {
    return locate(this.tree, pointerTo(pointerOf(steps.slice(0, -1)), name)) === undefined;
  }

  /** How many steps of a path lead to its statement; `undefined` where it leads to none. */
  #statementDepth(steps: readonly string[]): number | undefined {
    if (steps[0] !== 'Statement') return undefined;
    const node = locate(this.tree, '/Statement');
    if (node?.kind === 'object') return 1;
    return node?.kind === 'array' && steps.length > 1 ? 2 : undefined;
  }
}

/** The elements whose absence is an error, by its code. */
const MISSING: ReadonlyMap<string, string> = new Map([
  ['missing-effect', 'Effect'],
  ['missing-action', 'Action'],
  ['missing-resource', 'Resource'],
  ['missing-principal', 'Principal'],
]);

/** A name that differs more was made up, as `IpAddressLike` is: its values say nothing of the operator that is closest. */
const MOST_SLIPS = 2;

/** All spellings of operators; `Null` has no suffix (rule S82). */
const OPERATORS: readonly string[] = ['', 'ForAnyValue:', 'ForAllValues:'].flatMap((qualifier) =>
  OPERATOR_NAMES.flatMap((name) =>
    name === 'Null' ? [`${qualifier}${name}`] : [`${qualifier}${name}`, `${qualifier}${name}IfExists`],
  ),
);

function meantOperator(steps: readonly string[]): string | undefined {
  return closestNames(steps.at(-1) ?? '', OPERATORS, { limit: 1, maxEdits: MOST_SLIPS })[0];
}

function pointerOf(steps: readonly string[]): string {
  return steps.reduce((at: string, step) => pointerTo(at, step), '');
}

/** What stands for a whole element that is missing or cannot be read. */
function standIn(name: string, at: JsonNode): JsonNode {
  switch (name) {
    case 'Effect':
      return textAt(at, 'Deny');
    case 'Condition':
      return objectAt(at, 'StringEquals', unknownKeys(at));
    case 'Principal':
    case 'NotPrincipal':
      return objectAt(at, 'AWS', textAt(at, UNKNOWN));
    default:
      return textAt(at, UNKNOWN);
  }
}

function unknownKeys(at: JsonNode): JsonNode {
  return objectAt(at, UNKNOWN_KEY, textAt(at, UNKNOWN));
}
