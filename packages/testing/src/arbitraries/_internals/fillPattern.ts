import { FILLINGS } from './alphabet.ts';
import type { Picker } from './picker.ts';

/** What a context is being made for: values that variables were given so far. */
export interface Bindings {
  /** By key in lower case. */
  readonly values: Map<string, string>;
}

/** A text that a wildcard pattern matches, by filling each wildcard and giving each variable a value. */
export function fillPattern(pattern: string, picker: Picker, bindings?: Bindings): string {
  let text = '';
  let place = 0;
  while (place < pattern.length) {
    const variable = bindings === undefined ? undefined : variableAt(pattern, place);
    if (variable !== undefined && bindings !== undefined) {
      text += bind(variable.content, picker, bindings);
      place = variable.end;
    } else {
      text += fillUnit(pattern[place] ?? '', picker);
      place += 1;
    }
  }
  return text;
}

function fillUnit(unit: string, picker: Picker): string {
  if (unit === '*') return picker.of(FILLINGS, '');
  return unit === '?' ? 'a' : unit;
}

function variableAt(pattern: string, place: number): { content: string; end: number } | undefined {
  if (!pattern.startsWith('${', place)) return undefined;
  const close = pattern.indexOf('}', place);
  return close === -1 ? undefined : { content: pattern.slice(place + 2, close), end: close + 1 };
}

function bind(content: string, picker: Picker, { values }: Bindings): string {
  if (content.length === 1) return content;
  const [name = '', fallback] = content.split(", '");
  const key = name.toLowerCase();
  const known = values.get(key);
  if (known !== undefined) return known;
  if (fallback !== undefined && picker.number() % 2 === 0) return fallback.slice(0, -1);
  const value = picker.of(['a', 'alice', 'k', '*', 'b/k', ''], 'a');
  values.set(key, value);
  return value;
}
