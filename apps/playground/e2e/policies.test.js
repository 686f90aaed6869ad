import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openTab, paste, start, verdict } from './browser.js';

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
before(async () => {
  site = await start();
});
after(async () => {
  await site.stop();
});

/** Names of the rows of the tree that can be seen. */
async function rows(page) {
  const texts = await page.locator('[role=tree] .row').allInnerTexts();
  return texts.map((text) => text.replace(/^[▾▸] /, ''));
}

const focusedRow = (page) => page.evaluate(() => document.activeElement.textContent);

describe('the levels of SCPs', () => {
  test('are a tree from the root to the account, walked with the arrow keys', async () => {
    const { page, context, complaints } = await site.open('#example=ecs-region-outside');
    await openTab(page, 'SCP');
    assert.deepEqual(await rows(page), [
      'Level 1: root',
      'FullAccess',
      'DenyOutsideEurope',
      'Level 2: organizational unit',
      'FullAccess',
      'Level 3: account',
      'FullAccess',
    ]);
    await page.focus('[role=treeitem][tabindex="0"]');
    for (const [key, expected] of [
      ['ArrowDown', 'DenyOutsideEurope'],
      ['ArrowDown', 'Level 2: organizational unit'],
      ['End', 'FullAccess'],
      ['ArrowLeft', 'Level 3: account'],
      ['ArrowLeft', 'Level 3: account'],
      ['ArrowLeft', 'Level 2: organizational unit'],
      ['ArrowRight', 'FullAccess'],
      ['Home', 'Level 1: root'],
      ['ArrowRight', 'FullAccess'],
      ['ArrowDown', 'DenyOutsideEurope'],
    ]) {
      await page.keyboard.press(key);
      assert.equal((await focusedRow(page)).replace(/^[▾▸] /, ''), expected, key);
    }
    // The editor follows.
    assert.match((await page.textContent('.cm-content')) ?? '', /DenyOutsideEurope/);
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('fold and unfold', async () => {
    const { page, context } = await site.open('#example=ecs-region-outside');
    await openTab(page, 'SCP');
    await page.click('.level-row:has-text("Level 2")');
    assert.equal((await rows(page)).at(-1), 'Level 2: organizational unit');
    assert.equal(await page.getAttribute('[role=treeitem]:has-text("Level 2")', 'aria-expanded'), 'false');
    await page.keyboard.press('Enter');
    assert.equal((await rows(page)).length, 7);
    await context.close();
  });

  test('get policies and levels that change nothing yet, are renamed, left out and removed', async () => {
    const { page, context, complaints } = await site.open('#example=scp-level-silent');
    const told = await page.innerText('.verdict [role=status]');
    await openTab(page, 'SCP');
    await page.click('text=+ SCP at level 1');
    await page.fill('.document-bar input[type=text]', 'Guardrails');
    await page.click('text=+ level below it');
    assert.deepEqual(await rows(page), [
      'Level 1: root',
      'FullAccess',
      'Guardrails',
      'Level 2: organizational unit',
      'SCP policy 5',
      'Level 3: organizational unit',
      'OnlyContainers',
      'Level 4: account',
      'FullAccess',
    ]);
    assert.equal((await page.innerText('.verdict [role=status]')).replace('level 3', 'level 2'), told);
    await page.click('[role=tree] .row:has-text("OnlyContainers")');
    await page.uncheck('.document-bar input[type=checkbox]');
    assert.match(await verdict(page), /Allowed/);
    assert.match((await rows(page)).join(), /OnlyContainers left out/);
    await page.check('.document-bar input[type=checkbox]');
    assert.match(await verdict(page), /Denied/);
    await page.click('text=Remove level 3');
    assert.match(await verdict(page), /Allowed/);
    assert.equal((await rows(page)).filter((row) => row.startsWith('Level')).length, 3);
    assert.deepEqual(complaints, []);
    await context.close();
  });
});

describe('the kinds of policy', () => {
  test('can be looked at without changing the decision, even as a document is added', async () => {
    const { page, context, complaints } = await site.open('#example=tags-own-task');
    for (const kind of ['Resource', 'Boundary', 'Session', 'SCP', 'RCP', 'Endpoint']) {
      await openTab(page, kind);
      assert.match(await page.innerText('.empty'), /^No /);
      assert.match(await verdict(page), /Allowed/, kind);
      await page.click('.empty button');
      assert.match(await verdict(page), /Allowed/, kind);
      await page.waitForSelector('.cm-content');
    }
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('are tabs for the arrow keys, Home and End', async () => {
    const { page, context } = await site.open();
    await page.focus('[role=tab][aria-selected=true]');
    for (const [key, expected] of [
      ['ArrowRight', 'Resource'],
      ['End', 'Endpoint'],
      ['ArrowRight', 'Identity'],
      ['ArrowLeft', 'Endpoint'],
      ['Home', 'Identity'],
    ]) {
      await page.keyboard.press(key);
      assert.match(
        await page.evaluate(() => document.activeElement.textContent),
        new RegExp(`^${expected}`),
        key,
      );
    }
    await context.close();
  });

  test('count their size as AWS does, and say when it is too much', async () => {
    const { page, context } = await site.open();
    const policy = (length) =>
      JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: 'x'.repeat(length) }],
      });
    const rest = policy(0).length;
    await paste(page, policy(6144 - rest));
    await page.waitForFunction(() => document.querySelector('.size').textContent.includes('6,144 of 6,144'));
    await paste(page, policy(6150 - rest));
    await page.waitForSelector('.size.over');
    assert.match((await page.textContent('.size')) ?? '', /6 too many for AWS/);
    await context.close();
  });
});
