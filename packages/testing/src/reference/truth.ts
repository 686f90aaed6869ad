/** What is known about a condition: it holds, it does not, or the context does not say which (rule S74). */
export type Truth = 'true' | 'false' | 'undecided';

/** Two-valued knowledge as a {@link Truth}. */
export function truth(holds: boolean): Truth {
  return holds ? 'true' : 'false';
}

/** True when all are; one that is false settles it. */
export function all(truths: readonly Truth[]): Truth {
  if (truths.includes('false')) return 'false';
  return truths.includes('undecided') ? 'undecided' : 'true';
}

/** True when one is; false only when all are. */
export function any(truths: readonly Truth[]): Truth {
  if (truths.includes('true')) return 'true';
  return truths.includes('undecided') ? 'undecided' : 'false';
}

/** The opposite; what is undecided stays so. */
export function not(value: Truth): Truth {
  if (value === 'undecided') return 'undecided';
  return value === 'true' ? 'false' : 'true';
}
