/** What policy variables stand for, by key in lower case. */
export type KnownValues = ReadonlyMap<string, string>;

const VARIABLE = /\$\{([^}]*)\}/g;

/**
 * Puts values for the variables of a text of a policy, `a` where none is known.
 *
 * @param text - a pattern or a condition value.
 * @param values - by key in lower case.
 */
export function fillVariables(text: string, values: KnownValues): string {
  return text.replace(VARIABLE, (_, content: string) => {
    if (content.length === 1) return content; // `${*}`
    return values.get(keyOf(content)) ?? 'a';
  });
}

/** The keys, in lower case, that the variables of a text name. */
export function variablesOf(text: string): readonly string[] {
  return [...text.matchAll(VARIABLE)]
    .map(([, content = '']) => keyOf(content))
    .filter((key) => key.length > 1);
}

/** Puts plain texts for the wildcards of a pattern. */
export function fillWildcards(pattern: string, star: string): string {
  return pattern.replaceAll('?', 'a').replace(/\*+/g, star);
}

function keyOf(content: string): string {
  return (content.split(',')[0] ?? '').trim().toLowerCase();
}
