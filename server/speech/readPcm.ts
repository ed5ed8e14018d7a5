const SAMPLE_BYTES = Float32Array.BYTES_PER_ELEMENT;

/** Bytes as 32-bit little-endian samples, however the pieces were cut. An incomplete sample at the end is dropped. */
export async function* readPcm(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Float32Array> {
  let rest = Buffer.alloc(0);
  for await (const piece of bytes) {
    const all = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    const whole = all.length - (all.length % SAMPLE_BYTES);
    if (whole > 0) yield samplesOf(all.subarray(0, whole));
    rest = Buffer.from(all.subarray(whole));
  }
}

/** A copy, because a pipe's buffer may begin at any address and a view of floats may not. */
function samplesOf(bytes: Uint8Array): Float32Array {
  const copy = new Uint8Array(bytes);
  return new Float32Array(copy.buffer, 0, copy.length / SAMPLE_BYTES);
}
