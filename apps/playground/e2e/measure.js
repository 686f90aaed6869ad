// Prints how big and how fast the built page is, as a table; ends with 1 where a budget is exceeded.
import { paste, start } from './browser.js';
import { sizesOfFirstLoad, sizesOfLater } from './sizes.js';
import { hundredStatements, timeEdits } from './timeEdits.js';

const RUNS = 5;
const rows = [];
const row = (what, value, { unit = 'ms', budget } = {}) => rows.push({ what, value, unit, budget });
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

const site = await start();

for (const [file, size] of Object.entries(sizesOfFirstLoad()))
  row(`  ${file}, gzip`, size / 1000, { unit: 'kB' });
const first = Object.values(sizesOfFirstLoad()).reduce((sum, size) => sum + size, 0);
row('first load without catalog, gzip', first / 1000, { unit: 'kB', budget: 250 });
for (const [file, size] of Object.entries(sizesOfLater()))
  row(`  later: ${file}, gzip`, size / 1000, { unit: 'kB' });

/** Opens the page as for the first time, and reads what the browser measured. */
async function load({ slower = 1 } = {}) {
  const context = await site.browser.newContext({
    viewport: { width: 1280, height: 900 },
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  if (slower > 1) {
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  }
  await page.addInitScript(() => {
    globalThis.longTasks = [];
    new PerformanceObserver((list) =>
      globalThis.longTasks.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({
      type: 'longtask',
      buffered: true,
    });
    new MutationObserver((_, observer) => {
      if (document.querySelector('.verdict') === null) return;
      globalThis.interactive = performance.now();
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(site.url);
  await page.waitForSelector('.verdict');
  await page.waitForTimeout(1500);
  const measured = await page.evaluate(() => ({
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    interactive: globalThis.interactive,
    blocking: globalThis.longTasks.reduce((sum, duration) => sum + Math.max(0, duration - 50), 0),
  }));
  await context.close();
  return measured;
}

for (const slower of [1, 4]) {
  const loads = [];
  for (let n = 0; n < RUNS; n += 1) loads.push(await load({ slower }));
  const suffix = slower === 1 ? '' : `, processor ${slower} times slower`;
  row(`first contentful paint${suffix}`, median(loads.map(({ paint }) => paint)));
  row(
    `time to interactive: the decision shows${suffix}`,
    median(loads.map(({ interactive }) => interactive)),
  );
  row(`total blocking time${suffix}`, median(loads.map(({ blocking }) => blocking)));
}

for (const [name, action] of [
  ['one matters', undefined],
  ['all matter', 's3:*'],
]) {
  const { page, context } = await site.open();
  await page.fill('input[role=combobox] >> nth=1', 's3:Get7');
  await paste(page, hundredStatements(action));
  await page.waitForTimeout(1000);
  await page.evaluate(timeEdits);
  const times = await page.evaluate(timeEdits);
  row(`a letter typed into 100 statements, decided and laid out; ${name}`, median(times), { budget: 16 });
  row('  the worst of 30', times.at(-1));
  await context.close();
}

{
  const { page, context } = await site.open();
  await page.locator('input[role=combobox]').nth(1).fill('ecs:');
  await page.waitForSelector('[role=option]', { timeout: 20_000 });
  const times = await page.evaluate(async () => {
    const input = document.querySelectorAll('input[role=combobox]')[1];
    const list = input.parentElement.querySelector('[role=listbox]');
    const taken = [];
    for (const text of [
      's3 get',
      'runtsak',
      'ec2 describe',
      'passrole',
      'lambda invoke',
      'kms',
      'create bucket',
      'tag',
      'delete tabel',
      'listusers',
    ]) {
      const changed = new Promise((resolve) => {
        const observer = new MutationObserver(() => {
          observer.disconnect();
          resolve(performance.now());
        });
        observer.observe(list, { childList: true, subtree: true, characterData: true });
      });
      const begin = performance.now();
      input.value = text;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      taken.push((await changed) - begin);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    return taken;
  });
  row('search over 22,091 actions, from the key to the list', median(times), { budget: 50 });
  row('  the worst of 10', Math.max(...times));
  await context.close();
}

await site.stop();

const lines = rows.map(({ what, value, unit, budget }) => {
  const verdict =
    budget === undefined ? '' : value < budget ? `below ${budget} ${unit}` : `OVER ${budget} ${unit}`;
  return `| ${what.padEnd(76)} | ${`${value.toFixed(1)} ${unit}`.padStart(10)} | ${verdict.padEnd(13)} |`;
});
console.log(
  [
    `| ${'what'.padEnd(76)} | ${'median'.padStart(10)} | ${'budget'.padEnd(13)} |`,
    `| ${'-'.repeat(76)} | ${'-'.repeat(10)} | ${'-'.repeat(13)} |`,
    ...lines,
  ].join('\n'),
);
if (lines.some((line) => line.includes('OVER'))) process.exitCode = 1;
