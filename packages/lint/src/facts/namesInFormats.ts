import { arnVariableFacts, getService, type ArnVariableForm, type ResourceType } from '@policywright/catalog';
import { LIMITS } from '../data/limits.ts';

/**
 * The resource part of an ARN format: characters, and names of at least one character with the separators that they
 * do not hold.
 */
export type NamedFormat = readonly (string | { readonly without: string })[];

/** Stands for a variable in a format; a `*` of the reference is no name, and holds anything. */
const NAME = '\0';

const known = new WeakMap<ResourceType, Map<string, NamedFormat>>();

/**
 * The resource part of one of a type's formats, with what its names may hold.
 *
 * A name holds no separator that the catalog knows names of its kind never to have, and none behind which another
 * format of the service goes on: a function's name has no `:`, or it would be a version. `matchResource` of the catalog
 * and the builders of generated code read ARNs in the same way.
 *
 * @param type - a type of the catalog.
 * @param format - one of its formats.
 */
export function namedFormat(type: ResourceType, format: string): NamedFormat {
  const formats = known.get(type) ?? new Map<string, NamedFormat>();
  known.set(type, formats);
  let named = formats.get(format);
  if (named === undefined) formats.set(format, (named = readNames(type, format)));
  return named;
}

function readNames(type: ResourceType, format: string): NamedFormat {
  const text = namesOf(format);
  const start = resourceStart(text);
  const goesOn = continuationsOf(type.service);
  const variables = [...format.slice(resourceStart(format)).matchAll(/\$\{([^}]*)\}/g)].map(
    ([, name = '']) => name,
  );
  return text
    .slice(start)
    .split('')
    .map((unit, index) => {
      if (unit === '*') return { without: '' };
      if (unit !== NAME) return unit;
      const never = separatorsNeverIn(arnVariableFacts(type, variables.shift() ?? '')?.forms);
      return { without: never + (goesOn.get(text.slice(0, start + index + 1)) ?? '') };
    });
}

/** The separators that no value of a variable holds; none where nothing is known. */
function separatorsNeverIn(forms: readonly ArnVariableForm[] | undefined): string {
  if (forms === undefined) return '';
  const parts = forms.flat();
  const holds = (sign: string): boolean =>
    parts.some((part) =>
      typeof part === 'string'
        ? part.includes(sign)
        : part.characters.includes(sign) === (part.kind === 'only'),
    );
  return [...':/'].filter((sign) => !holds(sign)).join('');
}

const continuations = new Map<string, ReadonlyMap<string, string>>();

/** What formats of a service have behind a name, by all that stands in front of it. */
function continuationsOf(service: string): ReadonlyMap<string, string> {
  let found = continuations.get(service);
  if (found === undefined) continuations.set(service, (found = readContinuations(service)));
  return found;
}

function readContinuations(service: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const formats = (getService(service)?.resourceTypes ?? []).flatMap(({ arnFormats }) => arnFormats);
  for (const text of formats.map(namesOf)) {
    let end = text.indexOf(NAME, resourceStart(text));
    for (; end >= 0; end = text.indexOf(NAME, end + 1)) {
      const next = text.charAt(end + 1);
      const head = text.slice(0, end + 1);
      const before = found.get(head) ?? '';
      if ((next === '/' || next === ':') && !before.includes(next)) found.set(head, before + next);
    }
  }
  return found;
}

function namesOf(format: string): string {
  return format.replace(/\$\{[^}]*\}/g, NAME);
}

function resourceStart(text: string): number {
  return text.split(':', 5).join(':').length + 1;
}

/**
 * Whether a pattern can match a text of a format; `true` also where that is too costly to tell.
 *
 * It goes from the ends to the starts and notes for each pair of places whether the rests have a text in common.
 *
 * @param pattern - the resource part of an ARN pattern, with `*` and `?`.
 */
export function canName(pattern: string, format: NamedFormat): boolean {
  if (pattern.length * format.length > LIMITS.steps) return true;
  const end = format.length;
  let rests: Rests = {
    before: [...format.map(() => false), true],
    inside: format.map((_, item) => item === end - 1),
  };
  for (let at = pattern.length - 1; at >= 0; at--) rests = inFrontOf(pattern.charAt(at), format, rests);
  return rests.before[0] === true;
}

/** For each item of a format, whether what follows in the pattern agrees with the rest of the format. */
interface Rests {
  /** From in front of the item. */
  readonly before: readonly boolean[];
  /** From within a name that has a character already. */
  readonly inside: readonly boolean[];
}

function inFrontOf(unit: string, format: NamedFormat, { before, inside }: Rests): Rests {
  const isStar = unit === '*';
  const next: { before: boolean[]; inside: boolean[] } = { before: [], inside: [] };
  next.before[format.length] = isStar && before[format.length] === true;
  for (let item = format.length - 1; item >= 0; item--) {
    const part = format[item] ?? '';
    const isName = typeof part !== 'string';
    const takes = isStar || unit === '?' || (isName ? !part.without.includes(unit) : part === unit);
    const behind = next.before[item + 1] === true;
    const within = behind || (takes && inside[item] === true);
    next.inside[item] = within;
    // A star takes nothing, or one more character and stays.
    next.before[item] = isStar
      ? before[item] === true || (isName ? within : behind)
      : takes && (isName ? inside[item] : before[item + 1]) === true;
  }
  return next;
}
