import { compile, type Decision, type PolicySet } from '@policywright/evaluator';
import type { Phrase } from '@policywright/evaluator/wording';
import { jsonText } from '@policywright/policy/text';
import { suggestPolicy } from 'policywright/shared';
import { assemble } from '../../model/decided.ts';
import { readRequest } from '../../model/readForm.ts';
import type { CallInput, PolicySuggestion } from './callApi.ts';

/** The statement of the caller that would let the request through, decided again with it. */
export function suggest(input: Omit<CallInput, 'call'>): PolicySuggestion | undefined {
  const workspace = assemble(input.slots, input);
  if (!workspace.ok) return undefined;
  const request = readRequest(input.request);
  const { action, resource, context = {} } = request;
  let left: Phrase = [];
  const explain = (policies: PolicySet): { readonly decision: Decision; readonly headline: Phrase } =>
    compile({ ...policies, flags: input.flags }).explain(request);
  const found = suggestPolicy(workspace.policies, (policies) => {
    const { decision, headline } = explain(policies);
    if (decision === 'Allow') return [];
    left = headline;
    return [{ action, resource, context, isMendable: decision !== 'ExplicitDeny', why: () => '' }];
  });
  if (found === undefined) return undefined;
  return found.kind === 'policy'
    ? { kind: 'policy', text: jsonText(found.document) }
    : { kind: 'stopped', by: [left] };
}
