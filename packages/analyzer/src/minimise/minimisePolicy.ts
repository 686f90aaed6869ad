import { parsePolicy, type Policy, type PolicyVersion, printPolicy, printJson } from '@policywright/policy';
import { countCharacters } from '@policywright/policy/text';
import { type Draft, draftOf } from './_internals/draft.ts';
import { dropCoveredStatements } from './_internals/dropCoveredStatements.ts';
import { mergeStatements } from './_internals/mergeStatements.ts';
import { reduceValues } from './_internals/reduceValues.ts';
import type { MinimiseOptions } from './minimiseOptions.ts';
import type { MinimiseStep } from './minimiseStep.ts';

/** A smaller policy that decides the same. */
export interface MinimiseResult {
  /** The document on one line without white space. */
  readonly text: string;
  /** The policy that `text` holds. */
  readonly policy: Policy;
  /** Characters of the document before, without white space between values. */
  readonly before: number;
  /** Characters of `text`. */
  readonly after: number;
  /** What was done, apart from spelling lists of one as scalars and the like; in order. */
  readonly steps: readonly MinimiseStep[];
}

/** Each round but the last makes the policy smaller; hostile documents could ask for many. */
const MOST_ROUNDS = 20;

/**
 * Makes a policy smaller without changing any decision (INVARIANT 19), to fit a quota.
 *
 * Repeated values and those that a pattern beside them covers go, so do statements that another one covers;
 * statements that differ in one list are merged. Nothing goes that is not proved to say nothing new: a pattern
 * covers another only where the pattern algebra shows it under every reading of the rules.
 *
 * @param policy - the policy, as read.
 * @param options - what else may go.
 * @returns the result, never longer than the document; the same policy where nothing can be gained.
 * @throws PolicyError `repeated-condition` as `printPolicy`, never for a policy that was read.
 */
export function minimisePolicy(policy: Policy, options: MinimiseOptions = {}): MinimiseResult {
  const written = printJson(policy.root, 0);
  const before = countCharacters(written);
  const draft = draftOf(policy, options);
  const id = dropLabels(draft, policy);
  reduceValues(draft);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const merged = mergeStatements(draft);
    if (merged) reduceValues(draft);
    const dropped = dropCoveredStatements(draft);
    if (!merged && !dropped) break;
  }
  const text = printShortest(draft, { ...policy, id });
  const after = countCharacters(text);
  const result = after < before ? reread(text, policy) : undefined;
  if (result === undefined) return { text: written, policy, before, after: before, steps: [] };
  return { text, policy: result, before, after, steps: draft.steps };
}

function reread(text: string, { type, name }: Policy): Policy | undefined {
  const limits = { maxBytes: Number.POSITIVE_INFINITY };
  const result = parsePolicy(text, { type, name, limits });
  return result.ok ? result.policy : undefined;
}

/** Prints the draft, without its version where that may go: values with variables may be gone by now. */
function printShortest({ statements, options, steps }: Draft, policy: Policy): string {
  const { version, id, type } = policy;
  const print = (shown: PolicyVersion | undefined): string =>
    printPolicy({ ...policy, version: shown, id, statements }, { form: 'shortest', indent: 0 });
  const text = print(version);
  if (options.dropVersion !== true || version === undefined || type === 'scp' || type === 'rcp') return text;
  if (version === '2012-10-17' && text.includes('${')) return text;
  steps.push({ kind: 'drop-version', pointer: '/Version', message: `dropped the version ${version}` });
  return print(undefined);
}

/** Drops `Id` and Sids, where the options say so. */
function dropLabels(draft: Draft, { id }: Policy): string | undefined {
  const { options, steps } = draft;
  if (options.dropSids === true) {
    draft.statements = draft.statements.map((statement) => {
      if (statement.sid === undefined) return statement;
      const pointer = `${statement.pointer}/Sid`;
      steps.push({ kind: 'drop-sid', pointer, message: 'dropped the `Sid`' });
      return { ...statement, sid: undefined };
    });
  }
  if (options.dropId !== true || id === undefined) return id;
  steps.push({ kind: 'drop-id', pointer: '/Id', message: 'dropped the `Id`' });
  return undefined;
}
