/** Runs in the page: elements that make it wider than its window. */
export function overflowingElements(): string[] {
  const { isDrawn, nameOf } = globalThis.eyes;
  if (document.documentElement.scrollWidth <= innerWidth) return [];
  const canScroll = (element: Element | null): boolean =>
    element !== null &&
    element !== document.body &&
    (getComputedStyle(element).overflowX !== 'visible' || canScroll(element.parentElement));
  const wide = [...document.body.querySelectorAll('*')].filter(
    (element) =>
      isDrawn(element) &&
      element.getBoundingClientRect().right > innerWidth + 1 &&
      ![...element.children].some((child) => child.getBoundingClientRect().right > innerWidth + 1) &&
      !canScroll(element.parentElement),
  );
  const by = `by ${document.documentElement.scrollWidth - innerWidth} px`;
  return wide.length === 0 ? [`the page ${by}`] : wide.slice(0, 4).map((element) => `${nameOf(element)} ${by}`);
}
