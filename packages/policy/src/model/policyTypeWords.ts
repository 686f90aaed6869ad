import type { PolicyType } from './policy.ts';

/** What people call a type of policy. */
export interface PolicyTypeWords {
  /** What AWS calls it, in its documentation and in its access-denied messages. */
  readonly phrase: string;
  /** The phrase with its article, for the middle of a sentence. */
  readonly title: string;
  /** The short name, where the type is told by the context. */
  readonly short: string;
  /** The short name without the word policy, for a label; a boundary is one by itself. */
  readonly label: string;
}

/**
 * The words for each type of policy. Phrases are those of "Policies and permissions in AWS Identity and Access
 * Management" and of "Troubleshoot access denied error messages".
 */
export const POLICY_TYPE_WORDS = {
  identity: {
    phrase: 'identity-based policy',
    title: 'an identity-based policy',
    short: 'identity policy',
    label: 'identity',
  },
  resource: {
    phrase: 'resource-based policy',
    title: 'a resource-based policy',
    short: 'resource policy',
    label: 'resource',
  },
  trust: {
    phrase: 'role trust policy',
    title: 'a role trust policy',
    short: 'trust policy',
    label: 'trust',
  },
  boundary: {
    phrase: 'permissions boundary',
    title: 'a permissions boundary',
    short: 'permissions boundary',
    label: 'boundary',
  },
  session: {
    phrase: 'session policy',
    title: 'a session policy',
    short: 'session policy',
    label: 'session',
  },
  scp: {
    phrase: 'service control policy',
    title: 'a service control policy',
    short: 'SCP',
    label: 'SCP',
  },
  rcp: {
    phrase: 'resource control policy',
    title: 'a resource control policy',
    short: 'RCP',
    label: 'RCP',
  },
  vpcEndpoint: {
    phrase: 'VPC endpoint policy',
    title: 'a VPC endpoint policy',
    short: 'endpoint policy',
    label: 'endpoint',
  },
} as const;

/** A type of policy as AWS's documentation and its access-denied messages call it. */
export type PolicyPhrase = (typeof POLICY_TYPE_WORDS)[PolicyType]['phrase'];
