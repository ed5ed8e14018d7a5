import { FONT_PACKAGES } from '#server/exports/pdf/fontPackages.ts';
import type { Taken } from './copyPackages.ts';

const everything: Taken = () => true;

/** These files, and the folders that lead to them. */
const only =
  (...files: readonly string[]): Taken =>
  (path) =>
    files.some((file) => file === path || file.startsWith(`${path}/`) || path.startsWith(`${file}/`));

/** The fonts of the two weights of a page. */
const fontFiles: Taken = (path) => ['unicode.json', 'files'].includes(path) || /-(400|700)-normal\.woff$/u.test(path);

/** The packages that a built server still needs, with what it needs of them. A test compares them with what it imports. */
export function neededPackages({ platform, arch }: Pick<NodeJS.Process, 'platform' | 'arch'>): Record<string, Taken> {
  return {
    'better-sqlite3': only('lib', `prebuilds/${platform}-${arch}.node`),
    pdfkit: only('js'),
    fontkit: everything,
    'sherpa-onnx': everything,
    '@ricky0123/vad-web': (path) => !/bundle|legacy/u.test(path),
    'onnxruntime-web': only(
      'dist/ort.wasm.min.js',
      'dist/ort-wasm-simd-threaded.mjs',
      'dist/ort-wasm-simd-threaded.wasm',
    ),
    ...Object.fromEntries(FONT_PACKAGES.map((name) => [`@fontsource/${name}`, fontFiles])),
  };
}
