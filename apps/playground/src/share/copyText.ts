import { notice } from './page.ts';

/**
 * Copies a text.
 *
 * @param done - what the page says then.
 */
export async function copyText(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notice.value = done;
  } catch {
    notice.value = 'The browser does not let the page copy it.';
  }
}
