import type { ReferenceSubject } from '../model/referencePage.ts';
import { keptSpellings } from './_internals/keptSpellings.ts';

/** What words can be made of. */
export interface NamedThing {
  readonly kind: Extract<ReferenceSubject['kind'], 'action' | 'resourceType' | 'conditionKey'>;
  /** With or without prefix: `ecs:RunTask`, `container-instance`, `aws:ResourceTag/${TagKey}`. */
  readonly name: string;
}

/**
 * Puts a name into words. They are made of the name by rule, and are no sentence of AWS: show them as what they are.
 *
 * @param thing - an action, a resource type or a condition key, whether the catalog has it or not.
 * @returns such as `update the state of container instances` for `ecs:UpdateContainerInstancesState`.
 */
export function wordsFromName({ kind, name }: NamedThing): string {
  const bare = name.slice(name.indexOf(':') + 1);
  if (kind === 'action') return actionWords(spelled(bare));
  // The part of a key that a policy fills in, and the mark of headers, mean nothing by themselves.
  const meaning = bare.replaceAll(/\$?[{<][^{}<>]*[>}]/g, '').replace(/^x-amz-(?=.)/i, '');
  return spelled(meaning).join(' ');
}

/** Acronyms with an `s`, runs of capitals, words with the digits behind them. */
const WORD = /[A-Z]{2,}s(?![a-z])|[A-Z]+(?![a-z])\d*|[A-Z]?[a-z]+\d*|\d+/g;
/** As many pieces as a spelling falls into: `I`, `Pv6`. */
const MOST_PIECES = 3;

/** The words of a name, abbreviations and names of products as people write them. */
function spelled(name: string): readonly string[] {
  const pieces = name.match(WORD) ?? [];
  const words: string[] = [];
  for (let at = 0; at < pieces.length;) {
    const [word, taken] = wordAt(pieces, at);
    words.push(word);
    at += taken;
  }
  return words;
}

function wordAt(pieces: readonly string[], at: number): readonly [word: string, taken: number] {
  for (let taken = Math.min(MOST_PIECES, pieces.length - at); taken > 0; taken -= 1) {
    const kept = keptSpelling(pieces.slice(at, at + taken).join(''));
    if (kept !== undefined) return [kept, taken];
  }
  const piece = pieces[at] ?? '';
  // A run of capitals is an abbreviation that the list need not have; a single one is an article or a letter.
  return [/^(?:[A-Z]{2}|V\d)/.test(piece) ? piece : piece.toLowerCase(), 1];
}

function keptSpelling(text: string): string | undefined {
  const small = text.toLowerCase();
  const kept = keptSpellings().get(small);
  if (kept !== undefined || !small.endsWith('s')) return kept;
  const one = keptSpellings().get(small.slice(0, -1));
  return one === undefined ? undefined : `${one}s`;
}

/** After these begins another part of what an action does. */
const NEXT_PART =
  /^(?:and|as|at|by|except|for|from|in|into|of|on|or|per|to|under|using|via|with|without|V\d+)$/;
/** Words that end as plurals do and are none, or that belong to what follows. */
const NO_PLURAL =
  /(?:ss|us|is|ics)$|^(?:alias|avs|credentials|does|has|headers|lens|news|ops|previous|rcs|sales|savings|series|systems|teams|windows)$/;

/** A plural before other nouns is what they are of: `container instances state` is the state of them. */
function actionWords([first = '', ...others]: readonly string[]): string {
  const [second = ''] = others;
  const isBatch = first === 'batch' && others.length > 1;
  const [verb, rest] = isBatch ? [`${first} ${second}`, others.slice(1)] : [first, others];
  const end = rest.findIndex((word) => NEXT_PART.test(word));
  const object = end < 0 ? rest : rest.slice(0, end);
  const last = object.findLastIndex((word, at) => at < object.length - 1 && isPlural(word)) + 1;
  // What is said of a plural stays behind it: `channels associated`.
  const isTurned = last > 0 && object[last]?.endsWith('ed') !== true;
  const turned = isTurned ? ['the', ...object.slice(last), 'of', ...object.slice(0, last)] : object;
  return [verb, ...turned, ...(end < 0 ? [] : rest.slice(end))].join(' ');
}

function isPlural(word: string): boolean {
  return /[a-z]s$/.test(word) && !NO_PLURAL.test(word);
}
