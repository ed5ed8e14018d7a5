import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join, resolve } from 'node:path';
import type { OfflineRecognizer } from 'sherpa-onnx';
import { SpeechModelError, type SpeechToText } from '../speechToText.ts';
import { type ModelFiles, modelFilesIn } from './modelFiles.ts';

/** The part of sherpa-onnx that transcribes a whole span at once. */
type SherpaOnnx = typeof import('sherpa-onnx');

/**
 * Opens the model in this folder with sherpa-onnx, which is WebAssembly and downloads nothing. Throws
 * `SpeechModelError` if there is no model, if its family is unknown, or if sherpa-onnx cannot read it. It blocks its
 * thread, and a broken model may end the process, so it must never run in the server's own.
 */
export async function openSherpa(folder: string): Promise<SpeechToText> {
  const path = resolve(folder);
  const files = await findModel(path);
  const recognizer = await load(path, files);
  return {
    name: `sherpa-onnx: ${basename(path)}`,
    async transcribe(pcm, sampleRate) {
      const stream = recognizer.createStream();
      try {
        stream.acceptWaveform(sampleRate, pcm);
        recognizer.decode(stream);
        return recognizer.getResult(stream).text.trim();
      } finally {
        stream.free();
      }
    },
  };
}

/** The model in this folder. Throws `SpeechModelError` with a message that names the folder. */
async function findModel(folder: string): Promise<ModelFiles> {
  try {
    return modelFilesIn(basename(folder), await filesIn(folder));
  } catch (error) {
    if (error instanceof SpeechModelError) throw new SpeechModelError(`${folder}: ${error.message}`);
    throw error;
  }
}

async function filesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch {
    throw new SpeechModelError('This folder cannot be read.');
  }
}

async function load(folder: string, files: ModelFiles): Promise<OfflineRecognizer> {
  // Loaded only here, because it brings 15 MB of WebAssembly.
  const sherpa = createRequire(import.meta.url)('sherpa-onnx') as SherpaOnnx;
  const recognizer = attempt(() => sherpa.createOfflineRecognizer({ modelConfig: modelConfig(folder, files) }));
  if (recognizer === undefined || recognizer.handle === 0) {
    process.exitCode = undefined; // it may have set one
    throw new SpeechModelError(
      `${folder}: sherpa-onnx could not read this model, taken for ${files.family}. Its own message is in the server’s log.`,
    );
  }
  return recognizer;
}

/** For a model that it cannot read, sherpa-onnx throws a number, tries to exit, or returns a handle of 0. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** The model's configuration for sherpa-onnx. */
export function modelConfig(
  folder: string,
  { family, tokens, ...files }: ModelFiles,
): Readonly<Record<string, unknown>> {
  const paths = Object.fromEntries(Object.entries(files).map(([take, name]) => [take, join(folder, name)]));
  const [take, options] = FAMILIES[family];
  return { [take]: { ...paths, ...options }, tokens: join(folder, tokens), numThreads: 1, debug: 0 };
}

/** sherpa-onnx's name for a family, and the settings it needs besides the files. */
const FAMILIES: Readonly<Record<ModelFiles['family'], readonly [string, Readonly<Record<string, unknown>>]>> = {
  whisper: ['whisper', { task: 'transcribe', language: '', tailPaddings: -1 }],
  transducer: ['transducer', {}],
  moonshine: ['moonshine', {}],
  paraformer: ['paraformer', {}],
  'sense-voice': ['senseVoice', { language: '', useInverseTextNormalization: 1 }],
};
