import { UNKNOWN_PREFIX, unknownParts } from '@policywright/policy';
import { widenVariables } from './variables.ts';

// Neither is in an ARN.
const WORD = '\u{1}';
const ANY = '\u{2}';

/** What stands for a name of which it is only known that it has no separators. */
const SOME_NAME = 'x0';

/** A text with a character each for its unknown parts, and variables widened; the text itself where it has none. */
function marked(text: string): string {
  let result = '';
  let position = 0;
  for (const { start, end, isWord } of unknownParts(text)) {
    result += text.slice(position, start) + (isWord ? WORD : ANY);
    position = end;
  }
  return widenVariables(result + text.slice(position));
}

function hasUnknown(parts: string): boolean {
  return parts.includes(WORD) || parts.includes(ANY);
}

/**
 * A pattern of what an ARN can be of which some parts are not known before a template is filled in.
 *
 * What is not known may be anything, and hold `/` and `:`, so that nothing is known of a text in which it stands in front
 * of the resource part, unless it is a Region, a partition or an account. A name has no separators, and one is as good as
 * another.
 *
 * @param text - an entry of `Resource`, said to have unknown parts.
 * @returns `undefined` where no fields are known.
 */
export function knownPattern(text: string): string | undefined {
  const parts = marked(text);
  if (!hasUnknown(parts) || !parts.startsWith('arn:')) return undefined;
  const head = parts.split(':', 5).join(':');
  if (head.includes(ANY) || head.length === parts.length) return undefined;
  const resource = parts.slice(head.length);
  return head.replaceAll(WORD, '*') + resource.replaceAll(WORD, SOME_NAME).replaceAll(ANY, '*');
}

/**
 * Whether a text is no ARN and no wildcard, whatever its unknown parts turn out to be.
 *
 * @param text - an entry of `Resource`, said to have unknown parts.
 */
export function isNeverArn(text: string): boolean {
  const parts = marked(text);
  if (!hasUnknown(parts)) return false;
  const [known = ''] = parts.split(ANY, 1);
  // What may still become one has a beginning of `arn:` or a wildcard in front of the first part that may be anything.
  if (/^[*?]/.test(known) || known.startsWith('arn:')) return false;
  return known.length === parts.length || !'arn:'.startsWith(known);
}

/** A reference to the Region or the account of the stack, where the Region of an ARN stands. */
const STACK_FOR_REGION = /^arn:[^:]*:[^:]*:(\$\{unknown\.AWS\.(?:(Region)|AccountId)\}):/;

/** The Region of an ARN that is the one of its stack, and so is not empty. */
export function regionOfTemplate(text: string): string | undefined {
  const match = STACK_FOR_REGION.exec(text);
  return match?.[2] === undefined ? undefined : match[1];
}

/** Whether an ARN has the account of its stack in the place of the Region. */
export function isAccountForRegion(text: string): boolean {
  const match = STACK_FOR_REGION.exec(text);
  return match !== null && match[2] === undefined;
}

/** A text without what stands for unknown values, whose length nobody knows. */
export function withoutUnknown(text: string): string {
  return text.includes(UNKNOWN_PREFIX) ? text.replace(/\$\{unknown\.[^}]*\}/g, '') : text;
}
