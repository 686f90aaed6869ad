import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromiumOptions } from '@policywright-tooling/chromium';
import { chromium } from 'playwright-core';
import { serve } from 'vitepress';

const ROOT = join(import.meta.dirname, '..');

/** The script of axe-core, which finds faults of accessibility. */
export const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Serves the built site and starts a browser. */
export async function start() {
  const app = await serve({ root: ROOT, port: 0 });
  const browser = await chromium.launch(chromiumOptions());
  const server = /** @type {import('node:http').Server} */ (app.server);
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://localhost:${port}/policywright/`,
    browser,
    async stop() {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}
