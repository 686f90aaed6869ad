import { join } from 'node:path';
import { chromiumOptions } from '@policywright-tooling/chromium';
import { chromium } from 'playwright-core';
import { preview } from 'vite';

const ROOT = join(import.meta.dirname, '..');

/** Sizes of a window, as Playwright takes them. */
export const DESK = { viewport: { width: 1280, height: 900 } };
export const PHONE = { viewport: { width: 390, height: 844 } };

/** Where the built page is. */
export const DIST = join(ROOT, 'dist');

/**
 * Serves the built page and starts a browser.
 *
 * @param {string} outDir - a folder to serve instead.
 */
export async function start(outDir = DIST) {
  const server = await preview({ root: ROOT, build: { outDir }, preview: { port: 0 }, logLevel: 'error' });
  const browser = await chromium.launch(chromiumOptions());
  const http = /** @type {import('node:http').Server} */ (server.httpServer);
  const { port } = /** @type {import('node:net').AddressInfo} */ (http.address());
  const url = `http://localhost:${port}/`;
  return {
    url,
    browser,

    /**
     * Opens the page; `complaints` gathers whatever it complains of.
     *
     * @param {string} hash
     * @param {import('playwright-core').BrowserContextOptions} options
     */
    async open(hash = '', options = DESK) {
      const context = await browser.newContext({ serviceWorkers: 'block', ...options });
      const page = await context.newPage();
      /** @type {(string | undefined)[]} */
      const complaints = [];
      page.on('pageerror', (error) => complaints.push(error.stack));
      page.on('console', (message) => {
        // Playwright, not the page, keeps the service worker from being registered.
        if (message.type() === 'error' && !/service ?worker/i.test(message.text()))
          complaints.push(message.text());
      });
      await page.goto(url + hash);
      await page.waitForSelector('.verdict');
      return { page, context, complaints };
    },

    /** Stops serving, as if the network had gone. */
    async stopServing() {
      http.closeAllConnections();
      await server.close();
    },

    async stop() {
      await browser.close();
      http.closeAllConnections();
      await server.close();
    },
  };
}

/**
 * What the page decides, in words.
 *
 * @param {import('playwright-core').Page} page
 */
export async function verdict(page) {
  return (await page.textContent('.verdict')) ?? '';
}

/**
 * What is marked in the editor.
 *
 * @param {import('playwright-core').Page} page
 */
export async function marked(page) {
  await page.waitForSelector('.cm-marked');
  return (await page.locator('.cm-marked').allTextContents()).join('');
}

/**
 * Replaces the text in the editor, as pasting does.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} text
 */
export async function paste(page, text) {
  await page.click('.cm-content');
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
}

/**
 * Opens a tab by its name.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} name
 */
export async function openTab(page, name) {
  await page.click(`[role=tab]:has-text("${name}")`);
}

/**
 * Opens a file, as choosing it does.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} text
 * @param {string} name
 */
export async function openFile(page, text, name = 'x.json') {
  await page.click('header button:text-is("Open")');
  await page.setInputFiles('dialog input[type=file]', {
    name,
    mimeType: 'text/plain',
    buffer: Buffer.from(text),
  });
}

/**
 * Opens a text, as pasting it does.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} text
 */
export async function openText(page, text) {
  await page.click('header button:text-is("Open")');
  await page.fill('dialog textarea', text);
  await page.click('dialog button:text-is("Open the text")');
}

/**
 * What the page says of itself, once it matches.
 *
 * @param {import('playwright-core').Page} page
 * @param {RegExp} pattern
 */
export async function noticed(page, pattern) {
  await page.waitForSelector(`.notice:text-matches("${pattern.source.replaceAll('"', String.raw`\"`)}")`, {
    timeout: 20_000,
  });
  return (await page.textContent('.notice')) ?? '';
}
