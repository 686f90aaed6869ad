// oxlint-disable typescript/no-unsafe-type-assertion -- types here say more than code can prove; tests do
import { PolicyError } from './policyError.ts';

/** The property that carries the resource type of an {@link Arn}, in its type only. */
export declare const resourceType: unique symbol;

/** An ARN, or a pattern of ARNs, of one resource type such as `ecs:cluster`. */
export type Arn<Type extends string> = string & OfType<Type>;
export interface OfType<out Type extends string> {
  readonly [resourceType]: Type;
}

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

/** Builds the ARNs of one resource type; in an editor, look at `Parts`. */
export interface ArnBuilder<Type extends string, Parts> {
  /** @throws PolicyError `invalid-arn-part` where a value would spill into another part of the ARN. */
  (parts: Parts): Arn<Type>;
}

/** Builds the ARNs of one resource type, and reads them. */
export interface ArnFormat<Type extends string, Parts> extends ArnBuilder<Type, Parts> {
  /** Reads the values out of an ARN; `undefined` for a text that is no ARN of this type. */
  parse(arn: string): Parts | undefined;
}

/**
 * Makes a builder of ARNs; the service modules call it, and know the types.
 *
 * @param formats - formats such as `arn:${partition}:ecs:${region}:${account}:cluster/${clusterName}`; after a
 * name stand the separators that its value may hold. Of several, the first that has all its values is filled, and
 * the first that fits is read.
 */
export function arnFormat(...formats: readonly string[]): never {
  const build = (parts: object = {}): string => makeArn(formats, parts);
  const parse = (arn: string): object | undefined =>
    formats.map((format) => readArn(format, arn)).find((parts) => parts !== undefined);
  return Object.assign(build, { parse }) as never;
}

/** Fills a format; values may hold wildcards and variables, and `partition` is `aws` if not given. */
function makeArn(formats: readonly string[], parts: object): string {
  const values = { partition: 'aws', ...parts } as Readonly<Record<string, string | undefined>>;
  const complete = (format: string): boolean =>
    variablesOf(format).every(({ name }) => values[name] !== undefined);
  const format = formats.find(complete) ?? formats[0] ?? '';
  return variablesOf(format).reduce(
    (arn, variable) => {
      const value = values[variable.name] ?? '';
      if (fits(hideVariables(value), variable)) return arn + value + variable.literal;
      const { name, forbidden } = variable;
      const message = `\`${value}\` cannot be the ${name} of an ARN: it must be a text without any of \`${forbidden}\``;
      throw new PolicyError('invalid-arn-part', message);
    },
    format.slice(0, format.indexOf('$')),
  );
}

function readArn(format: string, arn: string): object | undefined {
  const text = hideVariables(arn);
  let end = format.indexOf('$');
  const beginning = format.slice(0, end);
  const parts = variablesOf(format).map((variable) => {
    const start = end;
    const stop = variable.literal === '' ? text.length : text.indexOf(variable.literal, start + 1);
    end = stop + variable.literal.length;
    const fitting = stop > start && fits(text.slice(start, stop), variable);
    return [fitting ? variable.name : '', arn.slice(start, stop)];
  });
  const whole = text.startsWith(beginning) && end === text.length && parts.every(([name]) => name !== '');
  return whole ? Object.fromEntries(parts) : undefined;
}

/** One variable of a format. */
interface ArnVariable {
  readonly name: string;
  /** The characters that its value cannot hold. */
  readonly forbidden: string;
  /** What stands between this variable and the next, or the end. */
  readonly literal: string;
}

function variablesOf(format: string): readonly ArnVariable[] {
  const pieces = format.split('${').slice(1);
  return pieces.map((piece) => {
    const end = piece.indexOf('}');
    const variable = piece.slice(0, end);
    const literal = piece.slice(end + 1);
    // A value that held what follows it could not be told from the rest; names often hold a hyphen, though.
    const follower = literal.startsWith('-') ? '' : literal.slice(0, 1);
    const forbidden = [':', '/'].filter((one) => one === follower || !variable.includes(one)).join('');
    return {
      name: variable.replace(/[:/]/g, ''),
      forbidden: forbidden.includes(follower) ? forbidden : forbidden + follower,
      literal,
    };
  });
}

function fits(value: string, { forbidden }: ArnVariable): boolean {
  return value !== '' && forbidden.split('').every((character) => !value.includes(character));
}

/** Blanks policy variables and tokens such as `${aws:username}`, whose insides are no part of the ARN. */
function hideVariables(text: string): string {
  return text.replace(/\$\{[^${}]*\}/g, (variable) => '$'.repeat(variable.length));
}
