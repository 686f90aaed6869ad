import type { Findings } from '../../diagnostic/findings.ts';
import { exceedsBytes, resolveLimits, type JsonLimits } from '../jsonLimits.ts';
import type { JsonNode } from '../jsonNode.ts';
import { Cursor } from './cursor.ts';
import { describeValue } from './describeValue.ts';
import { describeHere, placeOfCharacter } from './readMistakenValue.ts';
import { readValue } from './readValue.ts';
import { skipTrivia } from './skipTrivia.ts';

/**
 * Reads a text as JSON, going on after mistakes whose meaning is plain.
 *
 * @param text - any string; what else a program without types may give is reported.
 * @param findings - where mistakes are reported.
 * @param limits - bounds on depth and size.
 * @returns the tree, perhaps of a text with mistakes: ask `findings.failed`. `undefined` where nothing could be read.
 */
export function readText(text: string, findings: Findings, limits?: JsonLimits): JsonNode | undefined {
  if (!isText(text)) {
    findings.report({
      code: 'data-type-mismatch',
      message: `found ${describeValue(text)}, expected the text of a JSON document`,
      at: { start: 0, end: 0 },
      pointer: '',
      help: '`policyFromValue` reads a document that was parsed already',
    });
    return undefined;
  }
  const { maxDepth, maxBytes } = resolveLimits(limits);
  if (exceedsBytes(text, maxBytes)) {
    findings.report({
      code: 'json-too-large',
      message: `found a text of more than ${maxBytes} bytes`,
      at: { start: 0, end: 0 },
      pointer: '',
      help: 'raise the limit `maxBytes` if the text is trusted',
    });
    return undefined;
  }
  const cursor = new Cursor(text, findings);
  skipTrivia(cursor);
  if (cursor.atEnd) {
    return cursor.giveUp({ start: 0, end: 0, message: 'found an empty text, expected a JSON value' });
  }
  const root = readValue(cursor, maxDepth);
  skipTrivia(cursor);
  if (!cursor.atEnd) {
    cursor.complain({
      ...placeOfCharacter(cursor),
      message: `found ${describeHere(cursor)} after the end of the document`,
      help: 'a file holds one document',
    });
  }
  // What was read before reading stopped is cut off: its missing parts are no findings.
  return cursor.stopped ? undefined : root;
}

/** Whether what should be a text is one: programs without types give other things, too. */
export function isText(text: unknown): text is string {
  return typeof text === 'string';
}
