import { describeErrors } from '@policywright/scenario';
import { useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { grantsOf } from '../model/decided.ts';
import { removeUnderlying } from '../model/documents.ts';
import { request, setRequest, type UnderlyingEntry } from '../model/state.ts';

/** What few requests have: resources behind an access point, and grants of a KMS key. */
export function BehindFields(): VNode {
  const { underlying, grants } = request.value;
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      class="behind"
      // What is taken away again leaves it open, since somebody may be typing.
      open={isOpen || underlying.length > 0 || grants !== ''}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>Behind an access point, grants of a key</summary>
      <fieldset>
        <legend>Behind the resource</legend>
        {underlying.map((entry, index) => (
          <UnderlyingRow key={index} entry={entry} index={index} />
        ))}
        <button type="button" class="quiet" onClick={() => setUnderlying([...underlying, NOTHING])}>
          + resource behind it
        </button>
      </fieldset>
      <GrantField />
    </details>
  );
}

const NOTHING: UnderlyingEntry = { resource: '', resourceAccount: '' };

function setUnderlying(underlying: readonly UnderlyingEntry[]): void {
  setRequest({ underlying });
}

interface RowProps {
  readonly entry: UnderlyingEntry;
  readonly index: number;
}

function UnderlyingRow({ entry, index }: RowProps): VNode {
  const number = String(index + 1);
  const change = (part: Partial<UnderlyingEntry>): void =>
    setUnderlying(
      request.value.underlying.map((other, at) => (at === index ? { ...other, ...part } : other)),
    );
  return (
    <div class="context-row">
      <input
        type="text"
        aria-label={`Resource ${number} behind it`}
        placeholder="arn:aws:s3:::images/a.png"
        spellcheck={false}
        autocomplete="off"
        value={entry.resource}
        onInput={(event) => change({ resource: event.currentTarget.value })}
      />
      <input
        type="text"
        inputMode="numeric"
        aria-label={`Account of resource ${number} behind it`}
        placeholder="account, as its ARN says"
        autocomplete="off"
        value={entry.resourceAccount}
        onInput={(event) => change({ resourceAccount: event.currentTarget.value.trim() })}
      />
      <button
        type="button"
        class="remove"
        aria-label={`Remove resource ${number} behind it`}
        onClick={() => removeUnderlying(index)}
      >
        ×
      </button>
    </div>
  );
}

function GrantField(): VNode {
  const { grants } = request.value;
  const { diagnostics } = grantsOf(request.value);
  const isOdd = diagnostics.some(({ severity }) => severity === 'error');
  return (
    <fieldset>
      <legend>Grants of the key</legend>
      <textarea
        aria-label="Grants of the KMS key, as in a scenario file"
        aria-invalid={isOdd}
        rows={grants === '' ? 1 : 5}
        spellcheck={false}
        placeholder='[{ "grantee": "arn:aws:iam::111122223333:role/app", "operations": ["Decrypt"] }]'
        value={grants}
        onInput={(event) => setRequest({ grants: event.currentTarget.value })}
      />
      {isOdd && <p class="note">The grants take no part: {describeErrors(diagnostics)}</p>}
    </fieldset>
  );
}
