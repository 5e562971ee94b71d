import { chromium } from 'playwright-core';
import { chromiumFlags } from './browser/find-browser.ts';
import { benchWarmRun } from './bench/warm.ts';
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: chromiumFlags() });
for (let i=0;i<3;i++) console.log(await benchWarmRun(browser));
await browser.close();
