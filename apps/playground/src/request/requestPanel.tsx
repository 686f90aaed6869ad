import type { VNode } from 'preact';
import { request, setRequest, type ContextEntry } from '../model/state.ts';

/** The request that is decided. */
export function RequestPanel(): VNode {
  const { principal, action, resource, context } = request.value;
  return (
    <section class="card request" aria-label="Request">
      <Field label="Principal" value={principal} onInput={(text) => setRequest({ principal: text })} />
      <Field label="Action" value={action} onInput={(text) => setRequest({ action: text })} />
      <Field label="Resource" value={resource} onInput={(text) => setRequest({ resource: text })} />
      <fieldset>
        <legend>Context</legend>
        {context.map((entry, index) => (
          <ContextRow key={index} entry={entry} index={index} />
        ))}
        <button
          type="button"
          class="quiet"
          onClick={() => setRequest({ context: [...request.value.context, { key: '', value: '' }] })}
        >
          + key
        </button>
      </fieldset>
    </section>
  );
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (text: string) => void;
}

function Field({ label, value, onInput }: FieldProps): VNode {
  return (
    <label class="field">
      <span>{label}</span>
      <input
        type="text"
        spellcheck={false}
        autocomplete="off"
        value={value}
        onInput={(event) => onInput(event.currentTarget.value.trim())}
      />
    </label>
  );
}

function ContextRow({ entry, index }: { readonly entry: ContextEntry; readonly index: number }): VNode {
  const change = (part: Partial<ContextEntry>): void => {
    setRequest({
      context: request.value.context.map((other, at) => (at === index ? { ...other, ...part } : other)),
    });
  };
  const { key, value } = entry;
  return (
    <div class="context-row">
      <input
        type="text"
        aria-label="Condition key"
        placeholder="aws:PrincipalTag/team"
        spellcheck={false}
        value={key}
        onInput={(event) => change({ key: event.currentTarget.value.trim() })}
      />
      <input
        type="text"
        aria-label={`Value of ${key === '' ? 'the key' : key}`}
        spellcheck={false}
        value={typeof value === 'string' ? value : value.join(', ')}
        onInput={(event) => change({ value: event.currentTarget.value })}
      />
      <button
        type="button"
        class="remove"
        aria-label={`Remove ${key}`}
        onClick={() => setRequest({ context: request.value.context.filter((_, at) => at !== index) })}
      >
        ×
      </button>
    </div>
  );
}
