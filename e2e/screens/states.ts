import type { Locator, Page } from '@playwright/test';
import type { Gallery } from './look.ts';

type Ready = (page: Page) => Locator;

/** One state of one screen, reached from the previous one in its table. */
export type State = {
  readonly name: string;
  /** The address, if it changes. */
  readonly at?: string;
  readonly act?: (page: Page) => Promise<unknown>;
  readonly ready: Ready;
  readonly leave?: (page: Page) => Promise<unknown>;
};

/** How long to wait for a state, in ms. */
const PATIENCE_MS = 10_000;

type Name = string | RegExp;

export const button = (name: Name) => (page: Page) => page.getByRole('button', exactly(name)).first();
export const link = (name: Name) => (page: Page) => page.getByRole('link', exactly(name)).first();
export const heading = (name: Name) => (page: Page) => page.getByRole('heading', exactly(name)).first();
export const text = (said: Name) => (page: Page) => page.getByText(said).first();
export const press = (name: Name) => (page: Page) => button(name)(page).click();
export const follow = (name: Name) => (page: Page) => link(name)(page).click();
export const escape = (page: Page) => page.keyboard.press('Escape');

const exactly = (name: Name) => (typeof name === 'string' ? { name, exact: true } : { name });

/** A dialog that a button opens and Escape closes. */
export const dialog = (name: string, opener: Name, ready: Ready = (page) => page.getByRole('dialog')): State => ({
  name,
  act: press(opener),
  ready,
  leave: async (page) => {
    await escape(page);
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  },
});

/** Visits each state in turn. One that cannot be reached is a fault, and the next is tried. */
export async function walk(page: Page, url: string, states: readonly State[], { look, miss }: Gallery): Promise<void> {
  page.setDefaultTimeout(PATIENCE_MS);
  for (const { name, at, act, ready, leave } of states) {
    try {
      if (at !== undefined) {
        // A change only after # would not load the page again.
        if (at.includes('#')) await page.goto('about:blank');
        await page.goto(new URL(at, url).href);
      }
      await act?.(page);
      await ready(page).waitFor();
      await look(page, name);
      await leave?.(page);
    } catch (error) {
      miss(name, error);
      await leave?.(page).catch(() => undefined);
    }
  }
}
