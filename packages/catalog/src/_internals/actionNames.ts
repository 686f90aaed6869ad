import { VERBS } from './textFormat.ts';

const LOWER_A = 97;

/**
 * Calls back with each action in the lines of actions: its name, and the text of its shape.
 *
 * Works on offsets, since splitting the whole catalog into lines and fields takes twice as long.
 *
 * @param section - lines such as `W@0,2 1*@1:aCluster bCluster`.
 */
export function forEachActionName(section: string, visit: (name: string, shapeText: string) => void): void {
  let lineStart = 0;
  while (lineStart < section.length) {
    let lineEnd = section.indexOf('\n', lineStart);
    if (lineEnd < 0) lineEnd = section.length;
    const colon = section.lastIndexOf(':', lineEnd);
    const shapeText = section.slice(lineStart, colon);
    let start = colon + 1;
    while (start < lineEnd) {
      let end = section.indexOf(' ', start);
      if (end < 0 || end > lineEnd) end = lineEnd;
      visit(decodeName(section.slice(start, end)), shapeText);
      start = end + 1;
    }
    lineStart = lineEnd + 1;
  }
}

function decodeName(code: string): string {
  const first = code.charCodeAt(0);
  if (first >= LOWER_A) return (VERBS[first - LOWER_A] ?? '') + code.slice(1);
  return code.startsWith('=') ? code.slice(1) : code;
}
