import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { openTab, start, verdict } from './browser.js';

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
before(async () => {
  site = await start();
});
after(async () => {
  await site.stop();
});

async function openMatrix(hash) {
  const opened = await site.open(hash);
  await openTab(opened.page, 'All actions');
  await opened.page.waitForSelector('.heat-map', { timeout: 20_000 });
  return opened;
}

describe('all actions', () => {
  test('are decided at once on each resource, filtered, and lead to why', async () => {
    const { page, context, complaints } = await openMatrix('#example=scp-level-silent');
    const note = await page.textContent('.matrix .note[role=status]');
    console.log(note);
    assert.match(note, /44,182 decisions.*Of 22,091 actions/);
    await page.fill('.matrix input[type=text]', 'ecs:');
    await page.waitForFunction(() =>
      /Of \d\d actions/.test(document.querySelector('.matrix .note[role=status]').textContent),
    );
    await page.click('table button:has-text("ecs")');
    assert.equal(await page.locator('.action-list thead th').count(), 3);
    await page.click('.action-list tr:has-text("ecs:RunTask") button >> nth=0');
    assert.match(await verdict(page), /Allowed/);
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('are a picture to zoom, to point at and to click', async () => {
    const { page, context, complaints } = await openMatrix('#example=scp-level-silent');
    await page.fill('.matrix input[type=text]', 'ecs:runtask');
    await page.waitForFunction(() =>
      /Of 1 actions/.test(document.querySelector('.matrix .note[role=status]').textContent),
    );
    const height = () =>
      page.locator('.heat-map canvas').evaluate((canvas) => canvas.getBoundingClientRect().height);
    const small = await height();
    await page.fill('input[type=range]', '28');
    await page.waitForTimeout(200);
    assert.ok((await height()) > small);
    await page.hover('.heat-map canvas', { position: { x: 5, y: 25 } });
    assert.match((await page.textContent('.under')) ?? '', /^ecs:RunTask on \S+: allowed/);
    await page.click('.heat-map canvas', { position: { x: 5, y: 25 } });
    assert.equal(await page.inputValue('input[role=combobox] >> nth=1'), 'ecs:RunTask');
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('take more resources, one a line, and are looked at one by one', async () => {
    const { page, context } = await openMatrix('#example=scp-level-silent');
    await page.fill('.matrix textarea', 'arn:aws:s3:::a\narn:aws:s3:::b/*');
    await page.locator('.matrix textarea').blur();
    await page.waitForFunction(() =>
      document.querySelector('.matrix .note[role=status]').textContent.includes('88,364 decisions'),
    );
    await page.selectOption('.view-controls select', 'arn:aws:s3:::a');
    assert.match((await page.textContent('caption')) ?? '', /on the resource/);
    await context.close();
  });

  test('are saved as CSV and PNG', async () => {
    const { page, context } = await openMatrix('#example=scp-level-silent');
    for (const [button, name] of [
      ['Save as CSV', 'actions.csv'],
      ['Save as PNG', 'actions.png'],
    ]) {
      const [saved] = await Promise.all([page.waitForEvent('download'), page.click(`text=${button}`)]);
      assert.equal(saved.suggestedFilename(), name);
      const bytes = readFileSync(await saved.path());
      if (name.endsWith('csv')) assert.equal(bytes.toString().split('\n').length, 22_091 + 2);
      else assert.equal(bytes.subarray(1, 4).toString(), 'PNG');
    }
    await context.close();
  });
});
