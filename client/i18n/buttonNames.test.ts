import { expect, test } from 'vitest';
import { NAMESPACES, textsOf } from './testing/textsOf.ts';

/** Sentences and headings whose key ends like that of a button's name. */
const NO_BUTTONS = ['measures.latestOf', 'meaningOf', 'attempts.noneOf', 'titleOf'];

// Whoever controls the page by voice says the words that they see.
test.for(NAMESPACES)(
  'the names of buttons in %s that say what they act on contain the words on the button',
  async (name) => {
    const texts = new Map(await textsOf(name));
    const lacking = [...texts].filter(([key, text]) => {
      const shown = texts.get(key.replace(/(?:Of|To)$/u, ''));
      return !NO_BUTTONS.includes(key) && shown !== undefined && !text.toLowerCase().includes(shown.toLowerCase());
    });
    expect(lacking).toEqual([]);
  },
);
