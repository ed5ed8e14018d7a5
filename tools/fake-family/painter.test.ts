import { expect, test } from 'vitest';
import { readFrame } from './frameBarcode.ts';
import { clockText, createPainter } from './painter.ts';

test('the number of the frame can be read off the picture', () => {
  const paint = createPainter();
  for (const frame of [0, 1, 451, 899]) {
    const { width, height, pixels } = paint({ frame, ms: frame * 66, talking: { parent: 0, child: 1 } });
    expect(readFrame(width, height, (x, y) => pixels[(y * width + x) * 3] ?? 0)).toBe(frame);
  }
});

test.for([
  [0, '00:00.0'],
  [37_466, '00:37.4'],
  [65_999, '01:05.9'],
] as const)('%i ms is shown as %s', ([ms, text]) => {
  expect(clockText(ms)).toBe(text);
});
