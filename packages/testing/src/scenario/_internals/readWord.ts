import type { ScenarioDiagnosticCode } from '../scenarioDiagnostic.ts';
import { closestMember } from './closestMember.ts';
import { quoted, type NodeReader, type Placed } from './nodeReader.ts';

/** A value that is one of a few words. */
export interface WordExpected {
  /** The member that has it, for messages. */
  readonly name: string;
  readonly words: readonly string[];
  /** Of the finding where it is another. */
  readonly code: ScenarioDiagnosticCode;
}

/** One of the words, or `undefined` after a report that it is none. */
export function readWord(
  reader: NodeReader,
  place: Placed,
  { name, words, code }: WordExpected,
): string | undefined {
  const text = reader.string(place, quoted(name));
  if (text === undefined || words.includes(text)) return text;
  const closest = closestMember(text, words);
  reader.report(place, {
    code,
    message: `${quoted(name)} cannot be ${quoted(text)}`,
    help:
      closest === undefined ? `it is ${words.map(quoted).join(' or ')}` : `did you mean ${quoted(closest)}?`,
  });
  return undefined;
}
