export type {
  DocumentGiven,
  PoliciesGiven,
  PolicyGiven,
  PolicySetGiven,
  UncompiledPolicies,
} from '@policywright/scenario';
