/**
 * Runs what goes on until the user presses Ctrl-C, or something ends the process.
 *
 * @param run - is given a promise that is fulfilled then.
 */
export async function untilInterrupted(run: (stopped: Promise<void>) => Promise<void>): Promise<void> {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  let stop = (): void => undefined;
  const stopped = new Promise<void>((fulfil) => {
    stop = fulfil;
  });
  for (const signal of signals) process.once(signal, stop);
  try {
    await run(stopped);
  } finally {
    for (const signal of signals) process.off(signal, stop);
  }
}
