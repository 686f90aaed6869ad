import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { paste, start, verdict } from './browser.js';
import { hundredStatements, timeEdits } from './timeEdits.js';

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
before(async () => {
  site = await start();
});
after(async () => {
  await site.stop();
});

const policy = (statement) => JSON.stringify({ Version: '2012-10-17', Statement: [statement] });

/** Types a document with the cursor at `|`, and asks for completions there. */
async function completeAt(page, text) {
  const at = text.indexOf('|');
  await paste(page, text.replace('|', ''));
  for (let n = text.length - 1; n > at; n -= 1) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Control+Space');
  await page.waitForSelector('.cm-tooltip-autocomplete');
  return await page.innerText('.cm-tooltip-autocomplete');
}

describe('the editor completes', () => {
  for (const [what, text, expected] of [
    ['actions', '{"Statement":[{"Action":"ecs:RunT|"}]}', /ecs:RunTask\s*Write/],
    ['services', '{"Statement":[{"Action":"ec|"}]}', /ecs:\*/],
    [
      'condition keys of the action',
      '{"Statement":[{"Action":"ecs:RunTask","Condition":{"StringEquals":{"ecs:cl|":""}}}]}',
      /ecs:cluster/,
    ],
    ['operators', '{"Statement":[{"Condition":{"StringNot|":{}}}]}', /StringNotEqualsIgnoreCase/],
    [
      'operators behind a qualifier',
      '{"Statement":[{"Condition":{"ForAllValues:StringE|":{}}}]}',
      /ForAllValues:StringEquals/,
    ],
    ['resources of the action', '{"Statement":[{"Action":"ecs:RunTask","Resource":"|"}]}', /task-definition/],
    ['elements', '{"Statement":[{"Not|":""}]}', /NotAction/],
    ['effects', '{"Statement":[{"Effect":"|"}]}', /Allow\s*Deny/],
  ])
    test(what, async () => {
      const { page, context, complaints } = await site.open();
      assert.match(await completeAt(page, text), expected);
      await page.keyboard.press('Escape');
      assert.equal(await page.locator('.cm-tooltip-autocomplete').count(), 0);
      assert.deepEqual(complaints, []);
      await context.close();
    });

  test('what is chosen', async () => {
    const { page, context } = await site.open();
    await completeAt(page, '{"Statement":[{"Action":"ecs:RunT|"}]}');
    // A list that has only just opened does not take Enter yet.
    await page.waitForTimeout(300);
    await page.keyboard.press('Enter');
    assert.match((await page.textContent('.cm-content')) ?? '', /"ecs:RunTask"/);
    await context.close();
  });
});

describe('the editor explains', () => {
  const text = policy({
    Effect: 'Allow',
    Action: 'ecs:RunTask',
    Resource: '*',
    Condition: { ArnEquals: { 'ecs:cluster': 'x' } },
  });

  test('an action and a key under the mouse: access level, resources, keys, what else is needed', async () => {
    const { page, context, complaints } = await site.open();
    await paste(page, text);
    await page
      .locator('.cm-content span', { hasText: /^"ecs:RunTask"$/ })
      .last()
      .hover();
    await page.waitForSelector('.cm-tooltip .hover');
    const told = await page.innerText('.cm-tooltip .hover');
    for (const part of [
      /ecs:RunTask/,
      /access\s+Write/,
      /resources\s+task-definition/,
      /keys\s+.*ecs:cluster/,
      /also needs\s+iam:PassRole/,
    ])
      assert.match(told, part);
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('the same under the cursor, for keyboards and phones', async () => {
    const { page, context } = await site.open();
    await paste(page, text);
    for (let n = text.length; n > text.indexOf('RunTask') + 2; n -= 1) await page.keyboard.press('ArrowLeft');
    await page.waitForSelector('.under-cursor:has-text("ecs:RunTask")');
    assert.match(await page.innerText('.under-cursor'), /access\s+Write/);
    await context.close();
  });
});

describe('the editor reports findings', () => {
  test('where they are, and mends them from the mouse', async () => {
    const { page, context, complaints } = await site.open();
    await paste(page, policy({ Effect: 'Allow', Action: 'ecs:RunTsak', Resource: '*' }));
    await page.waitForSelector('.cm-lintRange-error', { timeout: 20_000 });
    await page.hover('.cm-lintRange-error');
    await page.waitForSelector('.cm-diagnostic');
    assert.match((await page.textContent('.cm-diagnostic')) ?? '', /ecs:RunTask/);
    await page.click('.cm-diagnosticAction');
    await page.waitForFunction(() =>
      document.querySelector('.cm-content').textContent.includes('ecs:RunTask"'),
    );
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('in a list, and mends them from the keyboard', async () => {
    const { page, context } = await site.open();
    await paste(page, policy({ Effect: 'Allow', Action: 'ecs:RunTsak', Resource: '*' }));
    await page.waitForSelector('.findings li.error', { timeout: 20_000 });
    assert.match(await page.innerText('.findings li.error'), /line 1 .*ecs:RunTsak/);
    await page.focus('.findings li.error .chip');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() =>
      document.querySelector('.cm-content').textContent.includes('ecs:RunTask"'),
    );
    await page.waitForFunction(() => document.querySelector('.findings li.error') === null);
    await context.close();
  });
});

describe('evaluation as somebody types', () => {
  for (const [name, action] of [
    ['of which one matters', undefined],
    ['all about the action', 's3:*'],
  ])
    test(`follows every key in a policy of 6,144 characters with 100 statements, ${name}`, async () => {
      const { page, context } = await site.open();
      await page.fill('input[role=combobox] >> nth=1', 's3:Get7');
      await paste(page, hundredStatements(action));
      await page.waitForTimeout(500);
      assert.match(await verdict(page), /Allowed/);
      const times = await page.evaluate(timeEdits);
      console.log(
        `one letter typed, decided and laid out: median ${times[15].toFixed(1)} ms, worst ${times[29].toFixed(1)} ms`,
      );
      assert.equal(times.length, 30);
      assert.match((await page.textContent('.size')) ?? '', /6,144 of 6,144 characters/);
      await context.close();
    });
});
