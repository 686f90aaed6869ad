import { withoutEndMarks } from './withoutEndMarks.ts';

/** Words that stand where a principal would, and name none. */
const NAMELESS = new Set([
  '',
  'user',
  'you',
  'account',
  'it',
  'this',
  'caller',
  'role',
  'principal',
  'identity',
]);

/**
 * The principal that an access-denied message names.
 *
 * @param text - what stands before "not authorized to perform", in one line.
 * @returns an ARN, the name of a service, `anonymous` or whatever else the message has; `undefined` for none.
 */
export function principalBefore(text: string): string | undefined {
  const words = text.trimEnd().split(' ');
  const last = words.pop() ?? '';
  if (last !== 'is' && last !== 'was') {
    // "Not authorized to perform …" names nobody, and what stands before it is the error's name.
    const name = nameIn(last);
    return name.startsWith('arn:') ? name : undefined;
  }
  while (words.at(-1) === '') words.pop();
  const name = nameIn(words.pop() ?? '');
  return NAMELESS.has(name.toLowerCase()) ? undefined : name;
}

/** A word without the quotation marks, the tag and the label around it. */
function nameIn(word: string): string {
  const name =
    withoutEndMarks(word)
      .split(/["'`>(“]/)
      .at(-1) ?? '';
  const label = name.toLowerCase().lastIndexOf('user:');
  return label < 0 || name.startsWith('arn:') ? name : name.slice(label + 'user:'.length);
}
