// oxlint-disable typescript/no-unsafe-type-assertion -- types here say more than code can prove; tests do
import { PolicyError } from './policyError.ts';

/** The property that carries the resource type of an {@link Arn}, in its type only. */
export declare const resourceType: unique symbol;

/** An ARN, or a pattern of ARNs, of one resource type such as `ecs:cluster`. */
export type Arn<Type extends string> = string & { readonly [resourceType]: Type };

/** The values that the ARN of a resource with a region has besides its own; the partition is `aws` if not given. */
export interface RegionalParts extends AccountParts {
  readonly region: string;
}

/** The values that the ARN of a global resource has besides its own; the partition is `aws` if not given. */
export interface AccountParts {
  readonly partition?: string;
  readonly account: string;
}

/**
 * Takes an ARN that no builder made; statements accept it for every action, without any check.
 *
 * @param text - the ARN or pattern.
 */
export function uncheckedArn(text: string): Arn<'*'> {
  return text as Arn<'*'>;
}

/**
 * Fills a format with values; the builders of the service modules call it.
 *
 * @param formats - formats such as `arn:${partition}:ecs:${region}:${account}:cluster/${clusterName}`; after a
 * name stand the separators that its value may hold. Of several, the first that has all its values is filled.
 * @param parts - values by name; `partition` is `aws` if not given. They may hold wildcards and variables.
 * @throws PolicyError `invalid-arn-part` where a value would spill into another part of the ARN.
 */
export function makeArn(formats: string | readonly string[], parts: object): Arn<never> {
  const values = { partition: 'aws', ...parts } as Readonly<Record<string, string | undefined>>;
  const complete = (format: string): boolean =>
    arnVariables(format).every(({ name }) => values[name] !== undefined);
  const format = typeof formats === 'string' ? formats : (formats.find(complete) ?? formats[0] ?? '');
  let arn = format.slice(0, format.indexOf('$'));
  arnVariables(format).forEach((variable) => {
    const value = values[variable.name] ?? '';
    if (!fitsVariable(hideVariables(value), variable)) {
      const { name, forbidden } = variable;
      const message = `\`${value}\` cannot be the ${name} of an ARN: it must be a text without any of \`${forbidden}\``;
      throw new PolicyError('invalid-arn-part', message);
    }
    arn += value + variable.literal;
  });
  return arn as Arn<never>;
}

/**
 * Reads the values out of an ARN; the parsers of the service modules call it.
 *
 * @param formats - as for {@link makeArn}; the first that fits is read.
 * @returns the values by name, or `undefined` for a text that fits none; the parsers know the type.
 */
export function readArn(formats: string | readonly string[], arn: string): never {
  let parts: object | undefined;
  const read = (format: string): object | undefined => (parts ??= readFormat(format, arn));
  if (typeof formats === 'string') read(formats);
  else formats.forEach(read);
  return parts as never;
}

function readFormat(format: string, arn: string): object | undefined {
  const text = hideVariables(arn);
  let end = format.indexOf('$');
  let fits = text.slice(0, end) === format.slice(0, end);
  const parts: Record<string, string> = {};
  arnVariables(format).forEach((variable) => {
    const start = end;
    end = variable.literal === '' ? text.length : text.indexOf(variable.literal, start + 1);
    fits = fits && end >= 0 && fitsVariable(text.slice(start, end), variable);
    parts[variable.name] = arn.slice(start, end);
    end += variable.literal.length;
  });
  return fits && end === text.length ? parts : undefined;
}

/** One variable of a format. */
interface ArnVariable {
  readonly name: string;
  /** The characters that its value cannot hold. */
  readonly forbidden: string;
  /** What stands between this variable and the next, or the end. */
  readonly literal: string;
}

function arnVariables(format: string): readonly ArnVariable[] {
  const variables: ArnVariable[] = [];
  let start = format.indexOf('${');
  while (start >= 0) {
    const end = format.indexOf('}', start);
    const next = format.indexOf('${', end);
    const variable = format.slice(start + 2, end);
    const literal = format.slice(end + 1, next < 0 ? format.length : next);
    const follower = literal.slice(0, 1);
    let forbidden = (variable.includes(':') ? '' : ':') + (variable.includes('/') ? '' : '/');
    // A value that held what follows it could not be told from the rest; names often hold a hyphen, though.
    if (follower !== '-' && !forbidden.includes(follower)) forbidden += follower;
    variables.push({ name: variable.replace(/[:/]/g, ''), forbidden, literal });
    start = next;
  }
  return variables;
}

function fitsVariable(value: string, { forbidden }: ArnVariable): boolean {
  return value !== '' && !forbidden.split('').some((character) => value.includes(character));
}

/** Blanks policy variables and tokens such as `${aws:username}`, whose insides are no part of the ARN. */
function hideVariables(text: string): string {
  return text.replace(/\$\{[^${}]*\}/g, (variable) => '$'.repeat(variable.length));
}
