import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** The broken accessibility rules of a page and their elements. Checks all rules, or only those named. */
export async function barriersOn(page: Page, rules: readonly string[] = []) {
  // Legacy mode: our pages have no frames from elsewhere, so axe needs no extra page to collect results.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations } = await (rules.length === 0 ? axe : axe.withRules([...rules])).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return serious.map(({ id, nodes }) => ({ id, targets: nodes.map(({ target }) => target) }));
}

export async function expectAccessible(page: Page): Promise<void> {
  expect(await barriersOn(page)).toEqual([]);
}
