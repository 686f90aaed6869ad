import { isRefusedAcrossAccounts } from './acrossAccounts.ts';
import { isRefusedToCredentials } from './credentials.ts';
import { isPublicAccessBlocked } from './publicAccess.ts';
import type { Question } from './question.ts';
import { changesWhatAwsManages } from './reservedEntities.ts';

/** S176 and S195 to S207: what AWS refuses though every policy allows it. */
export function isRefused(question: Question): boolean {
  return (
    isPublicAccessBlocked(question) ||
    changesWhatAwsManages(question) ||
    isRefusedToCredentials(question) ||
    isRefusedAcrossAccounts(question)
  );
}
