import { isDrawn, listFaces } from './faces.ts';

/** The letters in some texts that no font of a PDF has, each once. */
export function unshownLetters(texts: readonly string[]): readonly string[] {
  const faces = listFaces();
  const letters = new Set(texts.flatMap((text) => Array.from(text)));
  return [...letters].filter((letter) => isDrawn(letter) && !faces.some(({ has }) => has(letter.codePointAt(0) ?? 0)));
}

export function unshownNames(names: readonly string[]): readonly string[] {
  const missing = unshownLetters(names);
  return [...new Set(names)].filter((name) => missing.some((letter) => name.includes(letter)));
}
