import { useEffect, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { request, setRequest } from '../model/state.ts';
import { Combobox } from '../ui/combobox.tsx';
import type { ActionFacts, KeyFacts, Suggestion } from '../worker/languageApi.ts';
import { ask } from '../worker/languageClient.ts';
import { BehindFields } from './behindFields.tsx';
import { ContextFields } from './contextFields.tsx';
import { FlagFields } from './flagFields.tsx';

const SUGGESTIONS = 30;
/** Resource types that a line names; the suggestions of the resource have all of them. */
const MOST_TYPES = 6;

/** The request that is decided. */
export function RequestPanel(): VNode {
  const { principal, action, resource } = request.value;
  const { facts, keys } = useAction(action);
  return (
    <section class="card request" aria-labelledby="request-title">
      <h2 id="request-title">Request</h2>
      <Combobox
        label="Principal"
        value={principal}
        onInput={(text) => setRequest({ principal: text })}
        suggest={suggestPrincipals}
      />
      <Combobox
        label="Action"
        value={action}
        onInput={(text) => setRequest({ action: text })}
        suggest={(text) => ask('searchActions', text, SUGGESTIONS)}
      />
      <Combobox
        label="Resource"
        value={resource}
        onInput={(text) => setRequest({ resource: text })}
        suggest={async (text) => suggestResources(facts, text)}
      />
      <ActionNote facts={facts} action={action} />
      <ContextFields keys={keys} />
      <BehindFields />
      <FlagFields />
    </section>
  );
}

/** What the catalog knows of the action, once it has answered. */
function useAction(action: string): {
  readonly facts: ActionFacts | undefined;
  readonly keys: readonly KeyFacts[];
} {
  const [known, setKnown] = useState<{ facts: ActionFacts | undefined; keys: readonly KeyFacts[] }>({
    facts: undefined,
    keys: [],
  });
  useEffect(() => {
    let current = true;
    void Promise.all([ask('describeAction', action), ask('keysOf', action)])
      .then(([facts, keys]) => {
        if (current) setKnown({ facts, keys });
      })
      .catch(() => undefined);
    return () => {
      current = false;
    };
  }, [action]);
  return known;
}

const PRINCIPALS: readonly Suggestion[] = [
  { label: 'arn:aws:iam::111122223333:user/alice', detail: 'a user' },
  { label: 'arn:aws:sts::111122223333:assumed-role/deploy/session', detail: 'a session of a role' },
  { label: 'arn:aws:iam::111122223333:root', detail: 'the root user of an account' },
  { label: 'ecs-tasks.amazonaws.com', detail: 'a service' },
  { label: 'arn:aws:iam::111122223333:saml-provider/corp', detail: 'an identity of a provider' },
  { label: 'anonymous', detail: 'nobody that AWS knows' },
];

async function suggestPrincipals(text: string): Promise<readonly Suggestion[]> {
  return PRINCIPALS.filter(({ label, detail }) => `${label} ${detail}`.includes(text.toLowerCase()));
}

/** ARNs of the action's resource types, with values that fit the request. */
function suggestResources(facts: ActionFacts | undefined, text: string): readonly Suggestion[] {
  const account = /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(request.value.principal)?.[1] ?? '111122223333';
  const formats = (facts?.resources ?? []).flatMap(({ name, arnFormats }) =>
    arnFormats.map((format) => ({ label: fill(format, account), detail: name })),
  );
  const every = { label: '*', detail: 'an action that names no resource' };
  const typed = text.trim();
  const fitting = formats.filter(
    ({ label, detail }) => label.startsWith(typed.slice(0, 12)) || detail.includes(typed),
  );
  return facts?.resources.length === 0 ? [every] : [...(fitting.length > 0 ? fitting : formats), every];
}

function fill(format: string, account: string): string {
  return format
    .replace('${Partition}', 'aws')
    .replace('${Region}', 'eu-central-1')
    .replace('${Account}', account)
    .replace(/\$\{(\w+)\}/g, (_, name: string) => name.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase());
}

function ActionNote({
  facts,
  action,
}: {
  readonly facts: ActionFacts | undefined;
  readonly action: string;
}): VNode | null {
  if (action === '') return null;
  if (facts === undefined)
    return <p class="note">The catalog has no action of this name; it is decided all the same.</p>;
  const names = facts.resources.map(({ name }) => name);
  const more = names.length - MOST_TYPES;
  const takes = names.slice(0, MOST_TYPES).join(', ') + (more > 0 ? ` and ${String(more)} more` : '');
  return (
    <p class="note">
      {facts.service}, {facts.accessLevels.join(', ').toLowerCase()};{' '}
      {takes === '' ? 'names no resource: only * in a policy covers it' : `takes ${takes}`}
      {facts.dependentActions.length > 0 && <>; may also need {facts.dependentActions.join(', ')}</>}
    </p>
  );
}
