import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BARCODE, BARCODE_CELLS, cellCenters, decodeFrame, encodeFrame } from './frameBarcode.ts';

const anyFrame = fc.integer({ min: 0, max: 4095 });

test('every frame number comes back', () => {
  fc.assert(
    fc.property(anyFrame, (frame) => {
      expect(decodeFrame(encodeFrame(frame))).toBe(frame);
    }),
  );
});

test('one wrong cell anywhere makes it no bar code', () => {
  fc.assert(
    fc.property(anyFrame, fc.nat(BARCODE_CELLS - 1), (frame, wrong) => {
      const cells = encodeFrame(frame).map((cell, index) => (index === wrong ? !cell : cell));
      expect(decodeFrame(cells)).toBeUndefined();
    }),
  );
});

test('neither black nor white is a bar code', () => {
  expect(decodeFrame(Array.from({ length: BARCODE_CELLS }, () => false))).toBeUndefined();
  expect(decodeFrame(Array.from({ length: BARCODE_CELLS }, () => true))).toBeUndefined();
});

test('the cells lie within the picture, whatever its size', () => {
  for (const scale of [0.25, 0.5, 1, 2]) {
    const [width, height] = [BARCODE.width * scale, BARCODE.height * scale];
    for (const { x, y } of cellCenters(width, height)) {
      expect(x).toBeLessThan(width);
      expect(y).toBeLessThan(height);
    }
  }
});
