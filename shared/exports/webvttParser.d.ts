/** The parser of WebVTT's own authors has no types. Only what tests ask of it. */
declare module 'webvtt-parser' {
  export class WebVTTParser {
    parse(
      input: string,
      kind: 'captions',
    ): {
      readonly cues: readonly { readonly id: string; readonly startTime: number; readonly text: string }[];
      readonly errors: readonly { readonly message: string }[];
    };
  }
}
