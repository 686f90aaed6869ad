import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { AXE, start } from './browser.js';

const SHOTS = join(import.meta.dirname, '..', '.cache', 'screenshots');
mkdirSync(SHOTS, { recursive: true });

const DESK = { viewport: { width: 1280, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 } };
const PAGES = [
  '',
  'guide/getting-started',
  'guide/why-denied',
  'guide/who-can-reach',
  'semantics#s83',
  'lint-rules',
  'services/',
  'services/ecs',
  'services/ec2',
  'comparison',
  'benchmarks',
  'trust',
];

/** Pages that take axe up to a minute; what they are made of is on smaller ones too. */
const LARGE = new Set(['services/ec2', 'lint-rules']);

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
before(async () => {
  site = await start();
});
after(async () => {
  await site.stop();
});

/**
 * Opens a page; whatever it complains of fails the test.
 *
 * @param {string} path
 * @param {import('playwright-core').BrowserContextOptions} options
 */
async function open(path, options = DESK) {
  // The server that VitePress has for trying a site out takes seconds to compress the index of the search.
  const context = await site.browser.newContext({
    ...options,
    extraHTTPHeaders: { 'accept-encoding': 'identity' },
  });
  const page = await context.newPage();
  /** @type {(string | undefined)[]} */
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(error.stack));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`);
  });
  await page.goto(site.url + path);
  await page.waitForLoadState('networkidle');
  return { page, context, complaints };
}

describe('the search', () => {
  /**
   * Types a word and returns what is found, best first, as link and title.
   *
   * @param {import('playwright-core').Page} page
   * @param {string} word
   */
  async function search(page, word) {
    await page.keyboard.press('Control+k');
    await page.waitForSelector('#localsearch-input');
    const begin = Date.now();
    await page.fill('#localsearch-input', word);
    await page.waitForSelector('.results .result');
    const taken = Date.now() - begin;
    await page.waitForTimeout(400);
    const hits = await page.$$eval('.results .result', (links) =>
      links.map((link) => `${link.getAttribute('href')} ${link.textContent?.replace(/\s+/g, ' ').trim()}`),
    );
    console.log(`${word}: ${hits.length} hits after ${taken} ms`);
    for (const hit of hits.slice(0, 4)) console.log(`  ${hit}`);
    await page.keyboard.press('Escape');
    return hits;
  }

  test('finds rules, actions, guides and lint rules', async () => {
    const { page, context, complaints } = await open('');
    /** @param {string} word */
    const best = async (word, count = 5) => (await search(page, word)).slice(0, count).join('\n');
    assert.match(await best('PassRole'), /services\/iam#policy-actions/);
    assert.match(await best('ForAllValues'), /semantics#s83/);
    assert.match(await best('ecs:RunTask', 1), /services\/ecs#policy-actions/);
    assert.match(await best('s3:GetObject', 1), /services\/s3#policy-actions/);
    assert.match(await best('S150', 1), /semantics#s150/);
    assert.match(await best('invalid-action', 2), /lint-rules#invalid-action/);
    assert.match(await best('mutate'), /guide\/test-in-ci/);
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('leads jobs, actions and services where a person expects', async () => {
    const { page, context, complaints } = await open('');
    /** @param {string} word */
    const first = async (word) => (await search(page, word))[0] ?? '';
    assert.match(await first('least privilege'), /guide\/least-privilege/);
    assert.match(await first('github action'), /guide\/check-in-ci#github-action/);
    assert.match(await first('s3:ListBucket'), /services\/s3#policy-actions/);
    assert.match(await first('who can reach'), /guide\/who-can-reach/);
    assert.match(await first('access denied'), /guide\/why-denied/);
    assert.match(await first('terraform'), /guide\/templates/);
    assert.match(await first('Amazon S3'), /services\/s3[ #]/);
    assert.match(await first('lambda'), /services\/lambda[ #]/);
    assert.match(await first('ecs'), /services\/ecs[ #]/);
    assert.match(await first('DynamoDB'), /services\/dynamodb[ #]/);
    assert.match(await first('ecs:cluster'), /services\/ecs[ #]/);
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('leads to the page', async () => {
    const { page, context, complaints } = await open('');
    await page.keyboard.press('Control+k');
    await page.fill('#localsearch-input', 'ecs:RunTask');
    await page.waitForSelector('.results .result');
    await page.waitForTimeout(400);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/services/ecs#policy-actions');
    // The address changes before the page is there.
    await page.waitForSelector('h1:has-text("How Amazon Elastic Container Service works with IAM")');
    assert.deepEqual(complaints, []);
    await context.close();
  });
});

describe('the index of the search', () => {
  test('is loaded with the first search, and is no larger than it has to be', () => {
    const chunks = join(import.meta.dirname, '..', '.vitepress', 'dist', 'assets', 'chunks');
    const [name = ''] = readdirSync(chunks).filter((file) => file.includes('localSearchIndex'));
    const size = gzipSync(readFileSync(join(chunks, name))).length;
    console.log(`${size} bytes with gzip`);
    assert.ok(size < 420_000, `${size} bytes`);
  });
});

describe('a story on the page of a service', () => {
  test('opens in the playground, which decides as the page says', async () => {
    const { page, context, complaints } = await open('services/ecs');
    const story = page.locator('tr', { hasText: 'denied by a Deny' }).first().locator('a.try');
    const title = (await story.textContent()) ?? '';
    await story.click();
    await page.waitForURL('**/policywright/playground/#s=*');
    await page.waitForSelector('.verdict');
    assert.match((await page.textContent('.verdict')) ?? '', /Denied/);
    assert.ok(((await page.textContent('body')) ?? '').includes(title), title);
    assert.deepEqual(complaints, []);
    await context.close();
  });
});

describe('a rule of the semantics', () => {
  test('is on the screen when its address is opened', async () => {
    const { page, context } = await open('semantics#s83');
    await page.waitForTimeout(500);
    const { top, text } = await page.$eval('#s83', (rule) => ({
      top: rule.getBoundingClientRect().top,
      text: rule.closest('p')?.textContent ?? '',
    }));
    assert.ok(top > 64 && top < 600, `${top} pixels from the top`);
    assert.match(text, /ForAllValues/);
    await context.close();
  });
});

describe('the playground', () => {
  test('is reached from every page, and decides', async () => {
    const { page, context, complaints } = await open('guide/embed');
    await page.click('.VPNavBarMenu a:has-text("Playground")');
    await page.waitForURL('**/policywright/playground/');
    assert.match((await page.textContent('.verdict')) ?? '', /Denied/);
    assert.deepEqual(complaints, []);
    await context.close();
  });
});

describe('the interface reference', () => {
  test('is reached from every page, and leads back', async () => {
    const { page, context, complaints } = await open('guide/embed');
    await page.click('.VPNavBarMenu a:has-text("Interfaces")');
    await page.waitForURL('**/api/index.html');
    await page.click('a:has-text("@policywright/evaluator") >> nth=0');
    await page.waitForURL('**/modules/_policywright_evaluator.html');
    assert.match((await page.textContent('h1')) ?? '', /@policywright\/evaluator/);
    assert.match((await page.textContent('body')) ?? '', /compile/);
    assert.deepEqual(complaints, []);
    await context.close();
  });
});

describe('everybody', () => {
  /** @type {Readonly<Record<string, import('playwright-core').BrowserContextOptions>>} */
  const screens = {
    light: DESK,
    dark: { ...DESK, colorScheme: 'dark' },
    phone: PHONE,
    'phone-dark': { ...PHONE, colorScheme: 'dark' },
  };
  for (const [name, options] of Object.entries(screens)) {
    test(`finds no serious fault with axe, and nothing too wide: ${name}`, async () => {
      for (const path of PAGES) {
        const { page, context, complaints } = await open(path, options);
        await page.waitForTimeout(300);
        await page.screenshot({ path: join(SHOTS, `${(path || 'home').replace(/\W+/g, '-')}.${name}.png`) });
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(overflow <= 0, `${path}: ${overflow} pixels too wide`);
        const inspected = LARGE.has(path) ? '.VPNav' : 'body';
        await page.evaluate(AXE);
        // The theme's own button for the search has a key on it that its name does not tell.
        const { violations } = await page.evaluate(
          // The script has put itself there.
          (include) =>
            /** @type {{ axe: typeof import('axe-core') }} */ (/** @type {unknown} */ (globalThis)).axe.run({
              include: [include],
              exclude: ['.DocSearch-Button'],
            }),
          inspected,
        );
        const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
        assert.deepEqual(
          serious.map(({ id, nodes }) => [
            id,
            nodes.length,
            nodes.slice(0, 3).map(({ html }) => html.slice(0, 200)),
          ]),
          [],
          path,
        );
        assert.deepEqual(complaints, [], path);
        await context.close();
      }
    });
  }
});
