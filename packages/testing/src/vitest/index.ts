import type { PolicyMatchers } from '../matchers/policyMatchers.ts';

export { policyMatchers, type PolicyMatchers } from '../matchers/policyMatchers.ts';

// Nothing of vitest is imported: whoever imports this entry has it.
declare module 'vitest' {
  // oxlint-disable-next-line typescript/no-explicit-any -- declarations that merge must have the same parameters
  interface Matchers<T = any> extends PolicyMatchers {}
}
