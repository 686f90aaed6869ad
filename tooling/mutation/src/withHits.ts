import ts from 'typescript';
import type { Mutant } from './mutant.ts';

/**
 * A file that says which of its mutants' functions ran.
 *
 * @param source - the text of the file
 * @param mutants - faults of the file, each with the number under which it is recorded
 * @returns the text with a call at the head of each mutant's function; of a mutant outside of functions, at the end
 */
export function withHits(source: string, mutants: readonly (readonly [number, Mutant])[]): string {
  const parsed = ts.createSourceFile('file.ts', source, ts.ScriptTarget.ES2022, true);
  const inserted: (readonly [offset: number, text: string])[] = [];
  for (const [number, mutant] of mutants) {
    const call = `globalThis.__mutationHits?.add(${String(number)})`;
    const body = bodyAround(parsed, mutant);
    if (body === undefined) inserted.push([source.length, `\n;${call};`]);
    else if (ts.isBlock(body)) inserted.push([body.getStart(parsed) + 1, `${call};`]);
    else inserted.push([body.getStart(parsed), `(${call}, `], [body.end, ')']);
  }
  // From the end, so that offsets hold; what is put at one place stays in order of nesting.
  inserted.sort(([one], [other]) => other - one);
  let text = source;
  for (const [offset, piece] of inserted) text = text.slice(0, offset) + piece + text.slice(offset);
  return text;
}

/** The body of the innermost function that a mutant stands in. */
function bodyAround(parsed: ts.SourceFile, mutant: Mutant): ts.ConciseBody | undefined {
  let found: ts.ConciseBody | undefined;
  const visit = (node: ts.Node): void => {
    if (mutant.start < node.getStart(parsed) || mutant.end > node.end) return;
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) found = node.body;
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return found;
}
