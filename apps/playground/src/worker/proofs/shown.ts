import type { Witness } from '@policywright/analyzer';
import { printJson } from '@policywright/policy';
import { requestText } from 'policywright/shared';
import { printForm } from '../../model/printForm.ts';
import { withoutDerived } from '../../model/withoutDerived.ts';
import type { ProofInput, Shown } from './proofApi.ts';

/**
 * The request of a witness as the page shows and loads it.
 *
 * @param witness - of the analyzer.
 * @param input - of the question.
 */
export function shownOf(witness: Witness, { request: { grants } }: ProofInput): Shown {
  const { before, after, own } = witness;
  const request = withoutDerived(witness.request);
  return {
    text: requestText({ ...witness, request }),
    form: printForm(request, grants),
    own: (own?.identity ?? []).map(({ root }) => printJson(root)),
    before,
    after,
  };
}
