import { expect, test } from 'vitest';
import { SpeechModelError } from '../speechToText.ts';
import { modelConfig } from './openSherpa.ts';
import { modelFilesIn } from './modelFiles.ts';

test.for([
  {
    folder: 'sherpa-onnx-whisper-tiny.en',
    names: [
      ...['tiny.en-decoder.int8.onnx', 'tiny.en-decoder.onnx', 'tiny.en-encoder.int8.onnx', 'tiny.en-encoder.onnx'],
      ...['tiny.en-tokens.txt', 'test_wavs', 'README.md'],
    ],
    files: {
      family: 'whisper',
      encoder: 'tiny.en-encoder.int8.onnx',
      decoder: 'tiny.en-decoder.int8.onnx',
      tokens: 'tiny.en-tokens.txt',
    },
  },
  {
    folder: 'sherpa-onnx-zipformer-en-2023-06-26',
    names: [
      ...['bpe.model', 'decoder-epoch-99-avg-1.onnx', 'encoder-epoch-99-avg-1.onnx', 'joiner-epoch-99-avg-1.onnx'],
      'tokens.txt',
    ],
    files: {
      family: 'transducer',
      encoder: 'encoder-epoch-99-avg-1.onnx',
      decoder: 'decoder-epoch-99-avg-1.onnx',
      joiner: 'joiner-epoch-99-avg-1.onnx',
      tokens: 'tokens.txt',
    },
  },
  {
    folder: 'sherpa-onnx-moonshine-tiny-en-int8',
    names: [
      ...['cached_decode.int8.onnx', 'encode.int8.onnx', 'preprocess.onnx', 'tokens.txt', 'uncached_decode.int8.onnx'],
    ],
    files: {
      family: 'moonshine',
      preprocessor: 'preprocess.onnx',
      encoder: 'encode.int8.onnx',
      uncachedDecoder: 'uncached_decode.int8.onnx',
      cachedDecoder: 'cached_decode.int8.onnx',
      tokens: 'tokens.txt',
    },
  },
  {
    folder: 'sherpa-onnx-sense-voice-zh-en-ja-ko-yue-2024-07-17',
    names: ['model.int8.onnx', 'model.onnx', 'tokens.txt'],
    files: { family: 'sense-voice', model: 'model.int8.onnx', tokens: 'tokens.txt' },
  },
  {
    folder: 'sherpa-onnx-paraformer-en-2024-03-09',
    names: ['model.onnx', 'tokens.txt'],
    files: { family: 'paraformer', model: 'model.onnx', tokens: 'tokens.txt' },
  },
])('$folder is $files.family', ({ folder, names, files }) => {
  expect(modelFilesIn(folder, names)).toEqual(files);
});

test.for([
  { holds: 'nothing', folder: 'model', names: [], words: /^It does not contain a model\. Known are Whisper/ },
  {
    holds: 'a model of another kind',
    folder: 'model',
    names: ['ggml-tiny.bin'],
    words: /^It does not contain a model\./,
  },
  { holds: 'no tokens', folder: 'x', names: ['a-encoder.onnx', 'a-decoder.onnx'], words: /without its tokens\.txt/ },
  { holds: 'half a model', folder: 'x', names: ['a-encoder.onnx', 'a-tokens.txt'], words: /not those of a model/ },
  { holds: 'a model that could be either', folder: 'x', names: ['model.onnx', 'tokens.txt'], words: /keeps the name/ },
  {
    holds: 'a model for live speech',
    folder: 'sherpa-onnx-streaming-zipformer-en-2023-06-26',
    names: [
      'encoder-chunk-16.onnx',
      'encoder-epoch-99-avg-1-chunk-16-left-128.onnx',
      'decoder-x.onnx',
      'joiner-x.onnx',
      'tokens.txt',
    ],
    words: /for live speech/,
  },
])('a folder that contains $holds is refused with a message', ({ folder, names, words }) => {
  expect(() => modelFilesIn(folder, names)).toThrow(SpeechModelError);
  expect(() => modelFilesIn(folder, names)).toThrow(words);
});

test('sherpa-onnx gets absolute paths, under its own name for the family', () => {
  const files = modelFilesIn('sense-voice', ['model.onnx', 'tokens.txt']);
  expect(modelConfig('/models/sense-voice', files)).toMatchObject({
    senseVoice: { model: '/models/sense-voice/model.onnx' },
    tokens: '/models/sense-voice/tokens.txt',
  });
});
