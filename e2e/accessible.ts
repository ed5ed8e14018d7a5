import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What keeps somebody from using the page: each rule that is broken, and where. All rules are tried, or those that are named. */
export async function barriersOn(page: Page, rules: readonly string[] = []) {
  // In one go: no page of ours has a frame from elsewhere, for which axe would gather its results in a page of their own.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations } = await (rules.length === 0 ? axe : axe.withRules([...rules])).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return serious.map(({ id, nodes }) => ({ id, targets: nodes.map(({ target }) => target) }));
}

/** Nothing that keeps somebody from using the page. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await barriersOn(page)).toEqual([]);
}
