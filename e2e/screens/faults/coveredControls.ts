/** Runs in the page: controls that overlap, are covered by something else, or cannot be scrolled to. */
export function coveredControls(): string[] {
  const { controls, isDrawn, nameOf, seenBox } = globalThis.eyes;
  const faults = new Set<string>();
  const shown = controls().map((control) => {
    const box = control.getBoundingClientRect();
    return { control, box, seen: seenBox(control, box), now: seenBox(control, box, { scrolled: true }) };
  });

  for (const { control, box, seen } of shown) {
    if (!seen || seen.width < box.width / 2 || seen.height < box.height / 2) {
      faults.add(`cut off: ${nameOf(control)}`);
      continue;
    }
    const hit = hitAtCenter(control);
    if (hit !== undefined) faults.add(`${nameOf(control)} is under ${nameOf(hit)}`);
  }

  for (const [index, one] of shown.entries()) {
    for (const other of shown.slice(index + 1)) {
      if (!one.now || !other.now || areRelated(one.control, other.control)) continue;
      if (isInField(one.control, other.box, one.box)) continue;
      const across = Math.min(one.now.right, other.now.right) - Math.max(one.now.left, other.now.left);
      const down = Math.min(one.now.bottom, other.now.bottom) - Math.max(one.now.top, other.now.top);
      if (across > 2 && down > 2) faults.add(`${nameOf(one.control)} and ${nameOf(other.control)} overlap`);
    }
  }
  return [...faults];

  /** What is hit instead when the middle of a control is pressed. */
  function hitAtCenter(control: Element): Element | undefined {
    if (getComputedStyle(control).pointerEvents === 'none') return undefined;
    const isInWindow = ({ x, y }: DOMPoint) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;
    const look = () => {
      const { left, top, width, height } = control.getBoundingClientRect();
      const center = new DOMPoint(left + width / 2, top + height / 2);
      return { center, hit: document.elementFromPoint(center.x, center.y) };
    };
    const isOwn = (hit: Element | null) => hit !== null && (areRelated(hit, control) || isLabelOf(hit, control));
    const first = look();
    if (isInWindow(first.center) && isOwn(first.hit)) return undefined;
    control.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    const { hit } = look();
    return hit === null || isOwn(hit) || !isDrawn(hit) ? undefined : hit;
  }

  /** A button inside a field's frame, for example to show a password. */
  function isInField(field: Element, inner: DOMRect, outer: DOMRect): boolean {
    return (
      field instanceof HTMLInputElement &&
      inner.left >= outer.left &&
      inner.right <= outer.right &&
      inner.top >= outer.top &&
      inner.bottom <= outer.bottom
    );
  }

  function isLabelOf(hit: Element, control: Element): boolean {
    const label = hit.closest('label');
    return label !== null && (label.control === control || label.contains(control));
  }

  /** One contains the other, or one stays in place while the other scrolls below it. */
  function areRelated(one: Element, other: Element): boolean {
    return one.contains(other) || other.contains(one) || stayingPart(one) !== stayingPart(other);
  }

  function stayingPart(element: Element): Element | null {
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      if (/sticky|fixed/.test(getComputedStyle(at).position)) return at;
    }
    return null;
  }
}
