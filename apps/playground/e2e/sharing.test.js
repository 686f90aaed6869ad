import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { DESK, DIST, openFile, openTab, start, verdict } from './browser.js';

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
before(async () => {
  site = await start();
});
after(async () => {
  await site.stop();
});

describe('a permalink', () => {
  test('opens the same page, names and what is left out included', async () => {
    const { page, context } = await site.open('#example=scp-level-silent');
    await page.fill('input[role=combobox] >> nth=1', 'ec2:StopInstances');
    await page.fill('.document-bar input[type=text]', 'Admins');
    await openTab(page, 'SCP');
    await page.click('[role=tree] .row:has-text("OnlyContainers")');
    await page.uncheck('.document-bar input[type=checkbox]');
    await page.waitForFunction(() => location.hash.startsWith('#s='));
    await page.waitForTimeout(600);
    const link = new URL(page.url()).hash;
    const second = await site.open(link);
    assert.equal(await verdict(second.page), await verdict(page));
    assert.match(await verdict(second.page), /Allowed/);
    // The example says why its own request is denied: nothing that a changed page may repeat.
    assert.doesNotMatch(await verdict(second.page), /No SCP denies/);
    assert.equal(await second.page.inputValue('input[role=combobox] >> nth=1'), 'ec2:StopInstances');
    assert.equal(await second.page.inputValue('.document-bar input[type=text]'), 'Admins');
    await openTab(second.page, 'SCP');
    assert.match(await second.page.innerText('[role=tree]'), /OnlyContainers left out/);
    await second.context.close();
    await context.close();
  });

  for (const [name, hash] of [
    ['cut off', undefined],
    ['not ours', '#s=AAAA'],
    ['not base64', '#s=%%%'],
    ['empty', '#s='],
    ['an example that is not there', '#example=nonsense'],
    ['something else', '#/users/1'],
  ])
    test(`that is damaged says so, and allows nothing: ${name}`, async () => {
      let damaged = hash;
      if (damaged === undefined) {
        const { page, context } = await site.open('#example=tags-own-task');
        await page.fill('input[role=combobox] >> nth=1', 'ecs:ListTasks');
        await page.waitForFunction(() => location.hash.startsWith('#s='));
        damaged = new URL(page.url()).hash.slice(0, -20);
        await context.close();
      }
      const { page, context, complaints } = await site.open(damaged);
      assert.match((await page.textContent('.notice')) ?? '', /damaged or not one of this page/);
      assert.match(await verdict(page), /Denied/);
      assert.deepEqual(complaints, []);
      await context.close();
    });
});

/** Scenarios of KMS and S3 that every release decides as they say. */
const SHIPPED = ['kms', 's3'].flatMap((area) =>
  JSON.parse(
    readFileSync(new URL(`../../../tooling/conformance/scenarios/${area}.json`, import.meta.url), 'utf8'),
  ),
);
/** A scenario whose policies are still to be filled in. */
const ASKED = '{"principal":"anonymous","action":"s3:GetObject","resource":"*","policies":{PLACE}}';

describe('a scenario file', () => {
  test('that is exported and imported is the same page, and expects its decision', async () => {
    const { page, context } = await site.open('#example=endpoint-stops-copying');
    const told = await page.innerText('.verdict [role=status]');
    const [saved] = await Promise.all([page.waitForEvent('download'), page.click('text="Export"')]);
    const text = readFileSync(await saved.path(), 'utf8');
    assert.equal(JSON.parse(text).expected, 'ImplicitDeny');
    await page.selectOption('header select', 'tags-own-task');
    await openFile(page, text);
    await page.waitForSelector('.notice:has-text("Opened x.json")');
    assert.equal(await page.innerText('.verdict [role=status]'), told);
    await context.close();
  });

  test('that is none is refused with a reason, and changes nothing', async () => {
    const { page, context, complaints } = await site.open('#example=endpoint-stops-copying');
    const told = await verdict(page);
    for (const [text = '', reason = ''] of [
      ['{ nonsense', 'cannot be read'],
      ['', 'there is no text'],
      ['[]', 'it holds no policy'],
      ['42', 'it holds no policy'],
      ['null', 'it holds no policy'],
      ['{"policies":[]}', 'a scenario needs'],
      ['{"policies":{}}', 'a scenario needs'],
      [ASKED.replace('PLACE', '"identity":"x","scps":{},"rcps":[[[]]]'), '`identity` must be an array'],
      [' '.repeat(5_000_000), 'there is no text'],
    ]) {
      await openFile(page, text);
      await page.waitForSelector(`.notice:text-matches("${reason}")`);
      assert.equal(await verdict(page), told);
    }
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('with grants, or through an access point, shows them, and is decided by them', async () => {
    const { page, context, complaints } = await site.open('#example=tags-own-task');
    for (const id of ['kms-grant-user', 's3-point-own-user-named']) {
      await openFile(page, JSON.stringify(SHIPPED.find((scenario) => scenario.id === id)));
      await page.waitForSelector('.notice:has-text("Opened x.json")');
      assert.match(await verdict(page), /Allowed/);
      assert.equal(await page.isVisible('.behind textarea'), true);
    }
    const behind = page.locator('[aria-label="Resource 1 behind it"]');
    assert.match(await behind.inputValue(), /^arn:aws:s3:::/);
    await behind.fill('arn:aws:s3:::elsewhere/a.png');
    assert.doesNotMatch(await verdict(page), /Allowed/);
    await page.click('[aria-label="Remove resource 1 behind it"]');
    assert.equal(await behind.count(), 0);
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('with odd contents is shown, and never allowed', async () => {
    const { page, context, complaints } = await site.open('#example=tags-own-task');
    for (const policies of ['', '"identity":[1,true,"","{"]', '"rcps":[[[]]],"boundary":[null]']) {
      const text = ASKED.replace('PLACE', policies);
      await openFile(page, text);
      await page.waitForSelector('.notice:has-text("Opened x.json")');
      assert.doesNotMatch(await verdict(page), /Allowed/, text);
    }
    assert.deepEqual(complaints, []);
    await context.close();
  });
});

describe('twelve examples', () => {
  test('open, and are decided as their scenario expects', async () => {
    const { page, context, complaints } = await site.open();
    const names = await page
      .locator('header option:not([value=""])')
      .evaluateAll((all) => all.map((option) => option.getAttribute('value') ?? ''));
    assert.equal(names.length, 12);
    for (const name of names) {
      await page.selectOption('header select', name);
      assert.match(await verdict(page), name === 'tags-own-task' ? /Allowed/ : /Denied/, name);
      assert.match(await page.innerText('.verdict .why'), /\w/);
    }
    assert.deepEqual(complaints, []);
    await context.close();
  });
});

describe('offline', () => {
  test('nothing leaves the browser', async () => {
    const context = await site.browser.newContext(DESK);
    /** @type {string[]} */
    const asked = [];
    context.on('request', (request) => asked.push(request.url()));
    const page = await context.newPage();
    await page.goto(site.url);
    await page.waitForSelector('.cm-lintRange, .cm-gutter-lint', { timeout: 20_000 });
    await openTab(page, 'All actions');
    await page.waitForSelector('.heat-map', { timeout: 20_000 });
    assert.deepEqual(
      asked.filter((url) => !url.startsWith(site.url) && !/^(?:data|blob):/.test(url)),
      [],
    );
    await context.close();
  });

  test('the page is loaded again after the server has gone, with catalog and comparison', async () => {
    const here = await start();
    const context = await here.browser.newContext(DESK);
    const page = await context.newPage();
    await page.goto(here.url);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await here.stopServing();
    await page.goto(`${here.url}#example=scp-level-silent`);
    await page.reload();
    await page.waitForSelector('.verdict');
    assert.match(await verdict(page), /SCP level 2/);
    await openTab(page, 'All actions');
    await page.waitForSelector('.heat-map', { timeout: 20_000 });
    await page.fill('input[role=combobox] >> nth=1', 'ecs:DeleteCluster');
    assert.match(await verdict(page), /Allowed/);
    await here.browser.close();
  });

  test('a new version is shown at the next load, not the one that is kept', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'playground-'));
    cpSync(DIST, folder, { recursive: true });
    const here = await start(folder);
    const context = await here.browser.newContext(DESK);
    const page = await context.newPage();
    await page.goto(here.url);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.reload();
    assert.equal(await page.title(), 'Policywright playground');
    const index = join(folder, 'index.html');
    writeFileSync(index, readFileSync(index, 'utf8').replace('Policywright playground', 'the next version'));
    await page.reload();
    assert.equal(await page.title(), 'the next version');
    await here.stop();
    rmSync(folder, { recursive: true });
  });
});
