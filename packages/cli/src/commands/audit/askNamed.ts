import { AccountError } from '@policywright/account';
import { CommandError } from '../../commandError.ts';

/**
 * Asks about principals whom the user named.
 *
 * @param ask - the question.
 * @throws CommandError - where the snapshot has no such principal.
 */
export function askNamed<Answer>(ask: () => Answer): Answer {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof AccountError)) throw error;
    throw new CommandError(error.message, {
      help: 'give the ARN of a user or role, such as `arn:aws:iam::111122223333:role/deploy`',
    });
  }
}
