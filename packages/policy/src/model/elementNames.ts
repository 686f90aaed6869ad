/** The elements of a policy document (rule S1). */
export const POLICY_ELEMENTS = ['Version', 'Id', 'Statement'] as const;

/** The elements of a statement (rules S10 to S17). */
export const STATEMENT_ELEMENTS = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
] as const;

/** The members of a principal map (rule S127). */
export const PRINCIPAL_KINDS = ['AWS', 'Service', 'Federated', 'CanonicalUser'] as const;

/** The name of an element of a statement. */
export type StatementElement = (typeof STATEMENT_ELEMENTS)[number];
