/** The access levels of the service authorization reference, in the order of its documentation. */
export const ACCESS_LEVELS = ['List', 'Read', 'Write', 'Permissions management', 'Tagging'] as const;

/** What an action does to its resource; an action can have several (tagging is also a write). */
export type AccessLevel = (typeof ACCESS_LEVELS)[number];
