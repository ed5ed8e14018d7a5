import { test as base } from '@playwright/test';
import { type Earshot, type StartOptions, startEarshot } from './earshot.ts';
import { invitePeople, type People } from './people.ts';

type Scene = { readonly earshot: Earshot; readonly people: People };

/** A test with its own server and people. The people leave first, so that a failed test can take pictures. */
export const test = base.extend<Scene & { scene: Scene; server: StartOptions }>({
  /** How the server is started. Set it with `test.use`. */
  server: [{}, { option: true }],
  scene: async ({ server }, use, story) => {
    const earshot = await startEarshot(server);
    try {
      const people = await invitePeople();
      await use({ earshot, people });
      await people.goodbye(story);
    } finally {
      await earshot.stop();
    }
  },
  earshot: ({ scene }, use) => use(scene.earshot),
  people: ({ scene }, use) => use(scene.people),
});
