/**
 * Whether a text can hold a policy or a grant that a template writes as a property; most files of a folder cannot,
 * and are not read as JSON or YAML then. Every policy that can be extracted has one of these words.
 *
 * @param text - the text of the file.
 */
export function canHoldPolicy(text: string): boolean {
  return /effect|statement|principal|permission|aws::|2012-10-17|2008-10-17/i.test(text);
}

const EFFECT = /\bEffect["'\\]{0,8}\s{0,80}:\s{0,80}["'\\]{0,8}(?:Allow|Deny)/;
const STATEMENT = /\bStatement["'\\]{0,8}\s{0,80}:/;
const VERSION = /2012-10-17|2008-10-17/;

/**
 * Whether a text that is neither JSON nor YAML was to be one that holds a policy, by what does not depend on its
 * form. `effect` and `statement` are words of many other languages.
 *
 * @param text - the text of the file.
 */
export function isMeantToHoldPolicy(text: string): boolean {
  return EFFECT.test(text) || (STATEMENT.test(text) && VERSION.test(text));
}

const PLACEHOLDERS: readonly (readonly [string, string])[] = [
  ['{{', '}}'],
  ['{%', '%}'],
  ['<%', '%>'],
];

/**
 * Whether a text that is neither JSON nor YAML becomes so when its placeholders are filled in, as those of Helm, Jinja
 * and ERB; or of Terraform's `templatefile`, where they stand in the place of a value.
 *
 * @param text - the text of the file.
 * @param offset - of what keeps it from being read.
 */
export function isUnfilledTemplate(text: string, offset: number): boolean {
  if (text.startsWith('${', offset) || text.startsWith('%{', offset)) return true;
  return PLACEHOLDERS.some(([open, close]) => {
    const start = text.indexOf(open);
    return start >= 0 && text.includes(close, start);
  });
}
