import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { serve } from 'vitepress';

const ROOT = join(import.meta.dirname, '..');
// The playground has the browser's driver; installing it once for both is enough.
const require = createRequire(join(ROOT, '..', 'playground', 'package.json'));
const { chromium } = require('playwright-core');

/** The script of axe-core, which finds faults of accessibility. */
export const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Serves the built site and starts a browser; `CHROMIUM` says where one is, if not in the usual place. */
export async function start() {
  const app = await serve({ root: ROOT, port: 0 });
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  return {
    url: `http://localhost:${app.server.address().port}/policywright/`,
    browser,
    async stop() {
      await browser.close();
      app.server.closeAllConnections();
      app.server.close();
    },
  };
}
