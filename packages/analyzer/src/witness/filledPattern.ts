import { compileGlob } from '@policywright/arn';
import { EXAMPLE_ACCOUNT, EXAMPLE_REGION } from '../universe/exampleValues.ts';

/** What stands for a `*` of which nothing is known. */
const WORD = 'example';
const NOTHING_KNOWN: readonly string[] = ['arn', 'aws', '', EXAMPLE_REGION, EXAMPLE_ACCOUNT, WORD];
const FIELDS = NOTHING_KNOWN.length;

/**
 * ARNs that a pattern matches, with the names that an example has wherever they fit.
 *
 * @param pattern - as in `Resource`, without policy variables.
 * @param example - an ARN; left out, parts that can be anything are a Region, an account and a word.
 * @returns the one that reads best in front; none where a pattern says too little of what its resources are.
 */
export function filledArns(pattern: string, example?: string): readonly string[] {
  if (pattern === '*') return example === undefined ? [] : [example];
  const fields = fieldsOf(pattern);
  if (fields.length < FIELDS) return [];
  const words = example === undefined ? NOTHING_KNOWN : fieldsOf(example);
  const front = fields.slice(0, -1).map((field, index) => {
    const known = words[index] ?? '';
    // An example without a Region or account fits `*`, and else leaves it to the pattern.
    return filledText(field, known === '' && field !== '*' ? NOTHING_KNOWN[index] : known);
  });
  const [resource = '', name = WORD] = [fields.at(-1), words.at(-1)];
  // `bucket*` matches objects, too: what an example has behind its first name goes behind the name.
  const tail = name.slice(/[/:]|$/.exec(name)?.index);
  const last = resource.lastIndexOf('*');
  const deeper =
    last < 0 || tail === '' ? resource : `${resource.slice(0, last)}*${tail}${resource.slice(last + 1)}`;
  const ends = [filledText(resource, name), ...(deeper === resource ? [] : [filledText(deeper, name)])];
  return [...new Set(ends)].map((end) => [...front, end].join(':'));
}

/**
 * A text that a pattern matches.
 *
 * @param pattern - with `*` and `?`.
 * @param wish - taken where the pattern matches it; else each `*` is a word.
 */
export function filledText(pattern: string, wish: string = WORD): string {
  if (!/[*?]/.test(pattern)) return pattern;
  if (compileGlob(pattern).matches(wish)) return wish;
  return pattern.replaceAll(/\*+/g, WORD).replaceAll('?', 'x');
}

/** The parts of an ARN, the last with all that follows. */
function fieldsOf(arn: string): readonly string[] {
  const parts = arn.split(':');
  return parts.length <= FIELDS ? parts : [...parts.slice(0, FIELDS - 1), parts.slice(FIELDS - 1).join(':')];
}
