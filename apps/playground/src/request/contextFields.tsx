import type { VNode } from 'preact';
import { decidedRequest, explanation } from '../model/decided.ts';
import { request, setRequest, type ContextEntry } from '../model/state.ts';
import { Combobox } from '../ui/combobox.tsx';
import type { KeyFacts } from '../worker/languageApi.ts';

/** The context keys of the request, with fields that fit their types. */
export function ContextFields({ keys }: { readonly keys: readonly KeyFacts[] }): VNode {
  const { context } = request.value;
  const given = new Set(context.map(({ key }) => key.toLowerCase()));
  const asked = askedKeys().filter((key) => !given.has(key.toLowerCase()));
  return (
    <fieldset>
      <legend>Context</legend>
      {context.map((entry, index) => (
        <ContextRow key={index} entry={entry} index={index} keys={keys} />
      ))}
      <div class="add-keys">
        <AddKey name="" label="+ key" />
        {!given.has(MFA.toLowerCase()) && <AddKey name={MFA} label="+ MFA" value="true" />}
        {TAGS.map(({ name, label }) => (
          <AddKey key={name} name={name} label={label} />
        ))}
      </div>
      {asked.length > 0 && (
        <p class="note">
          The policies ask for{' '}
          {asked.map((key) => (
            <AddKey key={key} name={key} label={`+ ${key}`} />
          ))}
        </p>
      )}
      <Derived />
    </fieldset>
  );
}

const TAGS: readonly { readonly name: string; readonly label: string }[] = [
  { name: 'aws:PrincipalTag/team', label: '+ tag of the principal' },
  { name: 'aws:ResourceTag/team', label: '+ tag of the resource' },
  { name: 'aws:RequestTag/team', label: '+ tag in the call' },
];

const MOST_ASKED = 6;

/** Keys that the request lacks and statements about its action ask for. */
function askedKeys(): readonly string[] {
  const keys = new Map<string, string>();
  for (const { statements } of explanation.value?.layers ?? [])
    for (const { action, conditions } of statements)
      if (action.result === 'true')
        for (const { key, reason } of conditions)
          if (reason === 'key-absent') keys.set(key.toLowerCase(), key);
  return [...keys.values()].slice(0, MOST_ASKED);
}

interface AddKeyProps {
  readonly name: string;
  readonly label: string;
  readonly value?: string;
}

/** Adds a key to the context, and goes to its value. */
function AddKey({ name, label, value = '' }: AddKeyProps): VNode {
  return (
    <button
      type="button"
      class="quiet"
      onClick={() => {
        setRequest({ context: [...request.value.context, { key: name, value }] });
        requestAnimationFrame(() => {
          const row = [...document.querySelectorAll('.context-row')].at(-1);
          const fields = row?.querySelectorAll<HTMLElement>('input, select');
          fields?.[name === '' ? 0 : 1]?.focus();
        });
      }}
    >
      {label}
    </button>
  );
}

const MFA = 'aws:MultiFactorAuthPresent';

/** What the request tells by itself. */
function Derived(): VNode {
  const given = new Set(request.value.context.map(({ key }) => key.toLowerCase()));
  const derived = Object.entries(decidedRequest.value.context ?? {}).filter(
    ([key]) => !given.has(key.toLowerCase()),
  );
  return (
    <details>
      <summary>
        {derived.length === 1 ? '1 more key follows' : `${String(derived.length)} more keys follow`} from the
        request
      </summary>
      <dl>
        {derived.map(([key, value]) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>{String(value)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

interface RowProps {
  readonly entry: ContextEntry;
  readonly index: number;
  readonly keys: readonly KeyFacts[];
}

function ContextRow({ entry, index, keys }: RowProps): VNode {
  const { key, value } = entry;
  const replace = (next: ContextEntry | undefined): void =>
    setRequest({
      context: request.value.context.flatMap((other, at) => (at === index ? (next ?? []) : other)),
    });
  const facts = keys.find(({ name }) => covers(name, key));
  return (
    <div class="context-row">
      <Combobox
        label={`Condition key ${String(index + 1)}`}
        hideLabel
        placeholder="aws:PrincipalTag/team"
        value={key}
        onInput={(text) => replace({ key: text, value })}
        suggest={async (text) =>
          keys
            .filter(({ name }) => name.toLowerCase().includes(text.trim().toLowerCase()))
            .slice(0, 60)
            .map(({ name, type, multivalued }) => ({
              label: name.replace('${TagKey}', 'team'),
              detail: multivalued ? `${type}, many values` : type,
            }))
        }
      />
      <ValueField entry={entry} facts={facts} onChange={(next) => replace({ key, value: next })} />
      <button
        type="button"
        class="remove"
        aria-label={`Remove ${key === '' ? 'the empty key' : key}`}
        onClick={() => replace(undefined)}
      >
        ×
      </button>
    </div>
  );
}

/** Whether a template such as `aws:ResourceTag/${TagKey}` is of a key. */
function covers(template: string, key: string): boolean {
  const [head = '', tail] = template.toLowerCase().split(/\$\{\w+\}/);
  const lower = key.toLowerCase();
  return tail === undefined
    ? head === lower
    : lower.startsWith(head) && lower.endsWith(tail) && lower.length > head.length;
}

const PLACEHOLDERS: Readonly<Record<KeyFacts['type'], string>> = {
  String: 'text',
  ARN: 'arn:aws:…',
  Bool: 'true',
  Numeric: '3600',
  Date: '2026-01-31T12:00:00Z',
  IPAddress: '203.0.113.7',
  Binary: 'base64',
};

/** What values of a type look like, to point out a slip; what is odd is decided all the same. */
const FORMS: Readonly<Partial<Record<KeyFacts['type'], RegExp>>> = {
  ARN: /^arn:/,
  Numeric: /^-?\d+(?:\.\d+)?$/,
  Date: /^(?:\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2}))?|\d{9,})$/,
  IPAddress: /^[\da-f.:]+(?:\/\d{1,3})?$/i,
};

interface ValueFieldProps {
  readonly entry: ContextEntry;
  readonly facts: KeyFacts | undefined;
  readonly onChange: (value: ContextEntry['value']) => void;
}

function ValueField({ entry, facts, onChange }: ValueFieldProps): VNode {
  const { key, value } = entry;
  const label = `Value of ${key === '' ? 'the key' : key}`;
  if (facts?.type === 'Bool' && typeof value === 'string')
    return (
      <select aria-label={label} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {value !== 'true' && value !== 'false' && (
          <option value={value}>{value === '' ? 'choose' : value}</option>
        )}
        <option value="true">true</option>
        <option value="false">false</option>
      </select>
    );
  const isList = typeof value !== 'string' || facts?.multivalued === true;
  const form = facts === undefined ? undefined : FORMS[facts.type];
  const isOdd = form !== undefined && typeof value === 'string' && value !== '' && !form.test(value.trim());
  return (
    <input
      type="text"
      inputMode={facts?.type === 'Numeric' ? 'decimal' : 'text'}
      aria-invalid={isOdd}
      title={
        isOdd ? `${facts?.type ?? ''} values look like ${PLACEHOLDERS[facts?.type ?? 'String']}` : undefined
      }
      aria-label={isList ? `${label}, values separated by commas` : label}
      spellcheck={false}
      autocomplete="off"
      placeholder={
        facts === undefined ? '' : isList ? 'values, separated by commas' : PLACEHOLDERS[facts.type]
      }
      value={typeof value === 'string' ? value : value.join(', ')}
      onChange={(event) =>
        onChange(isList ? splitValues(event.currentTarget.value) : event.currentTarget.value)
      }
      onInput={(event) => {
        if (!isList) onChange(event.currentTarget.value);
      }}
    />
  );
}

function splitValues(text: string): readonly string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
