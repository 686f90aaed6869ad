import { code } from './markdown.js';

/** @type {Readonly<Record<string, string>>} */
const BASIS = { D: 'documented', I: 'inferred', K: 'recalled', Q: 'open' };

/**
 * Gives every rule of the semantics an anchor, so that `/semantics#s165` leads to it, makes every mention of a rule a
 * link, and writes out the letters that say what a rule rests on.
 *
 * @param {string} text - `docs/semantics.md`.
 * @returns {string} Markdown for the site.
 */
export function anchorRules(text) {
  let fenced = false;
  return text
    .replace(/^# .*\n/, '')
    .split('\n')
    .map((line) => {
      if (line.startsWith('```')) fenced = !fenced;
      if (fenced || line.startsWith('```')) return line;
      const [, rule, rest = ''] = /^\*\*(S\d+)\*\* (.*)$/.exec(line) ?? [];
      return rule === undefined ? inText(line) : oneRule(rule, rest);
    })
    .join('\n');
}

/**
 * @param {string} rule
 * @param {string} text
 */
function oneRule(rule, text) {
  const end = text.lastIndexOf(' source: ');
  const [body, source] = end < 0 ? [text, ''] : [text.slice(0, end), text.slice(end + ' source: '.length)];
  const id = rule.toLowerCase();
  const cite = source === '' ? '' : ` <span class="source">Source: ${inText(source)}</span>`;
  return `\n<a id="${id}" class="rule" href="#${id}">${rule}</a> ${inText(body)}${cite}`;
}

/**
 * Links rules, and keeps `${…}` and `<…>` from being taken for templates; code spans are left to themselves.
 *
 * @param {string} text
 */
function inText(text) {
  return text
    .split(/(`+[^`]*`+)/)
    .map((part, index) => (index % 2 === 1 ? code(part.replace(/^`+|`+$/g, '')) : inProse(part)))
    .join('');
}

/** @param {string} text */
function inProse(text) {
  return text
    .replace(/[&<>{}]/g, (letter) => `&#${letter.charCodeAt(0)};`)
    .replace(/\bS(\d{1,3})\b/g, '[S$1](#s$1)')
    .replace(
      /\[((?:D|I|K|Q)\b[^\]]*)\](?!\()/g,
      (_, basis) => `<span class="basis">${spellOut(basis)}</span>`,
    );
}

/** @param {string} basis */
function spellOut(basis) {
  return basis.replace(/\b[DIKQ]\b/g, (letter) => BASIS[letter] ?? letter);
}
