import { useRef } from 'preact/hooks';
import type { VNode } from 'preact';
import { commandText, scenarioText, vitestText } from '../share/copies.ts';
import { copyText } from '../share/copyText.ts';
import { notice } from '../share/page.ts';

/** Copies the page in a form for somewhere else. */
export function CopyMenu(): VNode {
  const menu = useRef<HTMLDetailsElement>(null);
  const close = (): void => {
    if (menu.current !== null) menu.current.open = false;
  };
  return (
    <details
      class="menu"
      ref={menu}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        close();
        menu.current?.querySelector('summary')?.focus();
      }}
      onFocusOut={(event) => {
        if (!(event.relatedTarget instanceof Node) || menu.current?.contains(event.relatedTarget) !== true)
          close();
      }}
    >
      <summary class="button">Copy as</summary>
      <div>
        {FORMS.map(({ label, copy }) => (
          <button
            key={label}
            type="button"
            // A button that is pressed has the focus only in some browsers; the menu would close before the click.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              close();
              void copy();
            }}
          >
            {label}
          </button>
        ))}
      </div>
    </details>
  );
}

const FORMS: readonly { readonly label: string; readonly copy: () => Promise<void> }[] = [
  {
    label: 'Command line',
    copy: () => copyText(commandText(), 'The command is copied: it shows the decision in a terminal.'),
  },
  {
    label: 'Scenario',
    copy: () => copyText(scenarioText(), 'The scenario is copied: `policywright test` checks it.'),
  },
  {
    label: 'Test for vitest',
    copy: async () => {
      const text = vitestText();
      if (text === undefined) notice.value = 'Nothing was copied: a document cannot be read, mend it first.';
      else
        await copyText(
          text,
          'The test is copied; it needs @policywright/testing and @policywright/scenario.',
        );
    },
  },
];
