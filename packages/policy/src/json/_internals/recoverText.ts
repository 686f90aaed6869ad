import { Findings } from '../../diagnostic/findings.ts';
import { exceedsBytes, resolveLimits, type JsonLimits } from '../jsonLimits.ts';
import type { JsonNode } from '../jsonNode.ts';
import { Cursor } from './cursor.ts';
import { readValue } from './readValue.ts';
import { skipTrivia } from './skipTrivia.ts';
import { TextRecovery } from './textRecovery.ts';

/** What can be read of a text that is not JSON. */
export interface RecoveredText {
  /** Absent where nothing can be read. */
  readonly root: JsonNode | undefined;
  /** The offset of the first mistake: what ends before it is as it was written. */
  readonly firstMistake: number;
}

/**
 * Reads what can be read of a text that is not JSON, as one that is being typed. Strings and brackets that are not closed
 * end where a line or something else does, what stands astray is stepped over, a value that is missing is a null without
 * extent. Costs are linear in the text.
 *
 * @param text - any string within the limits, which `readText` found mistakes in.
 * @param limits - bound on depth.
 */
export function recoverText(text: string, limits?: JsonLimits): RecoveredText {
  const { maxDepth, maxBytes } = resolveLimits(limits);
  if (exceedsBytes(text, maxBytes)) return { root: undefined, firstMistake: 0 };
  const recovery = new TextRecovery();
  const cursor = new Cursor(text, new Findings(), recovery);
  skipTrivia(cursor);
  const root = cursor.atEnd ? undefined : readValue(cursor, maxDepth);
  skipTrivia(cursor);
  // What stands behind the document is a mistake, too.
  return { root, firstMistake: Math.min(recovery.firstMistake, cursor.pos) };
}
