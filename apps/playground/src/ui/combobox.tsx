import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { Suggestion } from '../worker/languageApi.ts';

/** What `Combobox` shows. */
export interface ComboboxProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (text: string) => void;
  /** Suggestions for a text; an older answer never replaces a newer one. */
  readonly suggest: (text: string) => Promise<readonly Suggestion[]>;
  readonly placeholder?: string;
  /** For a field whose label is not shown. */
  readonly hideLabel?: boolean;
}

/** A text field with suggestions, used with the keyboard as the ARIA practices say. */
export function Combobox({ label, value, onInput, suggest, placeholder, hideLabel }: ComboboxProps): VNode {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [found, setFound] = useState<readonly Suggestion[]>([]);
  const [active, setActive] = useState(-1);
  const asked = useRef(0);
  const list = useRef<HTMLUListElement>(null);

  const ask = (text: string): void => {
    asked.current += 1;
    const number = asked.current;
    void suggest(text)
      .catch(() => [])
      .then((suggestions) => {
        if (number !== asked.current) return;
        setFound(suggestions);
        setActive(-1);
        setOpen(suggestions.length > 0);
      });
  };
  const choose = (suggestion: Suggestion | undefined): void => {
    if (suggestion === undefined) return;
    asked.current += 1;
    onInput(suggestion.label);
    setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') setOpen(false);
    else if (event.key === 'Enter' && open && active >= 0) {
      event.preventDefault();
      choose(found[active]);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) ask(value);
      else setActive((active + (event.key === 'ArrowDown' ? 1 : -1) + found.length) % found.length);
    }
  };
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const input = (
    <span class="combobox">
      <input
        type="text"
        role="combobox"
        aria-label={hideLabel === true ? label : undefined}
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && active >= 0 ? `${id}-${String(active)}` : undefined}
        autocomplete="off"
        spellcheck={false}
        placeholder={placeholder}
        value={value}
        onInput={(event) => {
          onInput(event.currentTarget.value);
          ask(event.currentTarget.value);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      <ul role="listbox" id={`${id}-list`} aria-label={label} hidden={!open} ref={list}>
        {found.map((suggestion, index) => (
          <li
            key={suggestion.label}
            id={`${id}-${String(index)}`}
            role="option"
            aria-selected={index === active}
            onMouseDown={(event) => {
              event.preventDefault();
              choose(suggestion);
            }}
          >
            <span>{suggestion.label}</span> <small>{suggestion.detail}</small>
          </li>
        ))}
      </ul>
    </span>
  );
  if (hideLabel === true) return input;
  return (
    <label class="field">
      <span>{label}</span>
      {input}
    </label>
  );
}
