import type { PolicyDocument } from '@policywright/scenario';

/** Allows whoever it is attached to everything. */
export const FULL_ACCESS: PolicyDocument = {
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Action: '*', Resource: '*' },
};

/** The same, attached to what is asked for. */
export const FULL_ACCESS_FOR_ALL: PolicyDocument = {
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' },
};
