import { escapeHtml } from './escapeHtml.ts';
import { breakCommands, replaceUnprintable } from './printable.ts';

/** XML 1.0 cannot hold these, not even escaped. */
const INVALID = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/**
 * Writes text for an attribute or the content of an element of XML.
 *
 * @param text - any; what XML cannot hold becomes U+FFFD.
 * @returns one line, from which a parser gets all other characters back, line ends and tabs too.
 */
export function escapeXml(text: string): string {
  const escaped = breakCommands(escapeHtml(text.replace(INVALID, '\uFFFD')), '&#35;');
  return replaceUnprintable(escaped, (_, code) => `&#${code};`);
}
