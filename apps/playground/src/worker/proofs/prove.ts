import {
  ASSUMPTIONS,
  canEver,
  checkNoNewAccess,
  checkNoPublicAccess,
  prove as proveAll,
  type Assumption,
  type Verdict,
} from '@policywright/analyzer';
import type { PolicySet } from '@policywright/evaluator';
import { CommandError, guardRailsIn, readTrees, reasonWords } from 'policywright/shared';
import type { ProofAnswer, ProofInput, ProofRow, Question } from './proofApi.ts';
import { shownOf } from './shown.ts';
import { asked, optionsOf, subjectOf, versionsOf } from './subject.ts';

/** Answers a question about all requests. */
export async function prove(input: ProofInput, question: Question): Promise<ProofAnswer> {
  const set = subjectOf(input.slots, input);
  if (set === undefined) return problem('a document cannot be read: mend it first');
  try {
    switch (question.kind) {
      case 'guardRails':
        return await proveGuardRails({ set, input }, question.text);
      case 'canEver':
        return proveNever({ set, input }, question);
      case 'noPublicAccess':
        return provePublic({ set, input }, question);
      case 'noNewAccess':
        return proveNoNew({ set, input }, question);
    }
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return problem(error.help === undefined ? error.message : `${error.message}; ${error.help}`);
  }
}

interface Given {
  readonly set: PolicySet;
  readonly input: ProofInput;
}

type Of<Kind extends Question['kind']> = Extract<Question, { kind: Kind }>;

function problem(text: string): ProofAnswer {
  return { ok: false, problem: text };
}

async function proveGuardRails({ set, input }: Given, text: string): Promise<ProofAnswer> {
  const trees = await readTrees('guard-rails.yaml', text);
  const [root] = trees.ok ? trees.roots : [];
  if (root === undefined) {
    const [first] = trees.ok ? [] : trees.diagnostics;
    const line = first?.range === undefined ? '' : ` (line ${String(first.range.start.line)})`;
    return problem(`the guard rails cannot be read: ${first?.message ?? 'there are none'}${line}`);
  }
  const rails = guardRailsIn(root, 'the text');
  const answers = proveAll(
    rails.map(({ guardRail }) => guardRail),
    asked(set, input),
    optionsOf(input),
  );
  const rows = answers.map(({ verdict, vacuous }, index): ProofRow => {
    const label = rails[index]?.label ?? '';
    if (vacuous)
      return { ...NOTHING, label, outcome: 'vacuous', words: 'is about no request, whatever policies say' };
    return rowOf({ label, verdict }, { proved: 'holds', refuted: 'is broken' }, input);
  });
  return answerOf(rows, answers[0]?.verdict.assumptions ?? []);
}

function proveNever({ set, input }: Given, { actions, resources }: Of<'canEver'>): ProofAnswer {
  const label = `${actions.join(', ')} on ${resources.join(', ')}`;
  const ever = canEver(asked(set, input), { actions, resources }, optionsOf(input));
  const row = ((): ProofRow => {
    switch (ever.answer) {
      case 'yes':
        return {
          ...NOTHING,
          label,
          outcome: 'refuted',
          words: 'can be allowed',
          shown: shownOf(ever.witness, input),
        };
      case 'never':
        return ever.vacuous
          ? { ...NOTHING, label, outcome: 'vacuous', words: 'is no request that AWS has' }
          : { ...NOTHING, label, outcome: 'proved', words: 'is never allowed' };
      case 'unknown':
        return { ...NOTHING, label, outcome: 'unknown', words: UNKNOWN, reasons: reasonWords(ever.reasons) };
    }
  })();
  return answerOf([row], ever.assumptions);
}

function provePublic({ set, input }: Given, { resourceType }: Of<'noPublicAccess'>): ProofAnswer {
  const { resource } = set;
  if (resource === undefined)
    return problem('there is no resource policy, and no other can let the public in: add one under Policies');
  const { universe } = optionsOf(input);
  const { verdict, vacuous } = checkNoPublicAccess(resource, { universe, ownPolicies: 'any', resourceType });
  const label = 'The resource policy';
  if (vacuous) {
    const words = `allows nothing on resources of the type ${resourceType}`;
    return answerOf([{ ...NOTHING, label, outcome: 'vacuous', words }], verdict.assumptions);
  }
  const words = { proved: 'keeps the public out', refuted: 'lets the public in' };
  return answerOf([rowOf({ label, verdict }, words, input)], verdict.assumptions);
}

function proveNoNew({ input }: Given, { before }: Of<'noNewAccess'>): ProofAnswer {
  const versions = versionsOf(before, input);
  if (versions === undefined) return problem('a document of the older version cannot be read');
  const verdict = checkNoNewAccess(...versions, optionsOf(input));
  const words = { proved: 'allow nothing new', refuted: 'allow something new' };
  return answerOf([rowOf({ label: 'The documents of now', verdict }, words, input)], verdict.assumptions);
}

const UNKNOWN = 'was not found out';
const NOTHING = { reasons: [], shown: undefined };

function rowOf(
  { label, verdict }: { readonly label: string; readonly verdict: Verdict },
  words: { readonly proved: string; readonly refuted: string },
  input: ProofInput,
): ProofRow {
  switch (verdict.verdict) {
    case 'proved':
      return { ...NOTHING, label, outcome: 'proved', words: words.proved };
    case 'refuted':
      return {
        ...NOTHING,
        label,
        outcome: 'refuted',
        words: words.refuted,
        shown: shownOf(verdict.witness, input),
      };
    case 'unknown':
      return { ...NOTHING, label, outcome: 'unknown', words: UNKNOWN, reasons: reasonWords(verdict.reasons) };
  }
}

function answerOf(rows: readonly ProofRow[], assumptions: readonly Assumption[]): ProofAnswer {
  return { ok: true, rows, assumptions: assumptions.map((code) => ASSUMPTIONS[code]) };
}
