/** One value of a context key. Numbers and booleans stand for their usual text. */
export type ContextScalar = string | number | boolean;

/** The value of a context key: a scalar is a single-valued key, an array a multivalued one (rule S89). */
export type ContextValue = ContextScalar | readonly ContextScalar[];

/** The request context: context keys, whose names compare without case (rule S73), and their values. */
export type RequestContext = Readonly<Record<string, ContextValue>>;
