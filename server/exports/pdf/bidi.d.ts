/** The part of `bidi-js` that we use. Its own types describe a module format that Node does not load. */
declare module 'bidi-js' {
  type EmbeddingLevels = { readonly levels: Uint8Array };
  type Bidi = {
    readonly getEmbeddingLevels: (text: string, base: 'ltr' | 'rtl') => EmbeddingLevels;
    /** By index in the text: the mirrored character to draw for one that mirrors in right-to-left text. */
    readonly getMirroredCharactersMap: (text: string, levels: Uint8Array) => ReadonlyMap<number, string>;
  };
  export default function bidiFactory(): Bidi;
}
