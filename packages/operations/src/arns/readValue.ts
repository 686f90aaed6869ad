import type { RequestValue, ValuePart } from '@policywright/catalog';
import { isLackedBySome, textsAt } from '../input/valuesAt.ts';
import { readForm } from './readForm.ts';
import { SOME, type RequestScope } from './scope.ts';

/**
 * Reads what a request says at one place.
 *
 * @returns the texts, several where a member is a list; none where the request says nothing. What is not known of a text is
 * `SOME`; what is yet to be made is `*`.
 */
export function readValue(value: RequestValue, scope: RequestScope): readonly string[] {
  for (const parts of value.choices) {
    const texts = join(parts, scope);
    if (texts.length === 0) continue;
    const isWhole = value.otherwise === undefined || !parts.some((part) => isSkipped(part, scope));
    return isWhole ? texts : [...texts, ...join(value.otherwise ?? [], scope)];
  }
  return value.otherwise === undefined ? [] : join(value.otherwise, scope);
}

/** Whether a request says something for some entries of a list, and nothing for others. */
export function isSaidInPart({ choices }: RequestValue, scope: RequestScope): boolean {
  return choices.some((parts) => parts.some((part) => isSkipped(part, scope)));
}

/** Whether some entries of a list leave a member out, so that they mean what stands for it otherwise. */
function isSkipped(part: ValuePart, { input }: RequestScope): boolean {
  return part.kind === 'member' && isLackedBySome(input, part.path);
}

/** Joins parts; a list can stand in one of them only. */
function join(parts: readonly ValuePart[], scope: RequestScope): readonly string[] {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return textsOf(only, scope);
  let texts: readonly string[] = [''];
  let isThere = false;
  for (const part of parts) {
    const found = textsOf(part, scope);
    const isMember = part.kind === 'member';
    if (found.length === 0 && !isMember) return [];
    if (found.length === 0) continue;
    if (isMember) isThere = true;
    texts = texts.flatMap((text) => found.map((more) => text + more));
  }
  return isThere || parts.every(({ kind }) => kind !== 'member') ? texts : [];
}

const NEW: readonly string[] = ['*'];

function textsOf(part: ValuePart, scope: RequestScope): readonly string[] {
  switch (part.kind) {
    case 'new':
      return NEW;
    case 'text':
      return [part.text];
    case 'unknown':
      return [part.separator + SOME];
    case 'member':
      return textsOfMember(part, scope);
  }
}

function textsOfMember(
  { path, form, separator }: Extract<ValuePart, { kind: 'member' }>,
  scope: RequestScope,
): readonly string[] {
  const texts = textsAt(scope.input, path);
  if (texts.length === 0) return texts;
  const read = form === undefined ? texts : texts.flatMap((text) => readForm(text, form, scope) ?? []);
  return separator === '' ? read : read.map((text) => separator + text);
}
