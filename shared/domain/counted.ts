/** A count with its noun: `1 code`, `2 codes`. Pass `many` if the plural is not made with an s. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
