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

/** @param {object[]} statements */
const policy = (...statements) => JSON.stringify({ Version: '2012-10-17', Statement: statements });
const ECS = { Sid: 'All', Effect: 'Allow', Action: 'ecs:*', Resource: '*' };

describe('two versions', () => {
  test('are compared over all requests: one finding by its pattern, whose request is loaded and decided so', async () => {
    const { page, context, complaints } = await site.open('#example=deploy-similar-cluster');
    await openTab(page, 'Compare versions');
    await page.waitForSelector('text=Nothing has changed yet');
    await paste(page, policy(ECS, { Effect: 'Deny', Action: 'ecs:DeleteCluster', Resource: '*' }));
    await page.waitForSelector('.changes li', { timeout: 30_000 });
    assert.match(await page.innerText('.outcome'), /More is allowed.*Everything else is proved/);
    assert.equal(await page.locator('.changes li').count(), 1);
    const told = await page.innerText('.changes li');
    assert.match(told, /ecs:\* except ecs:DeleteCluster/);
    assert.match(told, /no statement of the older version allows it/);
    await page.click('text="Load this request"');
    assert.match(await verdict(page), /Allowed/);
    // As the older version decides it.
    await openTab(page, 'Compare versions');
    await page.click('text="Swap the versions"');
    assert.match(await verdict(page), /Denied/);
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('that say the same are proved equal; an older version may be pasted', async () => {
    const { page, context, complaints } = await site.open('#example=tags-own-task');
    await paste(page, policy(ECS));
    await openTab(page, 'Compare versions');
    await page.click('text="Paste an older version"');
    await page.fill('.paste textarea', policy({ ...ECS, Action: ['ecs:*', 'ecs:RunTask'] }));
    await page.click('text="Compare with it"');
    await page.waitForSelector('.outcome.proved:has-text("Proved equal")', { timeout: 30_000 });
    await page.click('text="Paste an older version"');
    await page.fill('.paste textarea', '{');
    await page.click('text="Compare with it"');
    await page.waitForSelector('text=older version cannot be read');
    await page.click('text="Keep this version"');
    await page.waitForSelector('text=Nothing has changed yet');
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('are told for everybody where a resource policy changes', async () => {
    const { page, context } = await site.open('#example=bucket-only-bucket');
    await openTab(page, 'Resource');
    await openTab(page, 'Compare versions');
    await page.selectOption('.compare select', 'everyone');
    const Resource = 'arn:aws:s3:::shop-invoices/*';
    await paste(page, policy({ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource }));
    await page.waitForSelector('.changes li', { timeout: 30_000 });
    assert.match(await page.innerText('.changes'), /s3:GetObject/);
    await context.close();
  });
});

/** Conditions that tie many keys together, of which no proof is found in a moment. */
const HARD = Array.from({ length: 24 }, (_, n) => ({
  Effect: n % 2 === 0 ? 'Allow' : 'Deny',
  Action: 'ecs:RunTask',
  Resource: '*',
  Condition: {
    StringLike: {
      [`aws:RequestTag/a${n % 7}`]: [`*${n}x????${n * 3}*`, `?${n}*y`],
      [`aws:RequestTag/a${(n * 3) % 7}`]: `*${(n * 5) % 11}????????????`,
      [`aws:RequestTag/a${(n * 5) % 7}`]: `${n}*${(n * 7) % 13}*`,
    },
  },
}));

describe('a proof', () => {
  test('that runs can be stopped, and what answers at once is not kept waiting', async () => {
    const { page, context, complaints } = await site.open('#example=tags-own-task');
    await openTab(page, 'Compare versions');
    await paste(page, policy(...HARD));
    await page.click('text="Stop"', { timeout: 20_000 });
    assert.match(await page.innerText('.outcome'), /Not found out.*stopped/);
    await paste(page, policy(ECS));
    await page.waitForSelector('.changes li', { timeout: 30_000 });
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('of guard rails is one line each, with the request that breaks one', async () => {
    const { page, context, complaints } = await site.open('#example=tags-own-task');
    await openTab(page, 'Prove');
    await paste(page, policy(ECS));
    await page.fill(
      '.prove textarea',
      '- id: clusters-stay\n  action: ecs:DeleteCluster\n- id: no-s3\n  action: "s3:*"\n',
    );
    await page.click('.prove .main');
    await page.waitForSelector('.proof-rows li', { timeout: 30_000 });
    assert.match(
      await page.innerText('.proof-rows .refuted'),
      /Refuted clusters-stay is broken.*ecs:DeleteCluster on arn/s,
    );
    assert.match(await page.innerText('.proof-rows .proved'), /Proved no-s3 holds/);
    await page.fill('.prove textarea', '- acton: x');
    assert.match(await page.innerText('.prove'), /Something has changed since/);
    await page.click('.prove .main');
    await page.waitForSelector('.outcome.unknown:has-text("did you mean `action`")');
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('that nothing new is allowed, or that the public is kept out', async () => {
    const { page, context, complaints } = await site.open('#example=bucket-only-bucket');
    await openTab(page, 'Prove');
    await page.selectOption('.prove select >> nth=0', 'noPublicAccess');
    await page.click('.prove .main');
    await page.waitForSelector('.outcome.proved:has-text("keeps the public out")', { timeout: 30_000 });
    await page.selectOption('.prove select >> nth=0', 'noNewAccess');
    await page.click('.prove .main');
    await page.waitForSelector('.outcome.proved:has-text("allow nothing new")', { timeout: 30_000 });
    await page.selectOption('.prove select >> nth=0', 'canEver');
    await page.fill('.prove textarea >> nth=0', 's3:GetObject');
    await page.fill('.prove textarea >> nth=1', '*');
    await page.click('.prove .main');
    await page.waitForSelector('.outcome', { timeout: 30_000 });
    assert.match(await page.innerText('.proof-rows'), /s3:GetObject on \*/);
    assert.deepEqual(complaints, []);
    await context.close();
  });
});
