import { closestName, quote } from '@policywright/policy/text';
import type { ScenarioDiagnosticCode } from '../../model/scenarioDiagnostic.ts';
import type { NodeReader, Placed } from './nodeReader.ts';

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
  const text = reader.string(place, quote(name));
  if (text === undefined || words.includes(text)) return text;
  const closest = closestName(text, words);
  reader.report(place, {
    code,
    message: `${quote(name)} cannot be ${quote(text)}`,
    help:
      closest === undefined
        ? `it is ${words.map((word) => quote(word)).join(' or ')}`
        : `did you mean ${quote(closest)}?`,
  });
  return undefined;
}
