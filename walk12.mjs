import { chromium } from 'playwright-core';
import { startServer } from './src/cli/serve.ts';
const server = await startServer({ root: 'dist', port: 0, base: '/' });
const b = await chromium.launch({ executablePath: '/usr/bin/chromium-headless-shell', args: ['--no-sandbox', '--disable-gpu'] });
const ctx = await b.newContext({ viewport: { width: 1280, height: 900 }, locale: 'nl-NL' });
const p = await ctx.newPage();
p.on('pageerror', e => console.log('PAGEERROR', e.message));
await p.goto(server.url + 'lessen/functies-in-een-keten/');
await p.mouse.move(300,300); await p.mouse.wheel(0, 300);
const shot = (n, loc) => (loc ?? p).screenshot({ path: `/work/scratch/shots/l12-${n}.png` });
const region = (t) => p.getByRole('region', { name: `Speeltuin: ${t}` });
// find playground regions
console.log(await p.getByRole('region').evaluateAll(els => els.map(e => e.getAttribute('aria-label') || e.getAttribute('aria-labelledby'))));
const steps = async () => console.log(await p.locator('[data-step], .step').count());
// press each step's button in order
const buttons = p.getByRole('button', { name: /^(Voer stap|Zet stap)/ });
const waitDone = async (ms) => p.waitForTimeout(ms);
let n = await buttons.count();
console.log('step buttons', n, await buttons.allInnerTexts());
const waits = JSON.parse(process.argv[2] ?? '[]');
for (let i = 0; i < n; i++) {
  const bt = buttons.nth(i);
  await bt.scrollIntoViewIfNeeded();
  await p.waitForTimeout(1500);
  if (process.argv[3] && String(i) === process.argv[3]) await editStep();
  await bt.click();
  await waitDone(waits[i] ?? 3000);
  await shot(`step${i}`);
  console.log(i, await bt.innerText());
}
async function editStep() {
  const reg = p.getByRole('region', { name: /Een keten die onthoudt/ });
  await reg.getByRole('tab', { name: 'stappen.js' }).click();
  await p.waitForTimeout(800);
  const ed = reg.locator('.cm-content');
  await ed.click();
  const line = reg.locator('.cm-line', { hasText: 'export async function verstuur' });
  await line.click(); await p.keyboard.press('End'); await p.keyboard.press('Enter'); await p.keyboard.type("throw new Error('de koerier staakt');");
  await p.waitForTimeout(500);
}
await p.evaluate(() => scrollTo(0, 0));
await p.screenshot({ path: '/work/scratch/shots/l12-full.png', fullPage: true });
const logs = await p.getByRole('log').allInnerTexts();
for (const l of logs) console.log('LOG', l);
await b.close(); await server.close(); process.exit(0);
