import type { CatalogService } from '../../_internals/catalogService.ts';
import type { ActionName } from '../../model/action.ts';
import { operationTable } from '../../operations/_internals/operationTable.ts';
import { actionsOfOperation } from '../actionsOfOperation.ts';
import { editDistance } from './editDistance.ts';
import { isVerb, sameSense, wordsOf } from './nameWords.ts';

const MAX_LENGTH = 128;

/** The most words that one name has and the other has not. */
const MOST_DIFFERENT_WORDS = 2;

/** Of more that are equally near, nobody can tell which was meant. */
const MOST_ACTIONS = 3;

/**
 * Finds the actions of a service whose name, or the name of whose operation, is nearest to a name: of the same words in
 * another number or order, of another verb of the same sense, of a word more or less, or misspelt. Words are never
 * taken for others because letters agree: `PutBucketReplication` is not near to `PutBucketNotification`.
 *
 * @param name - what somebody wrote, without prefix.
 * @returns full names, all equally near; empty where nothing is near.
 */
export function nearActions({ prefix, actionTable }: CatalogService, name: string): readonly ActionName[] {
  if (name.length > MAX_LENGTH) return [];
  const words = wordsOf(name);
  const [verb = ''] = words;
  const actions = actionTable.names.map(named);
  const keepsVerb = isVerb(verb) || actions.some((known) => known.words[0] === verb);
  let nearest: Named[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const known of [...actions, ...otherOperations(prefix).map(named)]) {
    const distance = distanceOf({ name, words, keepsVerb }, known);
    if (distance > least || distance === Number.POSITIVE_INFINITY) continue;
    if (distance < least) nearest = [];
    least = distance;
    nearest.push(known);
  }
  const ofSameLength = nearest.filter((known) => known.words.length === words.length);
  const chosen = nearest.length > MOST_ACTIONS && ofSameLength.length > 0 ? ofSameLength : nearest;
  return [...new Set(chosen.flatMap((known) => actionsOfOperation(`${prefix}:${known.name}`)))].slice(
    0,
    MOST_ACTIONS,
  );
}

/** The names of the operations that no action has. */
function otherOperations(prefix: string): readonly string[] {
  return operationTable(prefix)
    .rows.filter(({ own }) => !own)
    .map(({ name }) => name);
}

interface Named {
  readonly name: string;
  readonly words: readonly string[];
}

function named(name: string): Named {
  return { name, words: wordsOf(name) };
}

function distanceOf(wanted: Named & { readonly keepsVerb: boolean }, known: Named): number {
  const [verb = '', ...nouns] = wanted.words;
  const [knownVerb = '', ...knownNouns] = known.words;
  if (verb === knownVerb || sameSense(verb, knownVerb)) {
    const missing = without(knownNouns, nouns);
    const added = without(nouns, knownNouns);
    const different = missing + added;
    if (different === 0) return verb === knownVerb ? 0 : 2;
    const shares = added < nouns.length && Math.min(missing, added) === 0;
    if (verb === knownVerb && shares && different <= MOST_DIFFERENT_WORDS) return 1 + different;
  }
  return misspelling(wanted, known);
}

/** How many words of a list another list lacks. */
function without(words: readonly string[], others: readonly string[]): number {
  return words.filter((word) => !others.includes(word)).length;
}

/** The number of edits, where every word is near to the one in its place and a verb stays what it is. */
function misspelling(wanted: Named & { readonly keepsVerb: boolean }, known: Named): number {
  if (wanted.words.length !== known.words.length) {
    const most = Math.min(2, Math.floor(wanted.name.length / 4));
    const edits = editDistance(wanted.name.toLowerCase(), known.name.toLowerCase(), most);
    return edits > most ? Number.POSITIVE_INFINITY : edits;
  }
  if (wanted.keepsVerb && wanted.words[0] !== known.words[0]) return Number.POSITIVE_INFINITY;
  let sum = 0;
  for (const [index, word] of wanted.words.entries()) {
    const most = Math.max(1, Math.floor(word.length / 4));
    const edits = editDistance(word, known.words[index] ?? '', most);
    if (edits > most) return Number.POSITIVE_INFINITY;
    sum += edits;
  }
  return sum;
}
