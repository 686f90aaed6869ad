import { batch } from '@preact/signals';
import { view } from '../model/state.ts';
import { guardRails, questionKind } from '../prove/questionState.ts';
import { EXAMPLES } from '../share/examples.ts';
import { currentPage, isAsOpened, notice, readPage, showPage } from '../share/page.ts';
import { ask } from '../worker/languageClient.ts';
import type { OpenedText } from '../worker/opening/openApi.ts';
import { showPolicy, showScenario } from './chosen.ts';
import { listing, type Listing } from './listing.ts';

/** Accounts are the largest; what is larger would only fill the memory of the tab. */
const LARGEST_FILE = 100_000_000;

/** Opens a file of any kind that is known. */
export async function openFile(file: File): Promise<void> {
  if (file.size > LARGEST_FILE)
    notice.value = `Nothing was opened: ${file.name} has more than ${String(LARGEST_FILE / 1_000_000)} MB.`;
  else await openAnything(file.name, await file.text());
}

/**
 * Opens a text, whatever it is.
 *
 * @param name - of its file; empty for a text that was pasted.
 * @param text - any.
 * @returns whether something was opened; if not, the page says why.
 */
export async function openAnything(name: string, text: string): Promise<boolean> {
  notice.value = 'Reading …';
  try {
    const opened = await ask('openText', name, text);
    batch(() => show(name === '' ? 'the pasted text' : name, opened));
    return opened.kind !== 'nothing';
  } catch {
    notice.value = 'Nothing was opened: what reads files could not be loaded.';
    return false;
  }
}

function show(name: string, opened: OpenedText): void {
  listing.value = undefined;
  switch (opened.kind) {
    case 'page': {
      const contents = readPage(opened.text);
      if (contents === undefined) return;
      showPage(contents);
      notice.value = `Opened ${name}.`;
      return;
    }
    case 'scenarios':
      showScenario(opened.text, 0);
      if (opened.scenarios.length > 1) list({ ...opened, name });
      else notice.value = notice.value.startsWith('Nothing') ? notice.value : `Opened ${name}.`;
      return;
    case 'policies': {
      const [only, ...others] = opened.policies;
      if (only !== undefined && others.length + opened.untold.length === 0) showPolicy(only);
      else list({ ...opened, name });
      return;
    }
    case 'account':
      list({ ...opened, name });
      return;
    case 'denial':
      showDenial(opened);
      return;
    case 'guardRails':
      guardRails.value = opened.text;
      questionKind.value = 'guardRails';
      view.value = 'prove';
      notice.value = `Opened the guard rails of ${name}.`;
      return;
    case 'nothing':
      notice.value = `Nothing was opened: ${opened.problem}.`;
  }
}

function list(of: Listing): void {
  listing.value = of;
  notice.value = `Opened ${of.name}: choose below.`;
}

/** Puts the request of a message into the form; documents stay that are somebody's own. */
function showDenial({ scenario, notes }: Extract<OpenedText, { kind: 'denial' }>): void {
  const told = notes.length === 0 ? '' : ` ${notes.map((note) => `${note}.`).join(' ')}`;
  const contents = scenario === undefined ? undefined : readPage(scenario);
  if (contents === undefined) {
    notice.value = `Nothing was opened: the message does not name the action.${told}`;
    return;
  }
  const isExample = isAsOpened.value && EXAMPLES.some(({ title }) => title === currentPage().title);
  const page = currentPage();
  showPage(isExample ? contents : { ...contents, slots: page.slots, flags: page.flags });
  notice.value = `Opened the request of the message. Add the policies that bear on it.${told}`;
}
