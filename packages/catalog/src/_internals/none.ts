/** The one empty list that everything without entries shares. */
export const NONE: readonly never[] = [];
