import { cpuUsage } from 'node:process';
import { describe, expect, test } from 'vitest';
import { growth, LINEAR } from '#shared/testing/growth.ts';
import { isEveryElementClosed } from './isEveryElementClosed.ts';

describe('whether every element is closed', () => {
  test.for([
    ['<a><b/></a>', true],
    ['<a x=">"><!-- < --><![CDATA[<b>]]><?x <?></a>', true],
    [`<a x='"'></a>`, true],
    ['<a><b></a></b>', false],
    ['<a', false],
    ['<a x="></a>', false],
    ['<a x="<"></a>', false],
    ['<!-- <a></a>', false],
    ['<a></a><', false],
    ['</a>', false],
  ] as const)('of %s', ([text, isClosed]) => {
    expect(isEveryElementClosed(text)).toBe(isClosed);
  });

  test.for(['<!--', '<![CDATA[', '<?', '<a', 'a', '<a "', '<a>', '<a/>', '"', "<a x='"])(
    'is found in time that grows no faster than a file of %s',
    (piece) => {
      const work = (size: number) => () =>
        isEveryElementClosed(`<${piece.repeat(size)}`) || isEveryElementClosed(piece.repeat(size));
      expect(growth(work, 2_000, cpuUsage)).toBeLessThan(LINEAR);
    },
  );
});
