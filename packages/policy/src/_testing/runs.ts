/** Cases for each property about arbitrary input: `POLICYWRIGHT_RUNS`, or 1,000. */
export const RUNS = Number(process.env['POLICYWRIGHT_RUNS'] ?? 1000);

/** Their seed: `POLICYWRIGHT_SEED`, or always the same. */
export const SEED = Number(process.env['POLICYWRIGHT_SEED'] ?? 20_261_124);
