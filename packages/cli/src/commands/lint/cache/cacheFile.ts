import { createHash } from 'node:crypto';
import type { OpenFile } from '../../../io/io.ts';

/** How every cache of findings begins, of whatever version. */
const HEAD = 'policywright lint cache ';
const KEY_LENGTH = 43;
const SUM_LENGTH = 16;
/** What stands before the findings of a line: key, age and sum, with a space after each. */
const PREFIX_LENGTH = KEY_LENGTH + SUM_LENGTH + 4;
/** In bytes: what is read at once. */
const PART = 1 << 20;
const LINE_END = 0x0a;

/** An entry of a cache file. */
export interface CacheEntry {
  /** Of the findings, in JSON. */
  readonly start: number;
  readonly length: number;
  /** How many runs have not used it. */
  readonly age: number;
}

/** What a file is, as far as caches go. */
export type CacheFile =
  | { readonly kind: 'cache'; readonly entries: ReadonlyMap<string, CacheEntry> }
  /** It is of no version of the command. */
  | { readonly kind: 'foreign' }
  /** Another version wrote it. */
  | { readonly kind: 'old' }
  /** It is not what was written. */
  | { readonly kind: 'broken'; readonly line: number };

/**
 * Reads where the entries of a cache file are. Each of them has a sum, and the last line tells how many there are, so
 * that a file which somebody changed or cut off is seen.
 *
 * @param file - the file.
 * @param version - of the command.
 */
export function readCacheFile(file: OpenFile, version: string): CacheFile {
  // Whoever makes a temporary file to be written to means it.
  if (file.size === 0) return { kind: 'old' };
  if (textOf(file.read(0, HEAD.length)) !== HEAD) return { kind: 'foreign' };
  const entries = new Map<string, CacheEntry>();
  let [number, isWhole] = [0, false];
  for (const { start, bytes } of linesOf(file)) {
    number += 1;
    if (number === 1) {
      if (`${textOf(bytes)}\n` !== firstLine(version)) return { kind: 'old' };
      continue;
    }
    if (isWhole) return { kind: 'broken', line: number };
    isWhole = textOf(bytes.subarray(0, PREFIX_LENGTH)) === lastLine(entries.size).trimEnd();
    if (isWhole) continue;
    const entry = readLine(bytes);
    if (entry === undefined) return { kind: 'broken', line: number };
    entries.set(entry.key, {
      start: start + PREFIX_LENGTH,
      length: bytes.length - PREFIX_LENGTH,
      age: entry.age,
    });
  }
  return isWhole ? { kind: 'cache', entries } : { kind: 'broken', line: number + 1 };
}

/** The line that a file of a version begins with. */
export function firstLine(version: string): string {
  return `${HEAD}1 ${version}\n`;
}

/** The line of an entry. */
export function entryLine(key: string, age: number, json: string | Uint8Array): string {
  return `${key} ${age} ${sumOf(key, json)} ${typeof json === 'string' ? json : textOf(json)}\n`;
}

/** The line that a file with so many entries ends with. */
export function lastLine(count: number): string {
  return `end ${count}\n`;
}

function readLine(bytes: Uint8Array): { readonly key: string; readonly age: number } | undefined {
  const prefix = /^([\w-]{43}) (\d) ([\w-]{16}) $/.exec(textOf(bytes.subarray(0, PREFIX_LENGTH)));
  const [, key = '', age, sum] = prefix ?? [];
  if (prefix === null || sum !== sumOf(key, bytes.subarray(PREFIX_LENGTH))) return undefined;
  return { key, age: Number(age) };
}

function sumOf(key: string, json: string | Uint8Array): string {
  return createHash('sha256').update(key).update(json).digest('base64url').slice(0, SUM_LENGTH);
}

interface Line {
  /** Offset of its first byte. */
  readonly start: number;
  readonly bytes: Uint8Array;
}

/** The lines of a file; what stands after the last line end is none. */
function* linesOf(file: OpenFile): Generator<Line> {
  let rest: Uint8Array = new Uint8Array();
  let start = 0;
  for (let at = 0; at < file.size; at += PART) {
    const part = file.read(at, PART);
    const bytes = rest.length === 0 ? part : Buffer.concat([rest, part]);
    let from = 0;
    for (let end = bytes.indexOf(LINE_END); end >= 0; end = bytes.indexOf(LINE_END, from)) {
      yield { start: start + from, bytes: bytes.subarray(from, end) };
      from = end + 1;
    }
    rest = bytes.subarray(from);
    start += from;
  }
  if (rest.length > 0) yield { start, bytes: new Uint8Array() };
}

/** Bytes of a cache file as text. */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
