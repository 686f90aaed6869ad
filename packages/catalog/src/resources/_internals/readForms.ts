import type { ArnVariableForm, CharacterRun } from '../../model/arnVariable.ts';

/** What `<uuid>` stands for. */
const UUID = [8, 4, 4, 4, 12].map((length) => `[0-9a-fA-F]{${length}}`).join('-');

/**
 * Reads the forms of a line of the tables of names.
 *
 * @param text - such as `<uuid>|mrk-[0-9a-f]{32}`, split by `|` but for those within brackets.
 */
export function readForms(text: string): readonly ArnVariableForm[] {
  const forms: (string | CharacterRun)[][] = [[]];
  const notation = text.replaceAll('<uuid>', UUID);
  let at = 0;
  while (at < notation.length) {
    const form = forms.at(-1) ?? [];
    if (notation.charAt(at) === '|') {
      forms.push([]);
      at++;
    } else if (notation.charAt(at) === '[') {
      const end = notation.indexOf(']', at);
      const close = notation.indexOf('}', end);
      form.push(readRun(notation.slice(at + 1, end), notation.slice(end + 2, close)));
      at = close + 1;
    } else {
      const last = form.at(-1);
      const character = notation.charAt(at++);
      if (typeof last === 'string') form[form.length - 1] = last + character;
      else form.push(character);
    }
  }
  return forms;
}

/** @param lengths - `12`, `1,255` or `1,`. */
function readRun(set: string, lengths: string): CharacterRun {
  const isExcept = set.startsWith('^');
  const [min = '', max = min] = lengths.split(',');
  return {
    kind: isExcept ? 'except' : 'only',
    characters: readSet(isExcept ? set.slice(1) : set),
    minLength: Number(min),
    maxLength: max === '' ? undefined : Number(max),
  };
}

/** Writes the characters of a set out: `a-z._-`, with `␣` for a space; a hyphen at an end is one. */
function readSet(set: string): string {
  let characters = '';
  for (let at = 0; at < set.length; at++) {
    const last = set.charAt(at + 2);
    if (set.charAt(at) === '␣') {
      characters += ' ';
    } else if (set.charAt(at + 1) === '-' && last !== '') {
      for (let code = set.charCodeAt(at); code <= last.charCodeAt(0); code++) {
        characters += String.fromCharCode(code);
      }
      at += 2;
    } else {
      characters += set.charAt(at);
    }
  }
  return characters;
}
