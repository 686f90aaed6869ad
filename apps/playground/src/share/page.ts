import { batch, computed, effect, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { call, FIRST_CALL } from '../model/callState.ts';
import { before, flags, mark, openKind, openSlot, request, slots, title, view, why } from '../model/state.ts';
import { EXAMPLES, exampleNamed } from './examples.ts';
import { packFragment, unpackFragment } from './permalink.ts';
import { fromPageText, toPageText } from './pageLink.ts';
import type { PageContents } from './scenarioFile.ts';

/** What the page has to say about itself, for a line that screen readers read out. */
export const notice: Signal<string> = signal('');

const opened: Signal<PageContents | undefined> = signal(undefined);

/** Nothing was changed since the page's contents were opened. */
export const isAsOpened: ReadonlySignal<boolean> = computed(
  () =>
    opened.value?.slots === slots.value &&
    opened.value.request === request.value &&
    opened.value.flags === flags.value,
);

/** Puts contents on the page. */
export function showPage(contents: PageContents): void {
  batch(() => {
    opened.value = contents;
    slots.value = contents.slots;
    before.value = contents.slots;
    openKind.value = contents.slots[0]?.kind ?? 'identity';
    openSlot.value = contents.slots[0]?.id ?? '';
    mark.value = undefined;
    request.value = contents.request;
    flags.value = contents.flags;
    title.value = contents.title;
    why.value = contents.why ?? '';
    call.value = contents.call ?? FIRST_CALL;
    if (contents.call !== undefined) view.value = 'call';
  });
}

/** The contents of the page as they are now; what was said about them as they were opened goes with the first change. */
export function currentPage(): PageContents {
  return {
    title: title.value,
    ...(why.value !== '' && isAsOpened.value && { why: why.value }),
    slots: slots.value,
    request: request.value,
    flags: flags.value,
    ...(call.value !== FIRST_CALL && { call: call.value }),
  };
}

/** Shows what the address asks for: a permalink, an example (`#example=NAME`), or the first example. */
export async function restorePage(): Promise<void> {
  const { hash } = location;
  const text = await unpackFragment(hash);
  const contents = text === undefined ? undefined : readPage(text);
  if (contents !== undefined) showPage(contents);
  else {
    const asked = exampleNamed(hash.replace(/^#example=/, ''));
    const example = asked ?? EXAMPLES[0];
    if (example !== undefined) showPage(example.open());
    // Otherwise somebody could take the example's decision for the one they were sent.
    if (asked === undefined && hash.length > 1)
      notice.value = `The link is damaged or not one of this page: you see an example instead.`;
  }
}

/** Reads the text of a permalink or a scenario file; says why where it is none. */
export function readPage(text: string): PageContents | undefined {
  const contents = fromPageText(text);
  if (typeof contents !== 'string') return contents;
  notice.value = `Nothing was opened: ${contents}.`;
  return undefined;
}

/** A link that opens the page as it is; it never leaves the browser unless somebody sends it. */
export async function permalink(): Promise<string> {
  const url = new URL(location.href);
  url.hash = await packFragment(toPageText(currentPage()));
  return url.href;
}

/** Keeps the address in step with the page, so that reloading loses nothing. */
export function keepAddress(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let first = true;
  return effect(() => {
    const page = currentPage();
    // The address that was opened stays until something is changed.
    if (first) {
      first = false;
      return;
    }
    clearTimeout(timer);
    timer = setTimeout(() => {
      void packFragment(toPageText(page)).then((fragment) => history.replaceState(undefined, '', fragment));
    }, 400);
  });
}
