import { render } from 'preact';
import { App } from './app.tsx';
import { restorePage } from './share/page.ts';

const root = document.getElementById('app');
if (root !== null) {
  await restorePage();
  render(<App />, root);
}

// After the page is there, so that nothing is fetched ahead of it.
if (import.meta.env.PROD && 'serviceWorker' in navigator)
  void navigator.serviceWorker.register('./sw.js').catch(() => undefined);
