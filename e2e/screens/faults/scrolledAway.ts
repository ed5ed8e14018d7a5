/** Runs in the page, with a laptop’s window: places that must be readable at a glance, but have to be scrolled. */
export function scrolledAway(): string[] {
  const { isDrawn, nameOf } = globalThis.eyes;
  return [...document.querySelectorAll('[data-at-a-glance]')]
    .filter((place) => isDrawn(place) && place.scrollHeight > place.clientHeight + 1)
    .map((place) => `${nameOf(place)}, by ${place.scrollHeight - place.clientHeight}px`);
}
