/** Adds or removes one value of a multiple choice. */
export function toggled<V>(chosen: readonly V[], value: V): readonly V[] {
  return chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
}
