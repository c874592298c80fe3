// Opens exported pages in Chromium, on light and dark, wide and narrow, and on paper. Says what is wrong with each:
//   node check.mjs PAGE.html...
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const looks = [1200, 390].flatMap(width => ['light', 'dark'].map(colorScheme => ({ width, colorScheme })));
const paper = { light: 'rgb(253, 252, 250)', dark: 'rgb(22, 22, 30)', print: 'rgb(255, 255, 255)' };
let faults = 0;

function fault(where, what) {
  faults++;
  console.error(`${where}: ${what}`);
}

const background = page => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

// What axe-core finds, and what it doesn't look for: a page wider than its window, a picture that isn't there.
async function look(page, where, scheme) {
  const { violations } = await page.evaluate(() => axe.run({ resultTypes: ['violations'] }));
  for (const v of violations) {
    for (const node of v.nodes) fault(where, `${v.id}: ${v.help}: ${node.html}`);
  }
  const seen = await page.evaluate(() => ({
    beyond: document.documentElement.scrollWidth - innerWidth,
    figures: [...document.querySelectorAll('figure')].filter(f => ![...f.querySelectorAll('svg')].some(s => s.checkVisibility() && s.clientWidth > 200)).length,
    text: document.querySelector('main').innerText.length,
  }));
  if (seen.beyond > 0) fault(where, `is ${seen.beyond} pixels too wide`);
  if (seen.figures > 0) fault(where, `${seen.figures} pictures can't be seen`);
  if (seen.text < 500) fault(where, `shows only ${seen.text} characters`);
  const ground = await background(page);
  if (ground !== paper[scheme]) fault(where, `stands on ${ground}; is its style refused?`);
}

async function check(browser, file) {
  const name = basename(file), own = pathToFileURL(resolve(file)).href;
  const page = await browser.newPage();
  page.on('console', m => fault(name, `the console says: ${m.text()}`));
  page.on('pageerror', e => fault(name, `an error: ${e}`));
  page.on('request', r => r.url().split('#')[0] === own || fault(name, `asks for ${r.url()}`));
  await page.goto(own);
  await page.evaluate(axe); // by the debugger: the page itself lets nothing run
  for (const { width, colorScheme } of looks) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    await look(page, `${name}, ${width} wide, ${colorScheme}`, colorScheme);
  }
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const ground = await background(page);
  if (ground !== paper.print) fault(name, `is printed on ${ground}`);
  await page.close();
}

const files = process.argv.slice(2);
if (files.length === 0) fault('check', 'no page to look at');
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const file of files) await check(browser, file);
await browser.close();
console.log(`${files.length} pages, ${looks.length} looks each, and paper: ${faults} faults`);
process.exitCode = faults > 0 ? 1 : 0;
