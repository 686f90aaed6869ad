export * from '../given/index.ts';
export { PolicyDocumentError } from '@policywright/scenario';
export { expectAllowed } from './expectAllowed.ts';
export { expectDenied, type DeniedOptions } from './expectDenied.ts';
export { PolicyAssertionError, type PolicyAssertionDetails } from './policyAssertionError.ts';
export { policyMatchers, type MatcherResult, type PolicyMatchers } from './policyMatchers.ts';
