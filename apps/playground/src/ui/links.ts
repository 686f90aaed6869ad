/** Where the documentation is. Nothing is loaded from there until somebody follows a link. */
export const DOCS = 'https://policywright.github.io/policywright/';

/** Where the source is. */
export const SOURCE = 'https://github.com/policywright/policywright';
