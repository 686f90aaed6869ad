import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { preview } from 'vite';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const ROOT = join(import.meta.dirname, '..');

/** Finds a Chromium; on Debian, as root, installs the distribution's. */
function findChromium() {
  const wanted = process.env['CHROMIUM'];
  const found = [wanted, ...PLACES].find((path) => path !== undefined && existsSync(path));
  if (found !== undefined) return found;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    throw new Error('no Chromium found: install one, or say where it is in the variable CHROMIUM');
  execFileSync('apt-get', ['update'], { stdio: 'ignore' });
  execFileSync('apt-get', ['install', '-y', 'chromium'], { stdio: 'ignore' });
  return PLACES[0];
}

/** Serves the built page and starts a browser. */
export async function start() {
  const server = await preview({ root: ROOT, preview: { port: 0 }, logLevel: 'error' });
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
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
