import type { ConditionFacts } from '../../facts/conditionFacts.ts';

/** Whether a key has for whom a token of an identity provider was made: the address of the provider is in front. */
export function isAudience({ key }: ConditionFacts): boolean {
  return /^(?:[^:]*\..*|saml):aud$/.test(key);
}
