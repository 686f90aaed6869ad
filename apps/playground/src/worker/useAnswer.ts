import { useEffect, useState } from 'preact/hooks';

/**
 * What the worker answers to the input of the moment; `undefined` before the first answer.
 *
 * @param inputs - on what the answer depends; an input that changed is asked about a moment later.
 * @param question - asks the worker; `undefined` leaves the last answer.
 */
export function useAnswer<Answer>(
  inputs: readonly unknown[],
  question: () => Promise<Answer | undefined> | undefined,
): Answer | undefined {
  const [answer, setAnswer] = useState<Answer | undefined>(undefined);
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      void question()
        ?.then((given) => {
          if (current) setAnswer(given);
        })
        .catch(() => undefined);
    }, DELAY_MILLISECONDS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, inputs);
  return answer;
}

/** People type several letters a second; one answer after the last is enough. */
const DELAY_MILLISECONDS = 150;
