/** Any text, in the words of SMT-LIB. */
export const ANY_TEXT = '(re.* re.allchar)';
const NO_COLON = '(re.comp (str.to_re ":"))';
const ONE_NO_COLON = `(re.inter re.allchar ${NO_COLON})`;
const RUN_NO_COLON = `(re.* ${ONE_NO_COLON})`;
const COLONS = 5;

/**
 * A text as SMT-LIB writes it.
 *
 * @param text - whatever it holds.
 */
export function smtText(text: string): string {
  const characters = Array.from(text, (one) =>
    /[ !#-[\]-~]/.test(one) ? one : `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}`,
  );
  return `"${characters.join('')}"`;
}

/**
 * A pattern of `StringLike` as a regular expression (rule S92).
 *
 * @param pattern - with `*` and `?`.
 */
export function smtGlob(pattern: string): string {
  return joined(pieces(pattern).map((piece) => ofPiece(piece, ANY_TEXT, 're.allchar')));
}

/**
 * A pattern of `Action` as a regular expression over lower case (rules S61, S65, S66).
 *
 * @param pattern - a value of `Action` or `NotAction`.
 * @returns `undefined` for patterns that are held to no service, `*` apart.
 */
export function smtAction(pattern: string): string | undefined {
  if (pattern === '*' || pattern === '*:*') return ANY_TEXT;
  if (!/^[^*?:]+:[^:]*$/.test(pattern)) return undefined;
  return joined(pieces(pattern.toLowerCase()).map((piece) => ofPiece(piece, RUN_NO_COLON, ONE_NO_COLON)));
}

/**
 * A pattern of `Resource` as a regular expression (rules S48 to S51): in front of the fifth colon a `*` stays in its segment, but
 * for one that ends it.
 *
 * @param pattern - a value of `Resource` or `NotResource`.
 * @returns `undefined` for ARNs that leave fields out (S52), and for runs of wildcards in front of the fifth colon.
 */
export function smtResource(pattern: string): string | undefined {
  const fields = pattern.split(':').length - 1;
  if (fields < COLONS && pattern.startsWith('arn:') && !pattern.endsWith('*')) return undefined;
  if (fields < COLONS && !pattern.startsWith('arn:') && pattern !== '*') return undefined;
  const all = pieces(pattern);
  let colons = 0;
  const parts: string[] = [];
  for (const [index, piece] of all.entries()) {
    if (piece !== '*' && piece !== '?') {
      colons += piece.split(':').length - 1;
      parts.push(ofPiece(piece, '', ''));
      continue;
    }
    const next = all[index + 1];
    if (colons >= COLONS) parts.push(ofPiece(piece, ANY_TEXT, 're.allchar'));
    else if (next === '*' || next === '?') return undefined;
    else
      parts.push(
        ofPiece(piece, next === undefined || next.startsWith(':') ? ANY_TEXT : RUN_NO_COLON, ONE_NO_COLON),
      );
  }
  return joined(parts);
}

/** Wildcards one by one, and the texts between them. */
function pieces(pattern: string): readonly string[] {
  return pattern.split(/([*?])/).filter((piece) => piece !== '');
}

function ofPiece(piece: string, run: string, one: string): string {
  if (piece === '*') return run;
  return piece === '?' ? one : `(str.to_re ${smtText(piece)})`;
}

function joined(parts: readonly string[]): string {
  const [first = '(str.to_re "")', ...others] = parts;
  return others.length === 0 ? first : `(re.++ ${parts.join(' ')})`;
}
