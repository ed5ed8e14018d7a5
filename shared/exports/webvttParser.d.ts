/** The parser of WebVTT's authors has no types. These cover only what tests use. */
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
