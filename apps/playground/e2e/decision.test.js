import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { marked, openTab, paste, PHONE, start, verdict } from './browser.js';

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
before(async () => {
  site = await start();
});
after(async () => {
  await site.stop();
});

describe('the first page that somebody sees', () => {
  for (const [name, options] of [
    ['desktop', undefined],
    ['phone', PHONE],
  ])
    test(`shows a denial, its reason and both values without scrolling: ${name}`, async () => {
      const { page, context, complaints } = await site.open('', options);
      assert.match(await verdict(page), /Denied: an Allow is missing/);
      const reason = page.locator('.advice .elements li').first();
      assert.match(
        await reason.innerText(),
        /Resource is arn:aws:ecs:\S+:service\/shop\/\*, but the request has arn:aws:ecs:\S+:service\/shop-staging\/web/,
      );
      assert.deepEqual(await reason.locator('mark').allTextContents(), ['shop/*', 'shop-staging/web']);
      const { y, height } = await reason.boundingBox();
      assert.ok(y + height <= page.viewportSize().height, `ends at ${y + height}`);
      assert.deepEqual(complaints, []);
      await context.close();
    });
});

describe('what would have to change', () => {
  for (const [example, told] of [
    ['tags-own-task', undefined],
    ['tags-untagged-session', [/no value for \$\{aws:PrincipalTag\/team\}/]],
    [
      'pass-role-admin',
      [/Resource is arn:aws:iam::111122223333:role\/ecs\/shop-\*, but the request has \S+:role\/admin/],
    ],
    ['run-task-elsewhere', [/ecs:cluster must match \S+\/shop; the request has \S+\/lab/]],
    [
      'ecs-region-outside',
      [
        /NotAction does not list ecs:CreateCluster/,
        /aws:RequestedRegion is not eu-central-1/,
        /the request has us-east-1/,
      ],
    ],
    ['scp-level-silent', [/Action is ecs:\*, ecr:\* or logs:\*, but the request has ec2:RunInstances/]],
  ])
    test(`is said with what policy and request have: ${example}`, async () => {
      const { page, context } = await site.open(`#example=${example}`);
      if (told === undefined) {
        assert.match(await verdict(page), /Allowed/);
        assert.equal(await page.locator('.advice').count(), 0);
      } else for (const pattern of told) assert.match(await page.innerText('.advice'), pattern);
      await context.close();
    });

  test('names a layer where no statement comes close', async () => {
    const { page, context } = await site.open('#example=boundary-beyond');
    assert.match(await page.innerText('.advice'), /permissions boundary|comes closest/);
    await context.close();
  });

  test('comes true: the change allows the request', async () => {
    const { page, context } = await site.open();
    await page.fill(
      'input[role=combobox] >> nth=2',
      'arn:aws:ecs:eu-central-1:111122223333:service/shop/web',
    );
    assert.match(await verdict(page), /Allowed/);
    await context.close();
  });
});

describe('the layers', () => {
  test('are a flow that leads to statements, and these to the text', async () => {
    const { page, context, complaints } = await site.open('#example=scp-level-silent');
    assert.match(await verdict(page), /SCP level 2 \(OnlyContainers\) does not allow ec2:RunInstances/);
    assert.deepEqual(
      (await page.locator('.station').allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' ')),
      [
        'Identity policies ✓ allows',
        'SCP level 1 root ✓ allows',
        'SCP level 2 organizational unit – silent: no Allow',
        'SCP level 3 account ✓ allows',
      ],
    );
    await page.click('.station:has-text("level 3")');
    assert.match(await page.innerText('.statements'), /applies/);
    await page.click('.station:has-text("level 2")');
    await page.click('.statements .elements button:has-text("Action")');
    assert.match(await marked(page), /ecs:\*/);
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('show statements about other actions only when asked', async () => {
    const { page, context } = await site.open();
    assert.equal(await page.locator('.statements > ul > li').count(), 1);
    await page.click('text=, about other actions');
    assert.equal(await page.locator('.statements > ul > li').count(), 4);
    await context.close();
  });

  test('link the rule that settled the request to the documentation, and nothing is asked of it', async () => {
    const { page, context } = await site.open();
    const link = page.locator('.rule a');
    assert.match(await link.getAttribute('href'), /\/semantics#s146$/);
    assert.equal(await link.getAttribute('rel'), 'noreferrer');
    await context.close();
  });
});

describe('an element that is clicked is marked in the editor', () => {
  for (const { example, layer, element, text } of [
    { example: 'run-task-elsewhere', layer: 'Identity', element: 'Action', text: /"ecs:RunTask"/ },
    {
      example: 'run-task-elsewhere',
      layer: 'Identity',
      element: 'Resource',
      text: /task-definition\/shop-migrate/,
    },
    { example: 'run-task-elsewhere', layer: 'Identity', element: 'ArnEquals', text: /cluster\/shop"/ },
    {
      example: 'tags-untagged-session',
      layer: 'Identity',
      element: 'StringEquals',
      text: /PrincipalTag\/team/,
    },
    { example: 'bucket-only-bucket', layer: 'Resource', element: 'Principal', text: /"AWS"|arn:aws:iam/ },
    { example: 'endpoint-stops-copying', layer: 'Endpoint', element: 'Resource', text: /shop-invoices/ },
    { example: 'session-other-service', layer: 'Session', element: 'Resource', text: /service\/shop\/web/ },
    { example: 'boundary-beyond', layer: 'boundary', element: 'Action', text: /ecs:/ },
    { example: 'ecs-region-outside', layer: 'SCP level 1', element: 'NotAction', text: /iam:\*/ },
    { example: 'ecs-region-outside', layer: 'SCP level 1', element: 'StringNotEquals', text: /eu-central-1/ },
    { example: 'trust-confused-deputy', layer: 'Resource', element: 'Principal', text: /ecs-tasks/ },
    { example: 'trust-confused-deputy', layer: 'Resource', element: 'StringEquals', text: /111122223333/ },
  ])
    test(`${example}: ${layer}, ${element}`, async () => {
      const { page, context, complaints } = await site.open(`#example=${example}`);
      await page.click(`.station:has-text("${layer}")`);
      const found = page.locator(`.statements .elements button`, { hasText: new RegExp(`^${element}$`) });
      if ((await found.count()) === 0) await page.click('.statements .quiet');
      await found.first().click();
      assert.match(await marked(page), text);
      assert.match(await page.innerText('.policy p[role=status]'), /marked: line/);
      assert.deepEqual(complaints, []);
      await context.close();
    });

  test('a statement as a whole, too; on a phone the editor comes into sight', async () => {
    const { page, context } = await site.open('', PHONE);
    await page.click('.statements button:has-text("DeployServices")');
    assert.match(await marked(page), /"Sid": "DeployServices"/);
    await page.waitForFunction(() => {
      const { top, bottom } = document.querySelector('.editor').getBoundingClientRect();
      return top < innerHeight && bottom > 0;
    });
    await context.close();
  });
});

describe('bad documents', () => {
  const garbage = Array.from({ length: 200_000 }, (_, n) => String.fromCharCode(33 + ((n * 7919) % 90))).join(
    '',
  );
  for (const [name, text] of Object.entries({
    'cut off': '{ "Version": "2012-10-17", "Statement": [',
    empty: ' ',
    'control characters': '\u0000{',
    'deep brackets': '['.repeat(5000),
    'an unknown effect': '{"Statement":{"Effect":"Alow"}}',
    'the same member twice': '{"Version":"2012-10-17","Version":"2012-10-17","Statement":[]}',
    'an unknown operator':
      '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringSame":{"a":"b"}}}}',
    '200 kB of garbage': garbage,
    '2 MB in one line': `{"Version":"2012-10-17","Statement":"${'x'.repeat(2_000_000)}"}`,
  }))
    test(`are never allowed, and say what to mend: ${name}`, async () => {
      const { page, context, complaints } = await site.open('#example=tags-own-task');
      assert.match(await verdict(page), /Allowed/);
      await paste(page, text);
      await page.waitForSelector('.verdict.unknown', { timeout: 20_000 });
      assert.match(await verdict(page), /No decision.*Mend first/);
      assert.match(await page.innerText('.verdict li'), /StopOwnTasks.*: \S/);
      for (const tab of ['All actions', 'Compare versions', 'Layers']) {
        await openTab(page, tab);
        await page.waitForSelector('.answer [role=tabpanel]:has-text("cannot be read")');
      }
      await page.click('.verdict li button');
      assert.deepEqual(complaints, []);
      await context.close();
    });

  test('odd requests are decided all the same, and not allowed', async () => {
    const { page, context, complaints } = await site.open('#example=tags-own-task');
    for (const odd of ['', ' ', ':', 'ecs', 'ecs:*', '*', '\u0000', 'x'.repeat(100_000)]) {
      await page.fill('input[role=combobox] >> nth=1', odd);
      assert.match(await verdict(page), /Denied/, JSON.stringify(odd.slice(0, 20)));
    }
    await page.fill('input[role=combobox] >> nth=1', 'ecs:StopTask');
    assert.match(await verdict(page), /Allowed/);
    for (const odd of ['', 'nobody', 'arn:', 'arn:aws:iam::1:user/x']) {
      await page.fill('input[role=combobox] >> nth=0', odd);
      assert.match(await verdict(page), /Denied/, odd);
    }
    assert.deepEqual(complaints, []);
    await context.close();
  });
});
