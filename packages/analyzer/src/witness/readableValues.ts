import { isArnPattern } from '@policywright/arn';
import type { ContextValue } from '@policywright/conditions';
import type { Condition } from '@policywright/policy';
import type { Problem } from '../search/problem.ts';
import { EXAMPLE_ACCOUNT, EXAMPLE_REGION } from '../universe/exampleValues.ts';
import { filledArns, filledText } from './filledPattern.ts';
import { statementsAbout } from './statementsAbout.ts';

/** Keys whose values look like nothing else, each with a value as documentation writes it. */
const EXAMPLES: readonly (readonly [RegExp, string])[] = [
  [/(?:present|^aws:securetransport)$/, 'true'],
  [/region$/, EXAMPLE_REGION],
  [/account$/, EXAMPLE_ACCOUNT],
  [/orgid$/, 'o-exampleorgid'],
  [/^aws:sourcevpce$/, 'vpce-1234567890abcdef0'],
  [/^aws:sourcevpc$/, 'vpc-1234567890abcdef0'],
  [/^aws:username$/, 'alice'],
  [/^aws:userid$/, 'AIDACKCEVSQ6C2EXAMPLE'],
  [/arn$/, `arn:aws:iam::${EXAMPLE_ACCOUNT}:role/example`],
];

/** A context key in a request. */
export interface KeyAsked {
  readonly key: string;
  readonly value: ContextValue;
  /** In lower case. */
  readonly action: string;
}

/**
 * Values of a context key that read well in place of one that was found: those that conditions name, their patterns
 * filled, and values such as the key has.
 *
 * @param asked - the key, and the value that it has in the request.
 * @param problem - what is looked for.
 * @returns the one to try first in front; none where conditions read the value as no text, so that it is chosen well.
 */
export function readableValues({ key, value, action }: KeyAsked, problem: Problem): readonly ContextValue[] {
  const [found] = Array.isArray(value) ? value : [value];
  if (typeof found !== 'string' || (Array.isArray(value) && value.length > 1)) return [];
  const conditions = statementsAbout(action, problem).flatMap(({ source }) =>
    source.conditions.filter((one: Condition) => one.key.toLowerCase() === key.toLowerCase()),
  );
  if (!conditions.every(({ operator: { name } }) => /^(?:String|Arn|Null)/.test(name))) return [];
  const named = conditions
    .filter(({ operator }) => operator.name !== 'Null')
    .flatMap(({ values }) => values.filter((text: string) => !text.includes('${')).map(filledValue));
  if (named.includes(found)) return [];
  const texts = [...new Set([...named, ...examplesOf(key, problem)])].filter((text) => text !== found);
  return Array.isArray(value) ? texts.map((text) => [text]) : texts;
}

function filledValue(pattern: string): string {
  const [filled = filledText(pattern)] = isArnPattern(pattern) ? filledArns(pattern) : [];
  return filled;
}

/**
 * A value that a key has in documentation, if its values look like nothing else.
 *
 * @param key - as a policy spells it.
 * @param problem - whose universe may know more.
 */
export function exampleValue(key: string, { universe }: Problem): string | undefined {
  return universe.exampleValue?.(key) ?? EXAMPLES.find(([form]) => form.test(key.toLowerCase()))?.[1];
}

/** A value that such keys have, and the key's own name. */
function examplesOf(key: string, problem: Problem): readonly string[] {
  const known = exampleValue(key, problem);
  const own = /[^:/]+$/.exec(key)?.[0] ?? key;
  return [
    ...(known === undefined ? [] : [known]),
    `example-${own.replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase()}`,
  ];
}
