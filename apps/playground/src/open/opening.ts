import { signal, type Signal } from '@preact/signals';

/** Whether the page asks for something to open. */
export const isOpening: Signal<boolean> = signal(false);
