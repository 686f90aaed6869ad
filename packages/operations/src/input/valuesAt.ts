/** The most values that are read at one path, so that a hostile input costs no more than it is long. */
const MOST = 1000;

/**
 * Reads the values of a member, through lists on the way, and through maps whose values have it.
 *
 * @param input - the input of a call.
 * @param path - names with dots between: `overrides.taskRoleArn`; `%` stands for the keys of a map.
 * @returns in the order of the input; members that are `null` or `undefined` are not there.
 */
export function valuesAt(input: unknown, path: string): readonly unknown[] {
  const steps = stepsOf(path);
  const [first] = steps;
  const start = isObject(input) && first !== undefined ? memberOf(input, first) : undefined;
  if (start === undefined) return NOTHING;
  let values: readonly unknown[] = Array.isArray(start) ? (start as readonly unknown[]) : [start];
  for (let index = 1; index < steps.length; index++) values = valuesOfAll(values, steps[index]);
  return values.length > MOST ? values.slice(0, MOST) : values;
}

const NOTHING: readonly never[] = [];

/** The name of a member on the way, and its other spelling: with the first letter in the other case. */
interface Step {
  readonly name: string;
  readonly other: string;
}

const paths = new Map<string, readonly Step[]>();

/** The paths are those of the facts, so that there are no more than these. */
function stepsOf(path: string): readonly Step[] {
  let steps = paths.get(path);
  if (steps === undefined) {
    steps = path.split('.').map((name) => ({ name, other: otherSpelling(name) }));
    paths.set(path, steps);
  }
  return steps;
}

function otherSpelling(name: string): string {
  const [first = ''] = name;
  return (first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase()) + name.slice(1);
}

function valuesOfAll(values: readonly unknown[], one: Step | undefined): readonly unknown[] {
  const found: unknown[] = [];
  if (one === undefined) return found;
  for (const value of values) {
    for (const inner of step(value, one)) found.push(inner);
    if (found.length >= MOST) return found.slice(0, MOST);
  }
  return found;
}

function step(value: unknown, one: Step): readonly unknown[] {
  if (Array.isArray(value))
    return (value as readonly unknown[]).slice(0, MOST).flatMap((entry) => step(entry, one));
  if (!isObject(value)) return NOTHING;
  if (one.name === '%') return Object.keys(value);
  const own = memberOf(value, one);
  if (own !== undefined) return listed(own);
  // A map on the way: the facts leave it out.
  const inner = Object.values(value).slice(0, MOST);
  return inner.flatMap((entry) => (isObject(entry) ? listed(memberOf(entry, one)) : NOTHING));
}

function listed(value: unknown): readonly unknown[] {
  if (value === undefined) return NOTHING;
  return Array.isArray(value) ? (value as readonly unknown[]) : [value];
}

/**
 * Whether a member is missing in some entries of a list on the way to it.
 *
 * @param input - the input of a call.
 * @param path - as in `valuesAt`.
 */
export function isLackedBySome(input: unknown, path: string): boolean {
  const last = path.lastIndexOf('.');
  if (last < 0) return false;
  const [own] = stepsOf(path.slice(last + 1));
  return (
    own !== undefined && valuesAt(input, path.slice(0, last)).some((entry) => step(entry, own).length === 0)
  );
}

/**
 * One member, a list as a list.
 *
 * @param value - an object of an input.
 * @param name - as the API has it.
 */
export function memberNamed(value: Readonly<Record<string, unknown>>, name: string): unknown {
  const [own] = stepsOf(name);
  return own === undefined ? undefined : memberOf(value, own);
}

/** Members as the API spells them, or with the first letter in the other case, as CloudTrail has them. */
function memberOf(value: Readonly<Record<string, unknown>>, { name, other }: Step): unknown {
  if (Object.hasOwn(value, name)) return value[name] ?? undefined;
  return Object.hasOwn(value, other) ? (value[other] ?? undefined) : undefined;
}

/** Whether a value has members by name: no list, and no stream, date or bytes. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return !ArrayBuffer.isView(value) && !(value instanceof Date);
}

/**
 * Reads the texts of a member: numbers and booleans as JSON writes them; what is no text is left out.
 */
export function textsAt(input: unknown, path: string): readonly string[] {
  const values = valuesAt(input, path);
  if (values.length === 0) return NOTHING;
  const texts: string[] = [];
  for (const value of values) {
    const text = textOf(value);
    if (text !== undefined) texts.push(text);
  }
  return texts;
}

/** A value as a context key has it; `undefined` for objects. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}
