import { batch } from '@preact/signals';
import type { PolicyType } from '@policywright/policy';
import { readScenarios } from '@policywright/scenario';
import { call } from '../model/callState.ts';
import { newSlot, type PolicySlot } from '../model/policySlot.ts';
import { flags, request } from '../model/state.ts';
import { notice, showPage } from '../share/page.ts';
import { pageOf, type PageContents } from '../share/scenarioFile.ts';
import type { OpenedPolicy, PrincipalPage } from '../worker/opening/openApi.ts';
import { ask } from '../worker/languageClient.ts';

/** Shows one scenario of a file. */
export function showScenario(text: string, index: number): void {
  const reading = readScenarios(text).scenarios[index];
  const contents = reading === undefined ? 'there is no such scenario' : pageOf(reading);
  if (typeof contents === 'string') notice.value = `Nothing was opened: ${contents}.`;
  else {
    showPage(contents);
    notice.value = `Opened the scenario ${contents.title}.`;
  }
}

/** Shows a policy by itself, under the request that is there. */
export function showPolicy({ name, type, text, unknown }: OpenedPolicy): void {
  const { kind, ...trust } = slotKindOf(type);
  const { resourcePolicyKind: _, ...others } = flags.value;
  showDocuments({
    title: name,
    slots: [newSlot({ kind, level: 0, name: name.slice(0, LONGEST_NAME), text })],
    request: request.value,
    flags: { ...others, ...trust },
  });
  const open =
    unknown.length === 0
      ? ''
      : ` It has values that only the deployment fills in, such as ${unknown[0] ?? ''}: a variable without value stands in their place.`;
  notice.value = `Opened ${name}.${open}`;
}

/** Shows other documents under what is asked, the call included. */
function showDocuments(contents: PageContents): void {
  batch(() => {
    const asked = call.value;
    showPage(contents);
    call.value = asked;
  });
}

/** Names are for people; a longer one is cut. */
const LONGEST_NAME = 80;

function slotKindOf(type: PolicyType): {
  readonly kind: PolicySlot['kind'];
  readonly resourcePolicyKind?: 'trust';
} {
  return type === 'trust' ? { kind: 'resource', resourcePolicyKind: 'trust' } : { kind: type };
}

/** Shows a principal of the account that was opened last: all its policies, its boundary and its tags. */
export async function showPrincipal(arn: string): Promise<void> {
  const found = await ask('openPrincipal', arn);
  if (found === undefined) {
    notice.value = 'Nothing was opened: the account is no longer held, open it again.';
    return;
  }
  batch(() => {
    showDocuments({ title: arn, slots: slotsOf(found), request: requestOf(found), flags: {} });
    const gaps = found.gaps.length === 0 ? '' : ` Not known: ${found.gaps.join(', ')}.`;
    notice.value = `Opened ${arn}.${gaps}`;
  });
}

function slotsOf({ policies, boundary }: PrincipalPage): readonly PolicySlot[] {
  const slots = policies.map((document) => newSlot({ kind: 'identity', level: 0, ...document }));
  return boundary === undefined ? slots : [...slots, newSlot({ kind: 'boundary', level: 0, ...boundary })];
}

function requestOf({ principal, tags }: PrincipalPage): typeof request.value {
  const others = request.value.context.filter(({ key }) => !/^aws:PrincipalTag\//i.test(key));
  const ofTags = Object.entries(tags).map(([key, value]) => ({ key: `aws:PrincipalTag/${key}`, value }));
  return { ...request.value, principal, context: [...ofTags, ...others] };
}
