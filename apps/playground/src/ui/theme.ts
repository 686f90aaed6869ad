import { signal, type Signal } from '@preact/signals';

/** Whether the page is dark; what is drawn by hand follows it. */
export const isDark: Signal<boolean> = signal(false);

const SYSTEM = matchMedia('(prefers-color-scheme: dark)');

function read(): void {
  const chosen = document.documentElement.dataset['theme'];
  isDark.value = chosen === undefined ? SYSTEM.matches : chosen === 'dark';
}

read();
SYSTEM.addEventListener('change', read);

/** Switches between light and dark, and remembers it. */
export function toggleTheme(): void {
  const next = isDark.value ? 'light' : 'dark';
  document.documentElement.dataset['theme'] = next;
  read();
  try {
    localStorage.setItem('theme', next);
  } catch {
    // A page that may not keep anything still switches.
  }
}
