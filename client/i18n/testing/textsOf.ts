import { words as common } from '../en/common.ts';
import { namespaces } from '../namespaces.ts';

export const NAMESPACES: readonly string[] = ['common', ...Object.keys(namespaces)];

type Texts = readonly (readonly [key: string, text: string])[];

/** All texts of one namespace, with keys such as `record.withdraw`. */
export async function textsOf(namespace: string): Promise<Texts> {
  const load = Object.entries(namespaces).find(([name]) => name === namespace)?.[1];
  return textsIn(load === undefined ? common : (await load()).words);
}

function textsIn(words: unknown, key = ''): Texts {
  if (typeof words === 'string') return [[key, words]];
  if (typeof words !== 'object' || words === null) return [];
  return Object.entries(words).flatMap(([name, value]) => textsIn(value, key === '' ? name : `${key}.${name}`));
}
