import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import type { Page, Response } from '@playwright/test';
import { openLink } from '#e2e/steps.ts';
import { startEarshot } from '../../earshot.ts';
import type { Bench } from '../bench.ts';
import { figureOf } from '../figure.ts';
import { openBrowser, openPage } from '../openBrowser.ts';

const TARGET_KB = 250;
/** What a page may still load after it is usable. */
const SETTLE_MS = 2_000;

const compress = promisify(brotliCompress);

/** What a parent's browser downloads, with an empty cache, from opening their link until the check can begin. */
export const parentPage: Bench = async ({ say, keep }) => {
  const earshot = keep(await startEarshot(), ({ stop }) => stop());
  const browser = keep(await openBrowser(), (opened) => opened.close());
  const page = await openPage(browser);
  const responses = collectResponses(page);
  await openLink(page, earshot.links.parent);
  await page.getByRole('button', { name: /^(turn on the camera|continue)/i }).waitFor();
  await page.waitForTimeout(SETTLE_MS);

  const files = await Promise.all([...responses.values()].map(fileOf));
  for (const { path, compressed, sent } of files.toSorted((a, b) => b.compressed - a.compressed)) {
    say(`${kilobytes(compressed).padStart(7)} kB, sent as ${kilobytes(sent).padStart(7)} kB: ${path}`);
  }
  const figure = (bytes: readonly number[]) =>
    figureOf([{ ours: bytes.reduce((sum, size) => sum + size, 0) / 1_000 }], 'kB', { value: TARGET_KB });
  return {
    // Each file compressed with the best brotli level, whatever the server does.
    parentPageKilobytes: figure(files.map(({ compressed }) => compressed)),
    parentPageCodeKilobytes: figure(files.filter(({ isCode }) => isCode).map(({ compressed }) => compressed)),
    // What the server really sends.
    parentPageSentKilobytes: figure(files.map(({ sent }) => sent)),
  };
};

const kilobytes = (bytes: number) => (bytes / 1_000).toFixed(1);

/** Every file once, without answers about people. */
function collectResponses(page: Page): Map<string, Response> {
  const responses = new Map<string, Response>();
  page.on('response', (response) => {
    const path = new URL(response.url()).pathname;
    if (response.ok() && !path.startsWith('/api/') && !responses.has(path)) responses.set(path, response);
  });
  return responses;
}

async function fileOf(response: Response) {
  const [body, { responseBodySize: sent }] = await Promise.all([response.body(), response.request().sizes()]);
  const isCode = ['document', 'script', 'stylesheet'].includes(response.request().resourceType());
  return { path: new URL(response.url()).pathname, compressed: (await compress(body)).length, sent, isCode };
}
