import type { Explanation } from '@policywright/evaluator';
import { layerTitle } from '../model/layerNames.ts';
import { statementName } from './advice.ts';
import type { Phrase } from './phrase.ts';

/** The decision in a sentence, without pointers. */
export function headlineOf(told: Explanation): Phrase {
  const { decision, decisive, request } = told;
  const what: Phrase = [{ code: request.action }, ' on ', { code: request.resource }];
  if (decision === 'ExplicitDeny' && decisive !== undefined)
    return [
      'The statement ',
      { code: statementName(decisive) },
      ` of ${layerTitle(decisive)} denies `,
      ...what,
      '.',
    ];
  const text = told.summary.replace(/^(?:allowed|denied): /, '');
  const sentence = text.charAt(0).toUpperCase() + text.slice(1);
  const end = `${request.action} on ${request.resource}`;
  if (sentence.endsWith(end)) return [sentence.slice(0, -end.length), ...what, '.'];
  // A summary that does not name the action speaks of "the request".
  const [head = '', tail] = sentence.split('the request');
  return tail === undefined || sentence.includes(request.action)
    ? [`${sentence}.`]
    : [head, ...what, `${tail}.`];
}
