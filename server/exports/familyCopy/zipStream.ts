import { PassThrough, Readable } from 'node:stream';
import yazl from 'yazl';

/** A file of an archive. Its content is asked for when its turn comes, so that one is in memory at a time. */
export type ZipEntry = {
  readonly path: string;
  readonly read: () => Promise<string | AsyncIterable<Uint8Array>>;
  /** Films are compressed already. */
  readonly isFilm: boolean;
};

/** The bytes of an archive, made while they are read: nothing of it is ever on the disk. Fails if an entry does. */
export function zipStream(entries: readonly ZipEntry[], madeAt: Date): Readable {
  const zip = new yazl.ZipFile();
  const bytes = new PassThrough();
  zip.outputStream.pipe(bytes);
  zip.on('error', (error: Error) => bytes.destroy(error));
  for (const { path, read, isFilm } of entries) {
    zip.addReadStreamLazy(path, { mtime: madeAt, mode: 0o100600, compress: !isFilm }, (give) => {
      read().then(
        (content) => {
          const source = typeof content === 'string' ? [Buffer.from(content)] : content;
          const stream = Readable.from(source, { objectMode: false });
          // The library does not hear of a source that fails.
          stream.once('error', (error) => bytes.destroy(error));
          bytes.once('close', () => stream.destroy());
          give(null, stream);
        },
        (error: unknown) => give(error, Readable.from([])),
      );
    });
  }
  zip.end();
  return bytes;
}
