import { expect } from '@playwright/test';
import { test } from '../story.ts';
import { lookAtEmptyClinic, SILENT_PROVIDER } from './emptyClinic.ts';
import { lookAtFamilyPages } from './familyPages.ts';
import { createGallery, type Journey } from './look.ts';
import { playSession } from './liveSession.ts';
import { lookAtClinicPages } from './clinicPages.ts';
import { reviewSession } from './recordedSession.ts';
import { playTwoCaregivers } from './twoCaregivers.ts';

/** Each journey visits many states with one server and the same browsers. All faults are reported at its end. */
function look(name: string, journey: Journey): void {
  test(name, async ({ earshot, people }) => {
    const gallery = createGallery();
    await journey(earshot, people, gallery).catch((error: unknown) => gallery.miss(name, error));
    expect(gallery.faults).toEqual([]);
  });
}

test.use({ server: { movable: true } });
test.setTimeout(1_800_000);
// A state that cannot be reached ends its journey soon.
test.use({ actionTimeout: 60_000 });

look('screens: two caregivers with long names, on one phone', playTwoCaregivers);

// The whole gallery takes too long for `npm test`, which skips this tag.
test.describe('the whole gallery', { tag: '@gallery' }, () => {
  look('screens: the clinic', lookAtClinicPages);
  look('screens: a session, for everyone in it', playSession);
  look('screens: a recorded session, afterwards', reviewSession);
  look('screens: the family', lookAtFamilyPages);

  test.describe(() => {
    test.use({ server: { movable: true, isEmpty: true, settings: SILENT_PROVIDER } });
    look('screens: a new clinic', lookAtEmptyClinic);
  });
});
