/** What is used of `bidi-js`, whose own types are those of a module that is not what Node loads. */
declare module 'bidi-js' {
  type EmbeddingLevels = { readonly levels: Uint8Array };
  type Bidi = {
    readonly getEmbeddingLevels: (text: string, base: 'ltr' | 'rtl') => EmbeddingLevels;
    /** By index in the text, what is drawn of a sign that looks the other way from right to left. */
    readonly getMirroredCharactersMap: (text: string, levels: Uint8Array) => ReadonlyMap<number, string>;
  };
  export default function bidiFactory(): Bidi;
}
