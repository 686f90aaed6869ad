import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const INSTALLED = '/usr/bin/chromium';
const PLACES = [
  INSTALLED,
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Finds a Chromium: the one that the variable CHROMIUM names, or an installed one. On Debian, as root, installs the
 * distribution's where there is none.
 *
 * @returns {{ executablePath: string, args: string[] }} what playwright's `launch` takes.
 * @throws Error where there is none and none can be installed.
 */
export function chromiumOptions() {
  // The sandbox cannot be had by root, nor in most containers; the pages are the repository's own.
  return { executablePath: findChromium(), args: ['--no-sandbox'] };
}

function findChromium() {
  const wanted = process.env['CHROMIUM'];
  const found = [wanted, ...PLACES].find((path) => path !== undefined && existsSync(path));
  if (found !== undefined) return found;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    throw new Error('no Chromium found: install one, or say where it is in the variable CHROMIUM');
  execFileSync('apt-get', ['update'], { stdio: 'ignore' });
  execFileSync('apt-get', ['install', '-y', 'chromium'], { stdio: 'ignore' });
  return INSTALLED;
}
