import { test as base } from '@playwright/test';
import { type Earshot, type StartOptions, startEarshot } from './earshot.ts';
import { expectCleanLog } from './logCanaries.ts';
import { invitePeople, type People } from './people.ts';

type Scene = { readonly earshot: Earshot; readonly people: People };

/**
 * A test with its own server and people. The people leave first, so that a failed test can take pictures. Whatever they
 * did, the server's log names nobody.
 */
export const test = base.extend<Scene & { scene: Scene; server: StartOptions }>({
  /** How the server is started. Set it with `test.use`. */
  server: [{}, { option: true }],
  scene: async ({ server }, use, story) => {
    let logged = '';
    const settings = { LOG_LEVEL: 'debug', ...server.settings };
    const earshot = await startEarshot({ ...server, settings, onLog: (text) => (logged += text) });
    try {
      const people = await invitePeople();
      await use({ earshot, people });
      const cookies = await people.cookies();
      await people.goodbye(story);
      expectCleanLog(logged, earshot, cookies);
    } finally {
      await earshot.stop();
      if (logged !== '') await story.attach('log', { body: logged, contentType: 'text/plain' });
    }
  },
  earshot: ({ scene }, use) => use(scene.earshot),
  people: ({ scene }, use) => use(scene.people),
});
