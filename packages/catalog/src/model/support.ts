/** Whether a service supports a feature; `unknown` is said where nobody has written it down yet. */
export type Support = 'yes' | 'partial' | 'no' | 'unknown';
