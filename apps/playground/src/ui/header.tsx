import type { VNode } from 'preact';
import { title } from '../model/state.ts';
import { EXAMPLES, exampleNamed } from '../share/examples.ts';
import { notice, pageText, permalink, readPage, showPage } from '../share/page.ts';
import { download } from './download.ts';
import { toggleTheme } from './theme.ts';

/** The name of the page, the examples, and what takes contents in and out. */
export function Header(): VNode {
  return (
    <header>
      <h1>
        Policywright <span>playground</span>
      </h1>
      <label class="example">
        <span>Example</span>
        <select
          value={EXAMPLES.find((example) => example.title === title.value)?.name ?? ''}
          onChange={(event) => {
            const example = exampleNamed(event.currentTarget.value);
            if (example !== undefined) showPage(example.open());
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
    notice.value = 'link copied; whoever opens it sees this page';
  } catch {
    notice.value = 'the link is in the address bar';
  }
}

function exportPage(): void {
  download('scenario.json', 'application/json', pageText());
  notice.value =
    'exported as a scenario file; `policywright test scenario.json` runs it once it has `expected`';
}

async function open(input: HTMLInputElement): Promise<void> {
  const file = input.files?.[0];
  input.value = '';
  if (file === undefined) return;
  const contents = readPage(await file.text());
  if (contents !== undefined) {
    showPage(contents);
    notice.value = `opened ${file.name}`;
  }
}
