/** Mono sound. Samples are from -1 to 1. */
export type Sound = { readonly rate: number; readonly samples: Float32Array };

const HEADER_BYTES = 44;
const LOUDEST = 32_767;

/** A WAV file of 16-bit samples. */
export function encodeWav({ rate, samples }: Sound): Buffer {
  const file = Buffer.alloc(HEADER_BYTES + samples.length * 2);
  file.write('RIFF', 0, 'ascii');
  file.writeUInt32LE(file.length - 8, 4);
  file.write('WAVEfmt ', 8, 'ascii');
  file.writeUInt32LE(16, 16); // length of the format
  file.writeUInt16LE(1, 20); // plain samples
  file.writeUInt16LE(1, 22); // channels
  file.writeUInt32LE(rate, 24);
  file.writeUInt32LE(rate * 2, 28); // bytes per second
  file.writeUInt16LE(2, 32); // bytes per sample
  file.writeUInt16LE(16, 34); // bits per sample
  file.write('data', 36, 'ascii');
  file.writeUInt32LE(samples.length * 2, 40);
  samples.forEach((sample, index) => {
    const clipped = Math.max(-1, Math.min(1, sample));
    file.writeInt16LE(Math.round(clipped * LOUDEST), HEADER_BYTES + index * 2);
  });
  return file;
}

/** Reads what `encodeWav` and espeak-ng write: mono with 16-bit samples. If the length is unknown, reads to the end. */
export function decodeWav(file: Buffer): Sound {
  if (file.readUInt16LE(22) !== 1 || file.readUInt16LE(34) !== 16) throw new Error('Not one channel of 16 bits');
  const start = file.indexOf('data', 36, 'ascii') + 8;
  const length = Math.min(file.readUInt32LE(start - 4), file.length - start);
  const samples = Float32Array.from(
    { length: Math.floor(length / 2) },
    (_, index) => file.readInt16LE(start + index * 2) / LOUDEST,
  );
  return { rate: file.readUInt32LE(24), samples };
}
