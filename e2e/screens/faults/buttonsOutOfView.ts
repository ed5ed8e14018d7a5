/** Runs in the page: buttons of a dialog, or a page's main button, that are visible only after scrolling. */
export function buttonsOutOfView(): string[] {
  const { isDrawn, nameOf } = globalThis.eyes;
  const isOut = ({ left, top, right, bottom }: DOMRect) =>
    left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1;
  const main =
    '[role=dialog][aria-modal=true] :is([type=submit], button[data-variant=filled]), [data-ready=true], [data-next=true]';
  return [...document.querySelectorAll(main)]
    .filter((button) => isDrawn(button) && isOut(button.getBoundingClientRect()))
    .map(nameOf);
}
