/**
 * Tells whether a file is JSON or YAML: by its name, else by how it starts, since documents in JSON start with a
 * brace. YAML can start so too, but is hardly ever written so, and JSON with a mistake must not be taken for it.
 *
 * @param file - its name; `-` for standard input.
 * @param text - its text.
 */
export function textForm(file: string, text: string): 'json' | 'yaml' {
  if (/\.ya?ml$/i.test(file)) return 'yaml';
  if (/\.json$/i.test(file) || /^\ufeff?\s*(?:[[{"]|$)/.test(text)) return 'json';
  // Neither a mapping nor a list: a single word is no document in any form.
  return /^\s*(?:- |---|%|[^\s:#][^:\n]*:(?:\s|$))/m.test(text) ? 'yaml' : 'json';
}

/**
 * Whether YAML can hold a statement of a policy, or a template whose properties grant something; most files of a folder cannot, and are not read then.
 *
 * @param text - the text of the file.
 */
export function canHoldPolicy(text: string): boolean {
  return /effect|statement|AWS::/i.test(text);
}
