/** A choice of several with one of them put in or taken out. */
export function toggled<V>(chosen: readonly V[], value: V): readonly V[] {
  return chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
}
