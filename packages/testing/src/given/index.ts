export type {
  DocumentGiven,
  PoliciesGiven,
  PolicyGiven,
  PolicySetGiven,
  UncompiledPolicies,
} from './policiesGiven.ts';
