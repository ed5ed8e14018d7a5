/** Runs in the page: text that is cut off, unless an ellipsis marks it and the whole text is elsewhere. */
export function cutText(): string[] {
  const { scope, nameOf, seenBox } = globalThis.eyes;
  /** The share of a text line's height that is above and below its letters. */
  const AROUND = 0.25;
  const walker = document.createTreeWalker(scope(), NodeFilter.SHOW_TEXT);
  const faults = new Set<string>();

  while (walker.nextNode() !== null) {
    const text = walker.currentNode;
    const parent = text.parentElement;
    if (parent === null || text.textContent?.trim() === '' || parent.closest('option, script, style, svg')) continue;
    if (!parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    if (getComputedStyle(parent).color.endsWith(', 0)')) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const isCut = [...range.getClientRects()].some((line) => {
      if (line.width < 1 || line.height < 1) return false;
      const seen = seenBox(parent, line, { self: true });
      return !seen || line.width - seen.width > 2 || line.height - seen.height > line.height * AROUND;
    });
    if (!isCut) continue;
    const edge = cutterOf(parent);
    if (edge === undefined) continue;
    const { textOverflow, webkitLineClamp } = getComputedStyle(edge);
    const isMeant = textOverflow === 'ellipsis' || (webkitLineClamp !== 'none' && webkitLineClamp !== '');
    if (!isMeant) faults.add(`cut: ${nameOf(parent)}`);
    else if (!isWholeElsewhere(edge)) faults.add(`shortened, and its whole text nowhere: ${nameOf(parent)}`);
  }
  return [...faults];

  /** The nearest clipping ancestor. None if the text is only for screen readers or fades out at the edge. */
  function cutterOf(from: Element): Element | undefined {
    for (let at: Element | null = from; at !== null && at !== document.body; at = at.parentElement) {
      const { overflowX, overflowY, clipPath, maskImage, textOverflow } = getComputedStyle(at);
      const { width, height } = at.getBoundingClientRect();
      if (clipPath !== 'none' || maskImage !== 'none' || width <= 2 || height <= 2) return undefined;
      if (textOverflow === 'ellipsis' || overflowX !== 'visible' || overflowY !== 'visible') return at;
    }
    return undefined;
  }

  function isWholeElsewhere(edge: Element): boolean {
    if (edge.closest('[title]') !== null) return true;
    const whole = edge.textContent.trim();
    return [...document.body.querySelectorAll('*')].some(
      (other) =>
        !other.contains(edge) && !edge.contains(other) && other.childElementCount === 0 && other.textContent === whole,
    );
  }
}
