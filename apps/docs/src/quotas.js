import { ATTACHMENT_QUOTAS, NAME_QUOTAS, POLICY_QUOTAS } from '@policywright/policy';
import { code, escape, rule, table } from './markdown.js';

/** @import { AttachmentQuota, NameQuota, PolicyQuota } from '@policywright/policy' */

/** @type {Readonly<Record<string, PolicyQuota>>} */
const DOCUMENTS = POLICY_QUOTAS;
/** @type {Readonly<Record<string, AttachmentQuota>>} */
const ATTACHMENTS = ATTACHMENT_QUOTAS;
/** @type {Readonly<Record<string, NameQuota>>} */
const NAMES = NAME_QUOTAS;

/** Every quota that the toolkit measures: of documents, of attached policies, of names. */
export function quotas() {
  return [
    '## Documents',
    '`measurePolicy` applies these.',
    table(
      ['quota', 'limit', 'raisable to', 'white space', 'of'],
      Object.entries(DOCUMENTS).map(([name, quota]) => [
        code(name),
        `${number(quota.limit)} ${quota.unit}`,
        quota.raisableTo === undefined ? '' : number(quota.raisableTo),
        whiteSpace(quota),
        prose(quota.summary),
      ]),
    ),
    '## Attached policies',
    '`measureAttachments` applies these.',
    table(
      ['quota', 'limit', 'raisable to', 'of'],
      Object.entries(ATTACHMENTS).map(([name, { limit, raisableTo, summary }]) => [
        code(name),
        number(limit),
        raisableTo === undefined ? '' : number(raisableTo),
        prose(summary),
      ]),
    ),
    '## Names and tags',
    `${rule(41)}. \`measureName\` applies these.`,
    table(
      ['name', 'characters', 'does not begin with'],
      Object.entries(NAMES).map(([name, { minimum, limit, reservedPrefix }]) => [
        code(name),
        `${number(minimum)} to ${number(limit)}`,
        reservedPrefix === undefined ? '' : code(reservedPrefix),
      ]),
    ),
  ].join('\n\n');
}

/** @param {number} value */
function number(value) {
  return value.toLocaleString('en');
}

/** @param {PolicyQuota} quota */
function whiteSpace({ countsWhiteSpace, consoleStripsWhiteSpace }) {
  if (countsWhiteSpace === undefined) return '';
  if (!countsWhiteSpace) return 'does not count';
  return consoleStripsWhiteSpace === true ? 'counts, the console strips it' : 'counts';
}

/**
 * A summary with its code, and with links to the rules that it names.
 *
 * @param {string} summary
 */
function prose(summary) {
  const text = summary
    .split(/`([^`]*)`/)
    .map((part, index) => (index % 2 === 1 ? code(part) : escape(part)))
    .join('');
  return text.replace(/\bS(\d{1,3})\b/g, (_, found) => rule(found));
}
