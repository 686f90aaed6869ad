import { getResourceType } from '@policywright/catalog';
import { SOME, type Scope } from './scope.ts';

/** The ARN format of a resource type, ready to be filled and read. */
export interface ArnFormat {
  readonly service: string;
  readonly type: string;
  /** Texts around the variables, one more than these. */
  readonly literals: readonly string[];
  readonly variables: readonly string[];
  /** The variables that name the resource: without partition, Region and account. */
  readonly names: readonly string[];
  /** The texts and variables from each name on, of a name before which nothing stands. */
  readonly rests: Readonly<Record<string, Pick<ArnFormat, 'literals' | 'variables'>>>;
}

/** Values of variables by name; under {@link LAST}, the variable after which nothing is known, not even separators. */
export type Names = Readonly<Record<string, string>>;

/** The name under which `Names` say where what is known ends. */
export const LAST = '';

const SCOPED: ReadonlySet<string> = new Set(['Partition', 'Region', 'Account']);

const formats = new Map<string, readonly ArnFormat[]>();

/** The formats of a resource type; none for one that the catalog does not have. */
export function arnFormats(service: string, type: string): readonly ArnFormat[] {
  const key = `${service} ${type}`;
  let known = formats.get(key);
  if (known === undefined) {
    const found = getResourceType(service, type);
    if (found === undefined) return [];
    known = found.arnFormats.map((format) => compileFormat(format, { service, type: found.name }));
    formats.set(key, known);
  }
  return known;
}

function compileFormat(format: string, of: { readonly service: string; readonly type: string }): ArnFormat {
  const parts = format.split(/\$\{(\w+)\}/);
  const variables = parts.filter((_, index) => index % 2 === 1);
  const literals = parts.filter((_, index) => index % 2 === 0);
  const names = variables.filter((name) => !SCOPED.has(name));
  const restFrom = (start: number): Pick<ArnFormat, 'literals' | 'variables'> => ({
    variables: variables.slice(start),
    literals: ['', ...literals.slice(start + 1)],
  });
  const rests = Object.fromEntries(names.map((name) => [name, restFrom(variables.indexOf(name))]));
  return { ...of, literals, variables, names, rests };
}

/** The ARN of names; what they lack is unknown. */
export function fillArn({ literals, variables }: ArnFormat, names: Names, scope: Scope): string {
  const last = names[LAST];
  let arn = literals[0] ?? '';
  for (let index = 0; index < variables.length; index++) {
    const variable = variables[index] ?? '';
    arn += valueOf(variable, names, scope);
    if (variable === last) return arn.endsWith(SOME) ? arn : arn + SOME;
    arn += literals[index + 1] ?? '';
  }
  return arn;
}

function valueOf(variable: string, names: Names, scope: Scope): string {
  if (variable === 'Partition') return scope.partition;
  if (variable === 'Region') return scope.region;
  if (variable === 'Account') return scope.account;
  return names[variable] ?? SOME;
}

/** Reads an ARN of the format; `undefined` for others. Each variable but the last ends where the next text begins. */
export function readArn(
  { literals, variables }: Pick<ArnFormat, 'literals' | 'variables'>,
  arn: string,
): Names | undefined {
  const names: Record<string, string> = {};
  let at = literals[0]?.length ?? 0;
  if (!arn.startsWith(literals[0] ?? '')) return undefined;
  for (const [index, variable] of variables.entries()) {
    const next = literals[index + 1] ?? '';
    const isLast = index === variables.length - 1;
    const end = isLast && next === '' ? arn.length : arn.indexOf(next, at);
    if (end < 0) return undefined;
    const value = arn.slice(at, end);
    if (SCOPED.has(variable) ? value.includes(':') : value === '') return undefined;
    names[variable] = value;
    at = end + next.length;
  }
  return at === arn.length ? names : undefined;
}

/**
 * Fits a text to the rest of the format, from a name on: `web:7` to family and revision. Of one that ends before, such as
 * `web`, nobody knows how the ARN goes on.
 */
export function readRest({ rests }: ArnFormat, first: string, text: string): Names {
  const rest = rests[first];
  if (rest === undefined || rest.variables.length === 1) return { [first]: text };
  return readArn(rest, text) ?? { [first]: text, [LAST]: first };
}
