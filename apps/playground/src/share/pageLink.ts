import { KINDS, newSlot, type PolicySlot } from '../model/policySlot.ts';
import type { ContextEntry, RequestForm } from '../model/state.ts';
import { flagsOf, fromScenario, isObject, type PageContents } from './scenarioFile.ts';

/** The form of the text, so that a later one can be told from it. */
const FORM = 1;
/** Organizations have five levels; a link with far more of them would only take time. */
const MOST_LEVELS = 100;

/**
 * Makes the text of a permalink. Documents stand in it as texts, letter for letter: their white space, their
 * spelling of numbers and names that they repeat say something, too.
 *
 * @returns JSON, in which halves of surrogate pairs are escaped.
 */
export function toPageText({ title, why, slots, request, flags }: PageContents): string {
  const documents = slots.map(({ kind, level, name, text, isOff }) => ({ kind, level, name, text, isOff }));
  return JSON.stringify({ page: FORM, title, why, documents, request, flags });
}

/**
 * Reads the text of a permalink or of a scenario file.
 *
 * @param value - the text's JSON.
 * @returns the page, or a message that says why the value is none.
 */
export function fromPageValue(value: unknown): PageContents | string {
  if (!isObject(value) || !('page' in value)) return fromScenario(value);
  const { page, title, why, documents, request, flags } = value;
  if (page !== FORM) return 'the link is of a newer form than this page reads';
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
  };
}

function slotOf(value: unknown): PolicySlot | undefined {
  if (!isObject(value)) return undefined;
  const { level, name, text, isOff } = value;
  const kind = KINDS.find((entry) => entry.kind === value['kind'])?.kind;
  if (kind === undefined || typeof name !== 'string' || typeof text !== 'string') return undefined;
  if (typeof level !== 'number' || !Number.isInteger(level) || level < 0 || level >= MOST_LEVELS)
    return undefined;
  return newSlot({ kind, level, name, text, ...(isOff === true && { isOff }) });
}

function formOf(value: unknown): RequestForm | undefined {
  if (!isObject(value) || !Array.isArray(value['context'])) return undefined;
  const { principal, action, resource, resourceAccount } = value;
  if (typeof principal !== 'string' || typeof action !== 'string') return undefined;
  if (typeof resource !== 'string' || typeof resourceAccount !== 'string') return undefined;
  const context = value['context'].map(entryOf).filter((entry) => entry !== undefined);
  return { principal, action, resource, resourceAccount, context };
}

function entryOf(value: unknown): ContextEntry | undefined {
  if (!isObject(value) || typeof value['key'] !== 'string') return undefined;
  const { key, value: found } = value;
  if (typeof found === 'string') return { key, value: found };
  const isList = Array.isArray(found) && found.every((item) => typeof item === 'string');
  return isList ? { key, value: found } : undefined;
}
