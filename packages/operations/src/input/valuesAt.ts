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
  const names = namesOf(path);
  const [first = ''] = names;
  const start = isObject(input) ? memberOf(input, first) : undefined;
  if (start === undefined) return NOTHING;
  let values: readonly unknown[] = Array.isArray(start) ? (start as readonly unknown[]) : [start];
  for (let index = 1; index < names.length; index++) {
    const name = names[index] ?? '';
    values = values.flatMap((value) => step(value, name)).slice(0, MOST);
  }
  return values.slice(0, MOST);
}

const NOTHING: readonly never[] = [];

const paths = new Map<string, readonly string[]>();

/** The paths are those of the facts, so that there are no more than these. */
function namesOf(path: string): readonly string[] {
  let names = paths.get(path);
  if (names === undefined) {
    names = path.split('.');
    paths.set(path, names);
  }
  return names;
}

function step(value: unknown, name: string): readonly unknown[] {
  if (Array.isArray(value))
    return (value as readonly unknown[]).slice(0, MOST).flatMap((one) => step(one, name));
  if (!isObject(value)) return NOTHING;
  if (name === '%') return Object.keys(value);
  const own = memberOf(value, name);
  if (own !== undefined) return listed(own);
  // A map on the way: the facts leave it out.
  const inner = Object.values(value).slice(0, MOST);
  return inner.flatMap((one) => (isObject(one) ? listed(memberOf(one, name)) : NOTHING));
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
  const names = namesOf(path);
  if (names.length < 2) return false;
  const last = names.at(-1) ?? '';
  return valuesAt(input, path.slice(0, -last.length - 1)).some((entry) => step(entry, last).length === 0);
}

/** Members as the API spells them, or with the first letter in the other case, as CloudTrail has them. */
function memberOf(value: Readonly<Record<string, unknown>>, name: string): unknown {
  if (Object.hasOwn(value, name)) return value[name] ?? undefined;
  const [first = ''] = name;
  const other = (first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase()) + name.slice(1);
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
  return valuesAt(input, path).flatMap((value) => textOf(value) ?? []);
}

/** A value as a context key has it; `undefined` for objects. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}
