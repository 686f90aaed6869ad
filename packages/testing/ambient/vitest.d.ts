// Stands in for vitest while this package is built, so that its types can be extended without loading them.
// Outside `src`, and never published: whoever imports `@policywright/testing/vitest` has the real ones.
declare module 'vitest' {
  // oxlint-disable-next-line typescript/no-explicit-any -- as vitest declares it
  interface Matchers<T = any> {}
}
