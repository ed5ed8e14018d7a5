import { expect, test } from 'vitest';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import { aSequenceSession } from './testing/aSequenceSession.ts';
import { sequenceNow } from './sequenceView.ts';

test.for([
  ['nothing was lost', [], undefined],
  ['a gap came before it', [{ from: 100, to: 900 }], undefined],
  ['a gap is on', [{ from: 3_500, to: undefined }], 'interrupted'],
  ['a gap was on, and is over', [{ from: 3_500, to: 3_900 }], 'was-interrupted'],
] as const)(
  '[WIN5] a call is suggested while somebody is cut off, and not once they are back: %s',
  ([, gaps, told]) => {
    const session = { ...aSequenceSession('DC NC WARN NC CHAIR SEAT'), gaps };
    const banners = sequenceNow(session, PCIT, 10_000)?.banners;
    expect(banners?.filter((banner) => banner.endsWith('interrupted'))).toEqual(told === undefined ? [] : [told]);
  },
);
