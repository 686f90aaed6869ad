import { loadVersionPairs } from '@policywright-tooling/conformance/managed-policies';
import { checkNoNewAccess, type Verdict } from '@policywright/analyzer';
import { policyFromValue, type Policy } from '@policywright/policy';
import { init, Z3_lbool } from 'z3-solver';
import { cpuTime } from '../measure/cpuTime.ts';
import { milliseconds } from '../measure/milliseconds.ts';
import { smtQuestion } from '../proof-peer/smtQuestion.ts';

/** One question, as both answered it. */
export interface PeerAnswer {
  /** The policy and the direction. */
  readonly name: string;
  readonly analyzer: Verdict['verdict'];
  /** `undefined` where the solver had no answer in time. */
  readonly solver: 'proved' | 'refuted' | undefined;
  /** Milliseconds of the analyzer, of processor time. */
  readonly analyzerTook: number;
  /** Milliseconds of the solver on the wall: it has a thread of its own. */
  readonly solverTook: number;
  /** Characters of the question in SMT-LIB. */
  readonly characters: number;
}

/** What came of the questions. */
export interface ProofPeer {
  readonly asked: number;
  /** Those that the fragment has words for. */
  readonly answers: readonly PeerAnswer[];
  /** Milliseconds to load the solver. */
  readonly loading: number;
}

/**
 * Asks z3 and the analyzer whether versions of AWS managed policies allow more than those before them, and these more than those
 * after them, in the fragment that both have.
 */
export async function proofPeerTask(input: {
  /** Of so many pairs one is asked about. */
  readonly every: number;
  /** Milliseconds for each question. */
  readonly timeout: number;
}): Promise<ProofPeer> {
  const questions = loadVersionPairs()
    .filter((_, index) => index % input.every === 0)
    .flatMap(({ name, before, after }) => {
      const [old, now] = [read(before), read(after)];
      return [
        { name: `${name} forth`, old, now },
        { name: `${name} back`, old: now, now: old },
      ];
    });
  const start = performance.now();
  const { Z3, em } = await init();
  const loading = performance.now() - start;
  const answers: PeerAnswer[] = [];
  for (const { name, old, now } of questions) {
    const question = smtQuestion(old, now);
    if (question === undefined) continue;
    const asked = performance.now();
    const solver = await ask(Z3, question, input.timeout);
    const solverTook = performance.now() - asked;
    const { result, took } = milliseconds(() => checkNoNewAccess(old, now), cpuTime);
    answers.push({
      name,
      analyzer: result.verdict,
      solver,
      analyzerTook: took,
      solverTook,
      characters: question.length,
    });
  }
  em.PThread.terminateAllThreads();
  return { asked: questions.length, answers, loading };
}

/** Asks in a context of its own. The text is read before the solver gets its thread, which would read it too late. */
async function ask(
  Z3: Awaited<ReturnType<typeof init>>['Z3'],
  question: string,
  timeout: number,
): Promise<PeerAnswer['solver']> {
  const configuration = Z3.mk_config();
  const context = Z3.mk_context(configuration);
  Z3.del_config(configuration);
  const solver = Z3.mk_solver(context);
  Z3.solver_inc_ref(context, solver);
  const parameters = Z3.mk_params(context);
  Z3.params_inc_ref(context, parameters);
  Z3.params_set_uint(context, parameters, Z3.mk_string_symbol(context, 'timeout'), timeout);
  Z3.solver_set_params(context, solver, parameters);
  Z3.params_dec_ref(context, parameters);
  Z3.solver_from_string(context, solver, question);
  const answer = await Z3.solver_check(context, solver);
  Z3.solver_dec_ref(context, solver);
  Z3.del_context(context);
  switch (answer) {
    case Z3_lbool.Z3_L_TRUE:
      return 'refuted';
    case Z3_lbool.Z3_L_FALSE:
      return 'proved';
    default:
      // Time is up, or the solver gave up.
      return undefined;
  }
}

function read(document: unknown): readonly Policy[] {
  const result = policyFromValue(document);
  if (!result.ok) throw new Error('a managed policy has errors');
  return [result.policy];
}
