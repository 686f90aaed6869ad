import { isOfAnotherAccount } from './accounts.ts';
import { actionParts } from './actionParts.ts';
import { ONLY_THESE_CROSS, THESE_STAY } from './crossAccountOperations.ts';
import type { Question } from './question.ts';

/** S176 and S205 to S207: what no policy opens to other accounts. */
export function isRefusedAcrossAccounts(question: Question): boolean {
  if (!isOfAnotherAccount(question)) return false;
  const { service, name } = actionParts(question.request.action);
  const crossing = namesOf(ONLY_THESE_CROSS, service);
  if (crossing !== undefined) return !crossing.includes(name);
  return namesOf(THESE_STAY, service)?.includes(name) === true;
}

function namesOf(table: Readonly<Record<string, string>>, service: string): readonly string[] | undefined {
  const names = Object.hasOwn(table, service) ? table[service] : undefined;
  return names?.toLowerCase().split(' ');
}
