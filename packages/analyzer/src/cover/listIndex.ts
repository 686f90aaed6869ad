import type { ListElement } from '@policywright/policy';
import { PatternIndex } from './patternIndex.ts';

/** The values of `Action` or `NotAction`, to be looked up: most that cover another have the same text. */
export interface ActionIndex {
  /** All texts, in lower case. */
  readonly texts: ReadonlySet<string>;
  /** Those that may cover others than themselves, by what stands in front of their first colon. */
  readonly wide: ReadonlyMap<string, readonly string[]>;
  /** Those that may cover others whatever these begin with. */
  readonly open: readonly string[];
}

/** The values of `Resource` or `NotResource`, to be looked up. */
export interface ResourceIndex {
  readonly texts: ReadonlySet<string>;
  /** Those that may cover others than themselves. */
  readonly wide: PatternIndex<string>;
}

const WILDCARD = /[*?]/;
const BEYOND_ASCII = /[\u0080-\uffff]/;

// Lists of a policy are immutable, and an index goes when its list does.
const actions = new WeakMap<readonly string[], ActionIndex>();
const resources = new WeakMap<readonly string[], ResourceIndex>();

/** The index of `Action` or `NotAction`: a value without wildcard covers only itself, in any case (rule S61). */
export function actionIndex({ values }: ListElement): ActionIndex {
  return once(actions, values, () => {
    const wide = values.filter((value) => WILDCARD.test(value));
    const isOpen = (value: string): boolean => WILDCARD.test(serviceOf(value)) || !value.includes(':');
    return {
      texts: new Set(values.map(lowerCase)),
      wide: byService(wide.filter((value) => !isOpen(value))),
      open: wide.filter(isOpen),
    };
  });
}

/** The index of `Resource` or `NotResource`; an ARN with too few fields can stand for others (rule S52). */
export function resourceIndex({ values }: ListElement): ResourceIndex {
  return once(resources, values, () => ({
    texts: new Set(values),
    wide: new PatternIndex(
      values.filter((value) => WILDCARD.test(value) || value.split(':', 6).length < 6),
      (value) => value,
    ),
  }));
}

/** What stands in front of the colon of an action, in lower case. */
export function serviceOf(action: string): string {
  return lowerCase(action.slice(0, Math.max(action.indexOf(':'), 0)));
}

/** Only letters of ASCII match whatever their case. */
export function lowerCase(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text.toLowerCase();
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

function byService(values: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const value of values) {
    const service = serviceOf(value);
    const group = groups.get(service);
    if (group === undefined) groups.set(service, [value]);
    else group.push(value);
  }
  return groups;
}

function once<Index>(
  known: WeakMap<readonly string[], Index>,
  values: readonly string[],
  make: () => Index,
): Index {
  let index = known.get(values);
  if (index === undefined) known.set(values, (index = make()));
  return index;
}
