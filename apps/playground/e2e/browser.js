import { join } from 'node:path';
import { chromiumOptions } from '@policywright-tooling/chromium';
import { chromium } from 'playwright-core';
import { preview } from 'vite';

const ROOT = join(import.meta.dirname, '..');

/** Serves the built page and starts a browser. */
export async function start() {
  const server = await preview({ root: ROOT, preview: { port: 0 }, logLevel: 'error' });
  const browser = await chromium.launch(chromiumOptions());
  const { port } = server.httpServer.address();
  return {
    url: `http://localhost:${port}/`,
    browser,
    async stop() {
      await browser.close();
      server.httpServer.closeAllConnections();
      await server.close();
    },
  };
}
