import type { ArnVariableForm, CharacterRun } from '../../model/arnVariable.ts';

/** Whether a value has one of the forms; linear in the value for each part of a form. */
export function fitsForm(value: string, forms: readonly ArnVariableForm[]): boolean {
  return forms.some((form) => {
    // Where the parts that were seen so far can end.
    let ends: readonly boolean[] = [true];
    for (const part of form)
      ends = typeof part === 'string' ? behindText(value, part, ends) : behindRun(value, part, ends);
    return ends[value.length] === true;
  });
}

/** Whether a value of one of the forms can hold a character. */
export function canHold(character: string, forms: readonly ArnVariableForm[]): boolean {
  return forms.some((form) =>
    form.some((part) => (typeof part === 'string' ? part.includes(character) : isOf(character, part))),
  );
}

function isOf(character: string, { kind, characters }: CharacterRun): boolean {
  return characters.includes(character) === (kind === 'only');
}

function behindText(value: string, text: string, starts: readonly boolean[]): readonly boolean[] {
  const ends: boolean[] = [];
  for (const [start, isStart] of starts.entries()) {
    if (isStart && value.startsWith(text, start)) ends[start + text.length] = true;
  }
  return Array.from(ends, (isEnd) => isEnd ?? false);
}

function behindRun(value: string, run: CharacterRun, starts: readonly boolean[]): readonly boolean[] {
  const { minLength, maxLength = value.length } = run;
  const ends: boolean[] = [];
  // Starts from `first` on that are at most `end - minLength`, and not before a character that the run does not have.
  let first = 0;
  let count = 0;
  for (let end = 0; end <= value.length; end++) {
    if (end > 0 && !isOf(value.charAt(end - 1), run)) {
      first = end;
      count = 0;
    }
    const newest = end - minLength;
    if (newest >= first && starts[newest] === true) count++;
    if (first < end - maxLength) {
      if (starts[first] === true && first <= newest) count--;
      first++;
    }
    ends.push(count > 0);
  }
  return ends;
}
