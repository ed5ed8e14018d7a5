import { SpeechModelError } from '../speechToText.ts';

/** A model's files and its family, by the names that sherpa-onnx uses. Paths are relative to the folder. */
export type ModelFiles =
  | { readonly family: 'whisper'; readonly encoder: string; readonly decoder: string; readonly tokens: string }
  | {
      readonly family: 'transducer';
      readonly encoder: string;
      readonly decoder: string;
      readonly joiner: string;
      readonly tokens: string;
    }
  | {
      readonly family: 'moonshine';
      readonly preprocessor: string;
      readonly encoder: string;
      readonly uncachedDecoder: string;
      readonly cachedDecoder: string;
      readonly tokens: string;
    }
  | { readonly family: 'paraformer' | 'sense-voice'; readonly model: string; readonly tokens: string };

/** What a folder must contain, for the messages. */
const KNOWN =
  'Known are Whisper (encoder, decoder), zipformer (encoder, decoder, joiner), Moonshine (preprocess, encode, uncached_decode, cached_decode), ' +
  'and Paraformer or SenseVoice (model.onnx in a folder that keeps the name it was published under), each with its tokens.txt.';

/**
 * The model in a folder, by its name and the names of its files. Throws `SpeechModelError` if that is not clear,
 * because a model taken for another would write nonsense into a record.
 */
export function modelFilesIn(folderName: string, names: readonly string[]): ModelFiles {
  const find = (pattern: RegExp) => smallest(names.filter((name) => name.endsWith('.onnx') && pattern.test(name)));
  const tokens = names.find((name) => /(^|-)tokens\.txt$/.test(name));
  const encoder = find(/(^|-)encoder([-.]|$)/);
  const decoder = find(/(^|-)decoder([-.]|$)/);
  const joiner = find(/(^|-)joiner([-.]|$)/);
  const moonshine = [/^preprocess\b/, /^encode\b/, /^uncached_decode\b/, /^cached_decode\b/].map(find);
  const model = find(/^model([-.]|$)/);

  if (!names.some((name) => name.endsWith('.onnx')))
    throw new SpeechModelError(`It does not contain a model. ${KNOWN}`);
  if (tokens === undefined) throw new SpeechModelError('It contains a model without its tokens.txt.');
  if (encoder !== undefined && decoder !== undefined) {
    if (encoder.includes('-chunk-')) {
      throw new SpeechModelError('Its model is for live speech (streaming). A recording needs one that is not.');
    }
    return joiner === undefined
      ? { family: 'whisper', encoder, decoder, tokens }
      : { family: 'transducer', encoder, decoder, joiner, tokens };
  }
  const [preprocessor, encode, uncachedDecoder, cachedDecoder] = moonshine;
  if (preprocessor && encode && uncachedDecoder && cachedDecoder) {
    return { family: 'moonshine', preprocessor, encoder: encode, uncachedDecoder, cachedDecoder, tokens };
  }
  const family = familyNamed(folderName);
  if (model !== undefined && family !== undefined) return { family, model, tokens };
  throw new SpeechModelError(`Its files are not those of a model that Earshot knows. ${KNOWN}`);
}

/** The quantized file if there are two: it is as good as the other and a quarter of its size. */
function smallest(names: readonly string[]): string | undefined {
  return names.find((name) => name.includes('.int8.')) ?? names[0];
}

/** Two families have the same file names; only the folder's own name distinguishes them. */
function familyNamed(folderName: string): 'paraformer' | 'sense-voice' | undefined {
  if (/sense-?voice/i.test(folderName)) return 'sense-voice';
  return /paraformer/i.test(folderName) ? 'paraformer' : undefined;
}
