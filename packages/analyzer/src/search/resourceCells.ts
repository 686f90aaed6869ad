import { compileArnPattern, compileGlob } from '@policywright/arn';
import {
  findText,
  groupCells,
  patternOf,
  patternOfParts,
  type FamilyPattern,
  type Polarity,
} from '@policywright/arn/family';
import type { Circumstance } from '../model/circumstance.ts';
import type { ResourceRequirement } from '../model/requirement.ts';
import { BudgetSpent, type Budget } from '../model/budget.ts';
import type { Cell, CellsAsked } from './cell.ts';
import { possibleTruths } from './possibleTruths.ts';

/** What the cells of resources are made of. */
export interface ResourcesAsked extends CellsAsked<ResourceRequirement> {
  /** ARN patterns of the resources that there are; `undefined` for any ARN and `*`. */
  readonly universe: readonly (string | FamilyPattern)[] | undefined;
  /** The partition of ARNs where no universe says more; `undefined` for all. */
  readonly partition: string | undefined;
  /** The account that their ARNs name, if they name one; `undefined` for any. */
  readonly owner: string | undefined;
  /** What no resource that is looked for has in it. */
  readonly never: readonly string[];
  /** What the resource must have in it, or must not. */
  readonly must: Circumstance['resource'];
  readonly budget: Budget;
}

const universeLists: WeakMap<readonly (string | FamilyPattern)[], readonly FamilyPattern[]> = new WeakMap();
const anyResources: Map<string, readonly string[]> = new Map();
const universes: Map<string, FamilyPattern> = new Map();

/**
 * The cells of resources.
 *
 * @param asked - the requirements, and which resources there are.
 */
export function resourceCells(asked: ResourcesAsked): readonly Cell[] {
  const { requirements, polarities, budget, must } = asked;
  const atoms = new Set(requirements.flatMap((requirement) => requirement.atoms));
  const arns = universePatterns(anyResource(asked.partition ?? '?*', asked.owner));
  const universe = asked.universe === undefined ? arns : universePatterns(asked.universe);
  const limits = [
    ...(asked.universe === undefined ? [] : [{ patterns: arns, has: true }]),
    ...(asked.never.length === 0 ? [] : [{ patterns: asked.never.map(containing), has: false }]),
    ...(must === undefined ? [] : [{ patterns: [universePattern(`*${must.infix}*`)], has: must.has }]),
  ];
  const groups = [
    ...requirements.map(({ patterns, negated }, index) => ({
      patterns,
      polarity: atoms.size > 0 ? ('both' as const) : flipped(polarities[index] ?? 'both', negated),
    })),
    ...Array.from(atoms, ({ upper }) => ({ patterns: [upper] })),
    ...limits,
  ];
  const first = groups.length - limits.length;
  const found = groupCells(groups, { universe, steps: budget.rest });
  budget.take(found.steps);
  if (found.outcome === 'limit') throw new BudgetSpent({ code: 'pattern-family', about: 'Resource' });
  const cells = found.cells.filter(({ groups: inside }) =>
    limits.every(({ has }, index) => inside.includes(first + index) === has),
  );
  if (atoms.size === 0) {
    return cells.map(({ groups: inside, text }) => {
      const met = requirements.map(({ negated }, index) => inside.includes(index) !== negated);
      return { met, value: { kind: 'resource', text } };
    });
  }
  const truths = possibleTruths({ requirements, atoms: [...atoms], cells, universe, budget });
  return truths.flatMap(({ inside, matching, able, text }) => {
    const isReal = able === 0 && requirements.every(({ voiding }) => voiding.length === 0);
    return voidings(requirements).map((unresolved) => {
      const met = requirements.map(({ negated, atoms: own, voiding }, index) => {
        if (voiding.some((slot) => unresolved.has(slot))) return false;
        const covered = inside.has(index) || own.some((atom) => matching.has(atom));
        return covered !== negated;
      });
      return isReal ? { met, value: { kind: 'resource' as const, text } } : { met, hint: text };
    });
  });
}

/**
 * Whether a text is a resource.
 *
 * @param text - an ARN or `*`.
 * @param asked - which resources there are.
 */
export function isResource(
  text: string,
  { universe, partition, owner }: Pick<ResourcesAsked, 'universe' | 'partition' | 'owner'>,
): boolean {
  const patterns = [patternOfParts([{ text }])];
  return [anyResource(partition ?? '?*', owner), universe]
    .filter((one) => one !== undefined)
    .every(
      (one) => findText([{ patterns, wanted: true }], { universe: universePatterns(one) }).outcome === 'text',
    );
}

/** Which variables may be without a value, as far as that makes requirements fail. */
function voidings(requirements: readonly ResourceRequirement[]): readonly ReadonlySet<number>[] {
  const slots = [...new Set(requirements.flatMap(({ voiding }) => voiding))];
  if (slots.length > 4) throw new BudgetSpent({ code: 'policy-variable', about: 'NotResource' });
  return Array.from(
    { length: 1 << slots.length },
    (_, bits) => new Set(slots.filter((_slot, at) => (bits >> at) & 1)),
  );
}

/** ARNs that have what `parseArn` wants of one, and none; the same list for the same partition and owner. */
function anyResource(partition: string, owner: string | undefined): readonly string[] {
  const key = `${partition} ${owner ?? '*'}`;
  const known = anyResources.get(key);
  if (known !== undefined) return known;
  // What AWS owns and shares has `aws` in the place of an account.
  const accounts = owner === undefined ? ['*'] : [owner, '', 'aws'];
  const made = [...accounts.map((account) => `arn:${partition}:?*:*:${account}:?*`), '*'];
  if (anyResources.size >= MOST_REMEMBERED) anyResources.clear();
  anyResources.set(key, made);
  return made;
}

/** Accounts come from policies: what is remembered of them must not grow with their number. */
const MOST_REMEMBERED = 256;

/** The same list for the same universe, so that what is made of it is made once. */
function universePatterns(universe: readonly (string | FamilyPattern)[]): readonly FamilyPattern[] {
  const known = universeLists.get(universe);
  if (known !== undefined) return known;
  const made = universe.map(universePattern);
  universeLists.set(universe, made);
  return made;
}

/** The pattern of a universe; one object for each text, so that families of patterns are known again. */
function universePattern(text: string | FamilyPattern): FamilyPattern {
  if (typeof text !== 'string') return text;
  const known = universes.get(text);
  if (known !== undefined) return known;
  // The pseudo-resource is a text, not a pattern.
  const made =
    text === '*'
      ? { codes: Int32Array.of(42) }
      : (patternOf(compileArnPattern(text, { dialect: 'operator' })) ?? patternOf(compileGlob(text)));
  const pattern = made ?? { codes: new Int32Array(0) };
  if (universes.size >= MOST_REMEMBERED) universes.clear();
  universes.set(text, pattern);
  return pattern;
}

const containingPatterns: Map<string, FamilyPattern> = new Map();

/** All texts with a part in them; one object for each part, of which there are few. */
function containing(part: string): FamilyPattern {
  const known = containingPatterns.get(part);
  if (known !== undefined) return known;
  const made = patternOf(compileGlob(`*${part}*`)) ?? { codes: new Int32Array(0) };
  containingPatterns.set(part, made);
  return made;
}

function flipped(polarity: Polarity, negated: boolean): Polarity {
  if (!negated || polarity === 'both') return polarity;
  return polarity === 'helps' ? 'hurts' : 'helps';
}
