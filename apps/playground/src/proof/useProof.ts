import { useEffect, useState } from 'preact/hooks';
import type { WorkerClient } from '../worker/workerClient.ts';
import { proofs } from '../worker/languageClient.ts';

/** How far a proof is. */
export type ProofState<Answer> =
  | { readonly at: 'nothing' }
  | { readonly at: 'running'; readonly stop: () => void }
  | { readonly at: 'stopped'; readonly why: string }
  | { readonly at: 'done'; readonly answer: Answer };

/** Longer, nobody waits; the steps of one search end sooner, but there may be many. */
const MOST_SECONDS = 30;
/** People type several letters a second; one answer after the last is enough. */
const DELAY_MILLISECONDS = 250;

/**
 * Asks a question that may take long, in a worker that is ended where the question is stopped, changes or takes too
 * long.
 *
 * @param inputs - on what the answer depends.
 * @param question - asks; `undefined` where there is nothing to ask.
 */
export function useProof<Answer>(
  inputs: readonly unknown[],
  question: ((client: WorkerClient) => Promise<Answer>) | undefined,
): ProofState<Answer> {
  const [state, setState] = useState<ProofState<Answer>>({ at: 'nothing' });
  useEffect(() => {
    if (question === undefined) {
      setState({ at: 'nothing' });
      return;
    }
    let isOver = false;
    const end = (next: ProofState<Answer>): void => {
      if (isOver) return;
      isOver = true;
      clearTimeout(delay);
      clearTimeout(limit);
      setState(next);
    };
    const stop = (why: string): void => {
      if (isOver) return;
      end({ at: 'stopped', why });
      proofs.stop();
    };
    const delay = setTimeout(() => {
      question(proofs).then(
        (answer) => end({ at: 'done', answer }),
        (error: unknown) =>
          end({ at: 'stopped', why: error instanceof Error ? error.message : String(error) }),
      );
    }, DELAY_MILLISECONDS);
    const limit = setTimeout(
      () => stop(`it took longer than ${String(MOST_SECONDS)} seconds`),
      MOST_SECONDS * 1000,
    );
    setState({ at: 'running', stop: () => stop('it was stopped') });
    return () => {
      const wasRunning = !isOver;
      isOver = true;
      clearTimeout(delay);
      clearTimeout(limit);
      if (wasRunning) proofs.stop();
    };
  }, inputs);
  return state;
}
