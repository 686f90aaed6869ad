import type { VNode } from 'preact';
import { title } from '../model/state.ts';
import { isOpening } from '../open/opening.ts';
import { EXAMPLES, exampleNamed } from '../share/examples.ts';
import { isAsOpened, notice, permalink, showPage } from '../share/page.ts';
import { scenarioText } from '../share/copies.ts';
import { CopyMenu } from './copyMenu.tsx';
import { download } from './download.ts';
import { toggleTheme } from './theme.ts';

/** The name of the page, the examples, and what takes contents in and out. */
export function Header(): VNode {
  // Once something is changed, the example is none any more, and can be chosen again.
  const shown = isAsOpened.value ? EXAMPLES.find((example) => example.title === title.value) : undefined;
  return (
    <header>
      <h1>
        Policywright <span>playground</span>
      </h1>
      <label class="example">
        <span>Example</span>
        <select
          value={shown?.name ?? ''}
          onChange={(event) => {
            const example = exampleNamed(event.currentTarget.value);
            if (example === undefined) return;
            showPage(example.open());
            notice.value = '';
          }}
        >
          <option value="" disabled hidden>
            your own
          </option>
          {EXAMPLES.map(({ name, title: label }) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <div class="actions">
        <button type="button" onClick={() => (isOpening.value = true)}>
          Open
        </button>
        <button type="button" onClick={() => void copyLink()}>
          Copy link
        </button>
        <CopyMenu />
        <button type="button" onClick={exportPage}>
          Export
        </button>
        <button type="button" onClick={toggleTheme} aria-label="Switch between light and dark">
          <span aria-hidden="true">◐</span>
        </button>
      </div>
      <p class="intro">
        Would AWS allow it? Write policies, describe a request, and see which layer decides and why. All of it
        stays in this browser.
      </p>
      <p role="status" class="notice">
        {notice.value}
      </p>
    </header>
  );
}

async function copyLink(): Promise<void> {
  const link = await permalink();
  history.replaceState(undefined, '', new URL(link).hash);
  try {
    await navigator.clipboard.writeText(link);
    notice.value = 'Link copied: whoever opens it sees this page.';
  } catch {
    notice.value = 'The link is in the address bar.';
  }
}

function exportPage(): void {
  download('scenario.json', 'application/json', scenarioText());
  notice.value =
    'Saved as scenario.json; `policywright test scenario.json` checks that it is still decided so.';
}
