/** The part of sherpa-onnx that we use; it has no types of its own. */
declare module 'sherpa-onnx' {
  export type OfflineStream = {
    acceptWaveform(sampleRate: number, samples: Float32Array): void;
    free(): void;
  };
  export type OfflineRecognizer = {
    /** 0 if the configuration was refused. */
    readonly handle: number;
    createStream(): OfflineStream;
    decode(stream: OfflineStream): void;
    getResult(stream: OfflineStream): { readonly text: string };
    free(): void;
  };
  export function createOfflineRecognizer(config: {
    readonly modelConfig: Readonly<Record<string, unknown>>;
  }): OfflineRecognizer;
}
