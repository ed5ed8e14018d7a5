/** The bytes `[from, to)` of a file. */
type ByteRange = { readonly from: number; readonly to: number };

/** The one range that a Range header asks for, else `all` (RFC 9110, 14.2). Undefined if the file has none of it. */
export function byteRangeOf(header: string | undefined, size: number): ByteRange | 'all' | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return 'all';
  if (first === '') return inside(Math.max(0, size - Number(last)), size, size);
  if (last !== '' && Number(last) < Number(first)) return 'all';
  return inside(Number(first), last === '' ? size : Math.min(size, Number(last) + 1), size);
}

const inside = (from: number, to: number, size: number) => (from < to && from < size ? { from, to } : undefined);
