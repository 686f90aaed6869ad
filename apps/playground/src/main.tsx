import { render } from 'preact';
import { App } from './app.tsx';
import { restorePage } from './share/page.ts';

const root = document.getElementById('app');
if (root !== null) {
  await restorePage();
  render(<App />, root);
}
