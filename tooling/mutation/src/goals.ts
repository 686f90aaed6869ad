/** The share of mutants that tests are to see, by folder of `packages`. */
export const GOALS: Readonly<Record<string, number>> = {
  account: 0.9,
  analyzer: 0.95,
  arn: 0.95,
  catalog: 0.9,
  cli: 0.9,
  codegen: 0.9,
  conditions: 0.95,
  evaluator: 0.95,
  lint: 0.9,
  operations: 0.95,
  policy: 0.95,
  scenario: 0.9,
  testing: 0.9,
};
