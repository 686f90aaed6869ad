import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { paste, start, verdict } from './browser.js';

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
before(async () => {
  site = await start();
});
after(async () => {
  await site.stop();
});

describe('the request', () => {
  test('finds one of 22,091 actions in spite of a slip, with the keyboard alone', async () => {
    const { page, context, complaints } = await site.open();
    const action = page.locator('input[role=combobox]').nth(1);
    await action.fill('');
    await action.pressSequentially('ecs runtsak');
    await page.waitForSelector('[role=option]:has-text("ecs:RunTask")', { timeout: 20_000 });
    await page.keyboard.press('ArrowDown');
    assert.equal(await page.getAttribute('[role=option] >> nth=0', 'aria-selected'), 'true');
    await page.keyboard.press('Escape');
    assert.equal(await action.getAttribute('aria-expanded'), 'false');
    await page.keyboard.press('ArrowDown');
    await page.waitForSelector('[role=option]:has-text("ecs:RunTask")');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    assert.equal(await action.inputValue(), 'ecs:RunTask');
    await page.waitForSelector('text=takes task-definition; may also need iam:PassRole');
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('builds the resource from the types that the action takes', async () => {
    const { page, context } = await site.open('#example=run-task-elsewhere');
    const resource = page.locator('input[role=combobox]').nth(2);
    await page.waitForSelector('text=takes task-definition');
    await resource.fill('task');
    await page.click('[role=option]:has-text("task-definition/")');
    assert.match(await resource.inputValue(), /^arn:aws:ecs:eu-central-1:111122223333:task-definition\//);
    await context.close();
  });

  test('offers the keys of the action, with a field for their type', async () => {
    const { page, context, complaints } = await site.open('#example=run-task-elsewhere');
    await page.waitForSelector('text=takes task-definition');
    await page.click('text="+ key"');
    const key = page.locator('.context-row input[role=combobox]').last();
    await key.pressSequentially('ecs:enable-e');
    await page.click('[role=option]:has-text("ecs:enable-execute-command")');
    const value = page.locator('.context-row').last().locator('[aria-label^="Value of"]');
    assert.match((await value.getAttribute('placeholder')) ?? '', /text|true/);
    await key.fill('aws:MultiFactorAuthAge');
    await page.waitForSelector('[aria-label="Value of aws:MultiFactorAuthAge"][inputmode=decimal]');
    await page.fill('[aria-label="Value of aws:MultiFactorAuthAge"]', 'soon');
    await page.waitForSelector('[aria-label="Value of aws:MultiFactorAuthAge"][aria-invalid=true]');
    await key.fill('aws:TagKeys');
    await page.waitForSelector('[aria-label^="Value of aws:TagKeys, values separated by commas"]');
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('takes MFA and tags at a click, and the keys that the policies ask for', async () => {
    const { page, context, complaints } = await site.open('#example=tags-own-task');
    await page.click('text="+ MFA"');
    assert.equal(await page.inputValue('select[aria-label="Value of aws:MultiFactorAuthPresent"]'), 'true');
    await page.click('text="+ tag in the call"');
    await page.waitForSelector('[aria-label="Value of aws:RequestTag/team"]:focus');
    await page.keyboard.type('green');
    assert.equal(await page.inputValue('[aria-label="Value of aws:RequestTag/team"]'), 'green');
    await paste(
      page,
      JSON.stringify({
        Version: '2012-10-17',
        Statement: {
          Effect: 'Allow',
          Action: '*',
          Resource: '*',
          Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-1' } },
        },
      }),
    );
    assert.match(await verdict(page), /Denied/);
    assert.match(
      await page.innerText('.advice'),
      /aws:SourceVpce must be vpce-1; the request does not have this key/,
    );
    await page.click('text="+ aws:SourceVpce"');
    await page.waitForSelector('[aria-label="Value of aws:SourceVpce"]:focus');
    await page.keyboard.type('vpce-1');
    assert.match(await verdict(page), /Allowed/);
    assert.deepEqual(complaints, []);
    await context.close();
  });
});
