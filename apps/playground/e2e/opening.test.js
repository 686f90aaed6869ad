import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { noticed, openFile, openTab, openText, paste, start, verdict } from './browser.js';

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
before(async () => {
  site = await start();
});
after(async () => {
  await site.stop();
});

/** @param {string} name */
const example = (name) => readFileSync(new URL(`../../../examples/${name}`, import.meta.url), 'utf8');
const POLICY = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"ecs:*","Resource":"*"}}';
const ALICE = 'arn:aws:iam::111122223333:user/alice';
const ACCOUNT = JSON.stringify({
  UserDetailList: [
    {
      Arn: ALICE,
      UserName: 'alice',
      UserId: 'AIDAEXAMPLE',
      Path: '/',
      Tags: [{ Key: 'team', Value: 'shop' }],
      UserPolicyList: [{ PolicyName: 'own', PolicyDocument: JSON.parse(POLICY) }],
      AttachedManagedPolicies: [],
      GroupList: [],
    },
    { Arn: `${ALICE}2`, UserName: 'alice2', UserId: 'AIDAEXAMPLE2', Path: '/', GroupList: [] },
  ],
  RoleDetailList: [],
  GroupDetailList: [],
  Policies: [],
});
const SAM = `
Transform: AWS::Serverless-2016-10-31
Resources:
  Reader:
    Type: AWS::Serverless::Function
    Properties:
      Policies:
        - Statement: { Effect: Allow, Action: s3:GetObject, Resource: !Sub 'arn:aws:s3:::\${Name}/*' }
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: { Effect: Allow, Principal: { Service: ecs-tasks.amazonaws.com }, Action: sts:AssumeRole }
`;

describe('what is opened', () => {
  test('may be a policy, pasted or dropped', async () => {
    const { page, context, complaints } = await site.open();
    await openText(page, POLICY);
    await noticed(page, /Opened Policy/);
    assert.match(await verdict(page), /Allowed/);
    const data = await page.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['{"Version":"2012-10-17","Statement":[]}'], 'none.json'));
      return transfer;
    });
    await page.dispatchEvent('.cm-content', 'drop', { dataTransfer: data });
    await page.waitForFunction(() => /Denied/.test(document.querySelector('.verdict')?.textContent ?? ''));
    assert.equal(await page.textContent('.cm-content'), '{"Version":"2012-10-17","Statement":[]}');
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('may be scenarios: a list with what passes, of which one is shown', async () => {
    const { page, context, complaints } = await site.open();
    await openFile(page, example('01-deploy-role.json'), '01-deploy-role.json');
    await noticed(page, /choose below/);
    assert.match(await page.innerText('.listing .note'), /^\d+ scenarios: \d+ pass, 0 fail\.$/);
    const entry = page.locator('.listing .entry').last();
    const name = await entry.locator('.entry-name').innerText();
    await entry.click();
    assert.match((await page.textContent('.notice')) ?? '', /Opened the scenario/);
    assert.ok(((await page.textContent('.notice')) ?? '').includes(name));
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('may be scenarios that fail, and of calls', async () => {
    const { page, context } = await site.open();
    const shared = {
      principal: ALICE,
      context: {},
      policies: {
        identity: [JSON.parse(POLICY)],
        resource: null,
        boundary: [],
        session: [],
        scps: [],
        rcps: [],
      },
    };
    const failing = {
      id: 'wrong',
      ...shared,
      action: 'ecs:RunTask',
      resource: '*',
      expected: 'ExplicitDeny',
    };
    const asks = {
      id: 'call',
      ...shared,
      operation: 'ecs:ListClusters',
      input: {},
      region: 'eu-west-1',
      expected: 'Allow',
    };
    await openText(page, JSON.stringify([failing, asks]));
    await page.waitForSelector('.listing .entry.failed:has-text("expects ExplicitDeny, is Allow")');
    await page.click('.listing .entry.passed:has-text("call")');
    await page.waitForSelector('.checks .Allow:has-text("ecs:ListClusters")', { timeout: 20_000 });
    await context.close();
  });

  test('may be a template in YAML: its policies by name', async () => {
    const { page, context, complaints } = await site.open();
    await openFile(page, SAM, 'template.yaml');
    await noticed(page, /choose below/);
    assert.match(
      await page.innerText('.listing'),
      /Reader.*identity policy, with values known only at deployment.*Role.*trust policy/s,
    );
    await page.click('.listing .entry:has-text("Role")');
    assert.match((await page.textContent('.cm-content')) ?? '', /ecs-tasks/);
    assert.match(await page.innerText('.policies [role=tab][aria-selected=true]'), /Resource/);
    await page.click('text="Close the list"');
    assert.equal(await page.locator('.listing').count(), 0);
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('may be an account, of which a principal is chosen', async () => {
    const { page, context, complaints } = await site.open();
    await openFile(page, ACCOUNT, 'account.json');
    await page.click(`.listing .entry >> nth=0`);
    await noticed(page, /user.alice/);
    assert.equal(await page.inputValue('input[role=combobox] >> nth=0'), ALICE);
    assert.equal(await page.inputValue('.context-row input >> nth=0'), 'aws:PrincipalTag/team');
    assert.match(await verdict(page), /Allowed/);
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('may be a message of a denial, whose request meets the policies that are somebody’s own', async () => {
    const { page, context, complaints } = await site.open();
    const message = `User: ${ALICE} is not authorized to perform: ecs:StopTask on resource: arn:aws:ecs:eu-west-1:111122223333:task/web/1 because no identity-based policy allows the ecs:StopTask action`;
    await openText(page, message);
    await noticed(page, /request of the message/);
    assert.equal(await page.inputValue('input[role=combobox] >> nth=1'), 'ecs:StopTask');
    assert.match(await page.innerText('.policies'), /No identity policy/);
    await openText(page, POLICY);
    await noticed(page, /Opened Policy/);
    await openText(page, message.replaceAll('StopTask', 'RunTask'));
    await noticed(page, /request of the message/);
    assert.match(await verdict(page), /Allowed/);
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('may be guard rails, which are proved', async () => {
    const { page, context } = await site.open();
    await openFile(page, '- id: mine\n  action: "iam:*"\n', 'rails.yaml');
    await noticed(page, /guard rails/);
    assert.match(await page.inputValue('.prove textarea'), /id: mine/);
    await context.close();
  });

  test('may be nothing of all that, which is said; and stays text in every place', async () => {
    const { page, context, complaints } = await site.open();
    const told = await verdict(page);
    for (const text of ['hello', '{ nonsense', '[]', '{"a":1}']) {
      await openText(page, text);
      await noticed(page, /Nothing was opened/);
      assert.equal(await verdict(page), told);
    }
    const evil = '<img src=x onerror="document.title=1">\u202e';
    const scenario = { principal: evil, action: evil, resource: evil, context: { [evil]: evil } };
    const policies = { identity: [], resource: null, boundary: [], session: [], scps: [], rcps: [] };
    await openText(
      page,
      JSON.stringify([{ id: evil, title: evil, ...scenario, policies, expected: 'Allow' }, 1]),
    );
    await page.waitForSelector('.listing .entry.failed');
    assert.equal(await page.locator('img').count(), 0);
    assert.match(await page.innerText('.listing'), /\\u202e/);
    assert.doesNotMatch(await page.innerText('.verdict'), /\u202e/);
    assert.deepEqual(complaints, []);
    await context.close();
  });
});

describe('characters that nobody sees', () => {
  test('are shown in the document', async () => {
    const { page, context } = await site.open();
    await paste(page, POLICY.replace('ecs:', 'ecs\u202e\u2066\u200b:'));
    await page.waitForSelector('.cm-specialChar');
    assert.deepEqual(await page.locator('.cm-specialChar').allInnerTexts(), [
      String.raw`\u202e`,
      String.raw`\u2066`,
      String.raw`\u200b`,
    ]);
    await context.close();
  });
});

describe('a call', () => {
  test('is decided check by check, each of which becomes the request', async () => {
    const { page, context, complaints } = await site.open();
    await openText(page, POLICY);
    await noticed(page, /Opened Policy/);
    await openTab(page, 'A call');
    await page.waitForSelector('.checks li', { timeout: 20_000 });
    assert.match(
      await page.innerText('.checks'),
      /ecs:RunTask on arn:aws:ecs:eu-central-1:111122223333:task-definition\/web:7/,
    );
    await page.fill('.call-input textarea', '{');
    await page.waitForSelector('.call .outcome:has-text("not JSON")');
    await page.fill(
      '.call-input textarea',
      '{"taskDefinition":"shop:1","overrides":{"taskRoleArn":"arn:aws:iam::111122223333:role/shop"}}',
    );
    await page.click('.checks .Denied button:has-text("iam:PassRole")');
    assert.equal(await page.inputValue('input[role=combobox] >> nth=1'), 'iam:PassRole');
    assert.match(await verdict(page), /Denied/);
    assert.deepEqual(complaints, []);
    await context.close();
  });
});

describe('the statement that would allow a request', () => {
  test('is told, added, and allows it', async () => {
    const { page, context, complaints } = await site.open();
    assert.match(await verdict(page), /Denied/);
    await page.click('.suggestion summary');
    assert.match(await page.innerText('.suggestion pre'), /"ecs:UpdateService"/);
    await page.click('text="Add it as an identity policy"');
    assert.match(await verdict(page), /Allowed/);
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('is none where an SCP is what stops it', async () => {
    const { page, context } = await site.open('#example=scp-level-silent');
    await page.click('.suggestion summary');
    assert.match(
      await page.innerText('.suggestion'),
      /No statement of the caller would allow it.*SCP level 2/s,
    );
    await context.close();
  });
});

describe('the page is copied', () => {
  test('as a command, a scenario and a test', async () => {
    const { page, context } = await site.open('#example=scp-level-silent');
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    for (const [label, pattern] of [
      ['Command line', /^npx policywright evaluate - <<'SCENARIO'\n\{/],
      ['Scenario', /^\{\n.*"expected": "ImplicitDeny"/s],
      ['Test for vitest', /expectDenied\(policies, request, \{ by: 'ImplicitDeny' \}\)/],
    ]) {
      await page.click('.menu summary');
      await page.click(`.menu button:text-is("${String(label)}")`);
      await noticed(page, /copied/);
      const text = await page.evaluate(() => navigator.clipboard.readText());
      assert.match(text, /** @type {RegExp} */ (pattern));
      assert.equal(await page.locator('.menu').getAttribute('open'), null);
    }
    await context.close();
  });
});
