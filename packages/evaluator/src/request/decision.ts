/** The three answers of IAM: allowed, denied by a statement, or denied since nothing allows (rule S146). */
export type Decision = 'Allow' | 'ExplicitDeny' | 'ImplicitDeny';
