import { matchResource, type RequestResource } from '@policywright/catalog';
import { textsAt } from '../input/valuesAt.ts';
import { arnFormats, fillArn, readArn, readRest, type ArnFormat, type Names } from './arnFormat.ts';
import { isArn } from './readForm.ts';
import { readValue } from './readValue.ts';
import { roleByName } from './roleByName.ts';
import { isKnown, patternOf, SOME, type NamedResource, type RequestScope } from './scope.ts';

/**
 * The resources that a request names at one place.
 *
 * @returns none where it names none; one that is not known where it must name one and does not say which.
 */
export function resourcesOf(resource: RequestResource, scope: RequestScope): readonly NamedResource[] {
  let named = scope.named.get(resource);
  if (named === undefined) {
    named = nameAll(resource, scope);
    scope.named.set(resource, named);
  }
  return named;
}

function nameAll(resource: RequestResource, scope: RequestScope): readonly NamedResource[] {
  const { types, unless, typeMember } = resource;
  if (unless !== undefined && readValue(unless, scope).length > 0) return [];
  const values = resource.values.map((value) => readValue(value, scope));
  if (resource.optional && values.some((texts) => texts.length === 0)) return [];
  if (typeMember !== undefined) {
    const said = [...new Set(textsAt(scope.input, typeMember))];
    return said.flatMap((type) => nameOne({ ...resource, types: [type] }, values.map(firstOf), scope) ?? []);
  }
  const last = values.at(-1) ?? [];
  if (types.length === 0) return (last.length === 0 ? [SOME] : last).map((text) => ofAnyType(text));
  return nameEach(resource, values, scope);
}

/** One resource for each text of the longest list; the first of the others stands with all of them. */
function nameEach(
  resource: RequestResource,
  values: readonly (readonly string[])[],
  scope: RequestScope,
): readonly NamedResource[] {
  let longest = values.at(-1) ?? [];
  for (const found of values) if (found.length > longest.length) longest = found;
  if (longest.length <= 1) {
    const only = nameOrType(resource, values.map(firstOf), scope);
    return only === undefined ? [] : [only];
  }
  const named = new Map<string, NamedResource>();
  for (let index = 0; index < longest.length; index++) {
    const texts = values.map((found) => (found.length === longest.length ? found[index] : found[0]));
    const one = nameOrType(resource, texts, scope);
    if (one !== undefined && !named.has(one.pattern)) named.set(one.pattern, one);
  }
  return [...named.values()];
}

/** What a request names; where a name fits none of the types, what has only its type. */
function nameOrType(
  resource: RequestResource,
  texts: readonly (string | undefined)[],
  scope: RequestScope,
): NamedResource | undefined {
  return nameOne(resource, texts, scope) ?? (isArnOnly(resource) ? undefined : unknownOf(resource, scope));
}

function firstOf(texts: readonly string[]): string | undefined {
  return texts[0];
}

/** A resource of the first type that fits; `undefined` where none does. */
function nameOne(
  resource: RequestResource,
  texts: readonly (string | undefined)[],
  scope: RequestScope,
): NamedResource | undefined {
  const { service, types } = resource;
  const [arn] = texts;
  for (const type of types) {
    for (const format of arnFormats(service, type)) {
      if (isArnOnly(resource) && (arn === undefined || readArn(format, arn) === undefined)) continue;
      const text = fit(format, texts, scope);
      if (text !== undefined) return withPath(namedAs(text, format.type), scope);
    }
  }
  return undefined;
}

/** A role that a request names without the path that its ARN has. */
function withPath(named: NamedResource, scope: RequestScope): NamedResource {
  if (named.type !== 'role' || named.arn !== undefined) return named;
  const [, name] = /:role\/\*([^*?/]+)$/.exec(named.pattern) ?? [];
  return name === undefined ? named : roleByName(name, scope);
}

/** Whether nothing but an ARN of the type names the resource. */
function isArnOnly({ values }: RequestResource): boolean {
  const [part] = values[0]?.choices[0] ?? [];
  return part?.kind === 'member' && part.form === 'arn';
}

function namedAs(text: string, type: string | undefined): NamedResource {
  return { type, arn: isKnown(text) ? text : undefined, pattern: patternOf(text) };
}

/** The ARN of the texts in a format; `undefined` where an ARN among them is of something else. */
function fit(
  format: ArnFormat,
  texts: readonly (string | undefined)[],
  scope: RequestScope,
): string | undefined {
  const [only] = texts;
  const [first] = format.names;
  // A name alone, as most requests have it.
  if (texts.length === 1 && only !== undefined && first !== undefined && !isArn(only))
    return fillArn(format, readRest(format, first, only), scope);
  const names: Record<string, string> = {};
  let place = scope;
  for (let index = 0; index < texts.length; index++) {
    const text = texts[index];
    const name = format.names[index];
    const isLast = index === texts.length - 1;
    if (name === undefined) continue;
    if (text === undefined) {
      if (isLast) Object.assign(names, readRest(format, name, SOME));
      continue;
    }
    if (!isArn(text)) {
      Object.assign(names, isLast ? readRest(format, name, text) : { [name]: text });
      continue;
    }
    if (!isOfService(text, format)) return undefined;
    const own = readArn(format, text);
    if (own !== undefined && isLast) return text;
    const told = own ?? matchResource(text)[0]?.variables;
    const needed = isLast ? format.names.slice(index) : [name];
    if (told === undefined || needed.some((one) => told[one] === undefined)) return undefined;
    for (const one of needed) names[one] = told[one] ?? SOME;
    place = placeOf(told, place);
  }
  return fillArn(format, names, place);
}

/** Names of one service are none of another: an access point of Object Lambda is none of Amazon S3. */
function isOfService(arn: string, { literals }: ArnFormat): boolean {
  const [, service = ''] = literals[1]?.split(':') ?? [];
  return service === '' || arn.split(':', 3)[2] === service;
}

function placeOf({ Account, Region, Partition }: Names, scope: RequestScope): RequestScope {
  return {
    ...scope,
    account: Account ?? scope.account,
    region: Region ?? scope.region,
    partition: Partition ?? scope.partition,
  };
}

/** What has only its type: the likeliest where there are several. */
function unknownOf({ service, types }: RequestResource, scope: RequestScope): NamedResource {
  const [format] = types.length === 1 ? arnFormats(service, types[0] ?? '') : [];
  if (format === undefined) return { type: undefined, arn: undefined, pattern: '*' };
  // An ARN that does not fit may be of another account.
  return namedAs(fillArn(format, {}, { ...scope, account: SOME, region: SOME }), format.type);
}

function ofAnyType(text: string): NamedResource {
  if (!isArn(text) || !isKnown(text)) return { type: undefined, arn: undefined, pattern: '*' };
  return namedAs(text, matchResource(text)[0]?.type.name);
}
