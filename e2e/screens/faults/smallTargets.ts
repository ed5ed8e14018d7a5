/** Runs in the page: controls smaller than this in px. Links in a line of text are exempt (WCAG 2.5.8). */
export function smallTargets(least: number): string[] {
  const { controls, nameOf } = globalThis.eyes;
  return controls().flatMap((control) => {
    if (getComputedStyle(control).display === 'inline') return [];
    const labels = control instanceof HTMLInputElement ? [...(control.labels ?? [])] : [];
    const boxes = [control, ...labels].map((part) => part.getBoundingClientRect());
    // Drawn small, with a larger pressable area.
    const around = getComputedStyle(control, '::after');
    const isLarger = around.position === 'absolute' && around.content !== 'none';
    const wide = Math.max(...boxes.map(({ right }) => right)) - Math.min(...boxes.map(({ left }) => left));
    const high = Math.max(...boxes.map(({ bottom }) => bottom)) - Math.min(...boxes.map(({ top }) => top));
    const width = Math.max(wide, isLarger ? parseFloat(around.width) : 0);
    const height = Math.max(high, isLarger ? parseFloat(around.height) : 0);
    // Half a pixel is rounding of a scaled layout.
    if (width >= least - 0.5 && height >= least - 0.5) return [];
    return [`${nameOf(control)} is ${width.toFixed(0)} × ${height.toFixed(0)} px`];
  });
}
