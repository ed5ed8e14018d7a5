/** Functions with which the gallery reads a page: what is drawn, what is visible, and what can be pressed. */
type Eyes = {
  /** Where faults are looked for: an open dialog, or the page. */
  readonly scope: () => Element;
  /** Identifies an element for readers: its tag, class and name. */
  readonly nameOf: (element: Element) => string;
  readonly isDrawn: (element: Element) => boolean;
  /**
   * The part of a box that its ancestors do not clip, or undefined. Scrollable content counts as visible unless
   * `scrolled` says to take the current scroll position.
   */
  readonly seenBox: (
    of: Element,
    box: DOMRect,
    options?: { readonly self?: boolean; readonly scrolled?: boolean },
  ) => DOMRect | undefined;
  /** Everything a finger can press. A hidden input is pressed by its label. */
  readonly controls: () => Element[];
};

declare global {
  var eyes: Eyes;
}

/** Runs in the page, for the fault checks below. */
export function installEyes(): void {
  const scope = () => document.querySelector('[role=dialog][aria-modal=true]') ?? document.body;

  const isDrawn = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 2 && height > 2 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };

  const nameOf = (element: Element) => {
    const [firstClass = ''] = element.classList;
    const text = element.getAttribute('aria-label') ?? element.textContent.trim().replaceAll(/\s+/g, ' ');
    const name = element.tagName.toLowerCase() + (firstClass && `.${firstClass}`);
    return text === '' ? name : `${name} “${text.slice(0, 50)}”`;
  };

  const seenBox: Eyes['seenBox'] = (of, box, { self = false, scrolled = false } = {}) => {
    let { left, top, right, bottom } = box;
    let position = self ? 'static' : getComputedStyle(of).position;
    for (let at = self ? of : of.parentElement; at !== null; at = at.parentElement) {
      if (position === 'fixed') break;
      const style = getComputedStyle(at);
      if (position === 'absolute' && style.position === 'static') continue;
      const across = style.overflowX;
      const down = style.overflowY;
      if (at === document.body || at === document.documentElement) break;
      if (!scrolled && /auto|scroll/.test(across + down)) break;
      const edge = at.getBoundingClientRect();
      if (across !== 'visible') [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
      if (down !== 'visible') [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
      position = style.position;
    }
    return right - left > 0 && bottom - top > 0 ? new DOMRect(left, top, right - left, bottom - top) : undefined;
  };

  const PRESSED =
    'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=tab], [role=radio], [role=switch]';
  const controls = () => {
    const all = [...scope().querySelectorAll(PRESSED)].map((control) => {
      const label = control instanceof HTMLInputElement ? control.labels?.[0] : undefined;
      return isDrawn(control) ? control : (label ?? control);
    });
    return [...new Set(all)].filter(isDrawn);
  };

  globalThis.eyes = { scope, nameOf, isDrawn, seenBox, controls };
}
