import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { build, type Plugin } from 'vite';

/** Packages with programs or files of their own, which they look for beside themselves. */
const NOT_BUNDLED = [
  ...['better-sqlite3', 'sherpa-onnx', '@ricky0123/vad-web'],
  ...['pdfkit', 'fontkit', 'pg-native', 'vite'],
];

/** How long files of an earlier build stay, in ms: a server that runs from it still starts threads from them. */
const KEPT_FOR_MS = 7 * 24 * 3_600_000;

/** `new URL('./someWorker.ts', import.meta.url)`: a thread or a process that is started from a file. */
const STARTED_FILE = /new URL\('\.\/(?<name>\w+)\.ts', import\.meta\.url\)/gu;

/**
 * Builds the server into `dist/server`, where `run.mjs` starts it and `cli.mjs` runs the terminal commands, with a file for
 * each thread and process that it starts. It then starts in a third of the time, because Node no longer looks for thousands of
 * files. Resolves to what it still imports from packages. Rejects if the build fails.
 */
export async function buildServer(root: string): Promise<readonly string[]> {
  const folder = join(root, 'dist/server');
  const fresh = join(root, `dist/server-${process.pid}`);
  const built = await build({
    configFile: false,
    root,
    logLevel: 'warn',
    plugins: [keepPlaces(root)],
    // CommonJS packages that are built in still read it. mediasoup looks for its program there, which the server names itself.
    define: { __dirname: 'import.meta.dirname' },
    ssr: { noExternal: true, external: NOT_BUNDLED },
    build: {
      ssr: true,
      outDir: fresh,
      copyPublicDir: false,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        input: { run: join(root, 'server/run.ts'), cli: join(root, 'server/cli/cli.ts') },
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
  await moveIn(fresh, folder);
  return [built].flat().flatMap((one) => ('output' in one ? one.output.flatMap(importsOf) : []));
}

type Output = Extract<Awaited<ReturnType<typeof build>>, { output: unknown }>['output'][number];

const importsOf = (file: Output) => (file.type === 'chunk' ? [...file.imports, ...file.dynamicImports] : []);

/** Code that says where it is still says the place of its source, where its data is. */
function keepPlaces(root: string): Plugin {
  return {
    name: 'keep-places',
    enforce: 'pre',
    transform(code, id) {
      if (!id.startsWith(join(root, 'server')) || !code.includes('import.meta')) return undefined;
      for (const { groups } of code.matchAll(STARTED_FILE)) {
        const name = groups?.['name'] ?? '';
        this.emitFile({ type: 'chunk', id: join(dirname(id), `${name}.ts`), fileName: `${name}.mjs` });
      }
      return code
        .replaceAll(STARTED_FILE, "new URL('./$<name>.mjs', import.meta.url)")
        .replaceAll('import.meta.dirname', `(import.meta.dirname + '/../../${relative(root, dirname(id))}')`);
    },
  };
}

/** Replaces what is there, the start of it last, so that whoever starts meanwhile finds one build or the other. */
async function moveIn(fresh: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const built = await readdir(fresh);
  const isEntry = (file: string) => file === 'run.mjs';
  for (const file of [...built.filter((one) => !isEntry(one)), ...built.filter(isEntry)]) {
    await rename(join(fresh, file), join(folder, file));
  }
  await rm(fresh, { recursive: true });
  const builtAt = (await stat(join(folder, 'run.mjs'))).mtimeMs;
  for (const file of await readdir(folder)) {
    const { mtimeMs } = await stat(join(folder, file));
    if (mtimeMs < builtAt - KEPT_FOR_MS) await rm(join(folder, file));
  }
}
