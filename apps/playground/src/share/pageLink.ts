import type { CallForm } from '../model/callState.ts';
import { KINDS, newSlot, type PolicySlot } from '../model/policySlot.ts';
import { POLICY_SET_FLAGS, type PolicySetFlags } from '@policywright/evaluator';
import { isRecord } from '@policywright/policy';
import type { ContextEntry, RequestForm, UnderlyingEntry } from '../model/state.ts';
import { fromScenario, type PageContents } from './scenarioFile.ts';

/** The form of the text, so that a later one can be told from it. The first one had neither `underlying` nor `grants`. */
const FORM = 2;
const FORMS: readonly unknown[] = [1, FORM];
/** Organizations have five levels; a link with far more of them would only take time. */
const MOST_LEVELS = 100;

/**
 * Makes the text of a permalink. Documents stand in it as texts, letter for letter: their white space, their
 * spelling of numbers and names that they repeat say something, too.
 *
 * @returns JSON, in which halves of surrogate pairs are escaped.
 */
export function toPageText({ title, why, slots, request, flags, call }: PageContents): string {
  const documents = slots.map(({ kind, level, name, text, isOff }) => ({ kind, level, name, text, isOff }));
  return JSON.stringify({ page: FORM, title, why, documents, request, flags, call });
}

/**
 * Reads the text of a permalink or of a scenario file.
 *
 * @param text - any.
 * @returns the page, or a message that says why the text is none.
 */
export function fromPageText(text: string): PageContents | string {
  const value = valueOf(text);
  if (isRecord(value) && 'page' in value) return fromPage(value);
  const contents = fromScenario(text);
  return typeof contents === 'string' || !isRecord(value) ? contents : withNames(contents, value);
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Names are for people; a longer one is cut. */
const LONGEST_NAME = 80;

/** Permalinks once were scenarios with the names of the documents, and which of them are left out. */
function withNames(contents: PageContents, { names, off }: Members): PageContents {
  const slots = contents.slots.map((slot, index) => {
    const name: unknown = Array.isArray(names) ? names[index] : undefined;
    return {
      ...slot,
      ...(typeof name === 'string' && { name: name.slice(0, LONGEST_NAME) }),
      ...(Array.isArray(off) && off.includes(index) && { isOff: true }),
    };
  });
  return { ...contents, slots };
}

function fromPage({ page, title, why, documents, request, flags, call }: Members): PageContents | string {
  if (!FORMS.includes(page)) return 'the link is of a newer form than this page reads';
  const slots = Array.isArray(documents) ? documents.map(slotOf) : [undefined];
  const form = formOf(request);
  if (typeof title !== 'string' || form === undefined || !slots.every((slot) => slot !== undefined))
    return 'the link does not hold what a page needs';
  return {
    title,
    ...(typeof why === 'string' && { why }),
    slots,
    request: form,
    flags: flagsOf(flags),
    ...(isCall(call) && { call }),
  };
}

function isCall(value: unknown): value is CallForm {
  return (
    isRecord(value) &&
    [value['operation'], value['input'], value['region']].every((member) => typeof member === 'string')
  );
}

function slotOf(value: unknown): PolicySlot | undefined {
  if (!isRecord(value)) return undefined;
  const { level, name, text, isOff } = value;
  const kind = KINDS.find((entry) => entry.kind === value['kind'])?.kind;
  if (kind === undefined || typeof name !== 'string' || typeof text !== 'string') return undefined;
  if (typeof level !== 'number' || !Number.isInteger(level) || level < 0 || level >= MOST_LEVELS)
    return undefined;
  return newSlot({ kind, level, name, text, ...(isOff === true && { isOff }) });
}

function formOf(value: unknown): RequestForm | undefined {
  if (!isRecord(value) || !Array.isArray(value['context'])) return undefined;
  const { principal, action, resource, resourceAccount, underlying = [], grants = '' } = value;
  if (typeof grants !== 'string' || !Array.isArray(underlying)) return undefined;
  // Without one of them, the policies of the others would hang on the wrong resource.
  const behind = underlying.map(underlyingOf);
  if (!behind.every((entry) => entry !== undefined)) return undefined;
  if (typeof principal !== 'string' || typeof action !== 'string') return undefined;
  if (typeof resource !== 'string' || typeof resourceAccount !== 'string') return undefined;
  const context = value['context'].map(entryOf).filter((entry) => entry !== undefined);
  return { principal, action, resource, resourceAccount, underlying: behind, context, grants };
}

function entryOf(value: unknown): ContextEntry | undefined {
  if (!isRecord(value) || typeof value['key'] !== 'string') return undefined;
  const { key, value: found } = value;
  if (typeof found === 'string') return { key, value: found };
  const isList = Array.isArray(found) && found.every((item) => typeof item === 'string');
  return isList ? { key, value: found } : undefined;
}

function underlyingOf(value: unknown): UnderlyingEntry | undefined {
  if (!isRecord(value)) return undefined;
  const { resource, resourceAccount } = value;
  if (typeof resource !== 'string' || typeof resourceAccount !== 'string') return undefined;
  return { resource, resourceAccount };
}

/** Reads the facts that no document states; what is none of them is left out. */
function flagsOf(value: unknown): PolicySetFlags {
  if (!isRecord(value)) return {};
  const given = Object.entries(POLICY_SET_FLAGS).filter(([name, { words }]) => {
    const found = value[name];
    return words.length === 0 ? found === true : typeof found === 'string' && words.includes(found);
  });
  // INVARIANT: each value is one that the table of flags gives its name.
  return Object.fromEntries(given.map(([name]) => [name, value[name]])) as PolicySetFlags;
}

type Members = Readonly<Record<string, unknown>>;
