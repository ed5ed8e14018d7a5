/** The bytes `[from, to)` of a file. */
type ByteRange = { readonly from: number; readonly to: number };

/**
 * The range that a Range header requests of a file of this size. `all` if it requests none or several, or is no byte
 * range: a server may then send everything (RFC 9110, 14.2). Undefined if the range is outside the file.
 */
export function byteRangeOf(header: string | undefined, size: number): ByteRange | 'all' | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return 'all';
  if (first === '') return inside(Math.max(0, size - Number(last)), size, size);
  if (last !== '' && Number(last) < Number(first)) return 'all';
  return inside(Number(first), last === '' ? size : Math.min(size, Number(last) + 1), size);
}

const inside = (from: number, to: number, size: number) => (from < to && from < size ? { from, to } : undefined);
