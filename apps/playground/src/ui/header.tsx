import type { VNode } from 'preact';
import { title } from '../model/state.ts';
import { EXAMPLES, exampleNamed } from '../share/examples.ts';
import { isAsOpened, notice, pageText, permalink, readPage, showPage } from '../share/page.ts';
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
        <button type="button" onClick={() => void copyLink()}>
          Copy link
        </button>
        <button type="button" onClick={exportPage}>
          Export
        </button>
        <label class="button">
          Import
          <input
            type="file"
            accept=".json,application/json"
            onChange={(event) => void open(event.currentTarget)}
          />
        </label>
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
  download('scenario.json', 'application/json', pageText());
  notice.value =
    'Saved as scenario.json; `policywright test scenario.json` checks that it is still decided so.';
}

const LARGEST_FILE = 4_000_000;

async function open(input: HTMLInputElement): Promise<void> {
  const file = input.files?.[0];
  if (file === undefined) return;
  if (file.size > LARGEST_FILE) {
    notice.value = `Nothing was opened: ${file.name} has more than 4 MB, too much for a scenario file.`;
    input.value = '';
    return;
  }
  const contents = readPage(await file.text());
  // The same file can be chosen again, once it is mended.
  input.value = '';
  if (contents === undefined) return;
  showPage(contents);
  notice.value = `Opened ${file.name}.`;
}
