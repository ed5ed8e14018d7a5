import { expect, test } from 'vitest';
import { NAMESPACES, textsOf } from './testing/textsOf.ts';

/** Numbers that texts may contain, by key, with the reason. All other numbers are filled in from a constant. */
const WRITTEN_OUT: Readonly<Record<string, string>> = {
  'planning.family.needBirthMonth': 'an example of how it is written',
  'families.dayDialog.needMinutes': 'the schema of the wire refuses more',
  'families.problems.lead': 'the ends of a scale',
  'families.problems.latest': 'the end of a scale',
  'families.problems.ratingHint': 'the ends of a scale',
  'families.problems.needRating': 'the ends of a scale',
  'families.objectives.targetShare': 'what a percent is',
  'families.objectives.needTarget': 'what a percent is',
  'review.player.back': 'how far a button goes',
  'review.player.forward': 'how far a button goes',
  'review.keys.lanes': 'how far a key goes',
  'review.keys.act.back': 'how far a key goes',
  'review.keys.act.forward': 'how far a key goes',
  'review.code.hint': 'how far a key goes',
  'review.lanes.keys': 'how far a key goes',
  'reliability.icc.agreementSays': 'a name of a statistic',
  'reliability.icc.consistencySays': 'a name of a statistic',
  'reliability.icc.interval': 'a name of a statistic',
  'family.moment.coding.text': 'said only of a window of five minutes',
  'family.moment.codingTask.text': 'situations that are watched take five minutes: the prose of programs is tested',
  'blindCoding.back': 'how far a button goes',
  'imports.offsetHint': 'an example of how it is written',
  'practice.rows.lead': 'how far a press goes',
  'exports.formats.fhir.what': 'the name of a standard',
};

const NUMBERS = /\d|\b(two|three|four|five|six|ten|half) (minutes?|seconds?|days?|weeks?|sessions?|a second)\b/;

test('a number in a text is filled in from the constant that it states, or says why it is written out', async () => {
  const written: string[] = [];
  for (const name of NAMESPACES) {
    for (const [key, text] of await textsOf(name)) {
      if (NUMBERS.test(text.replaceAll(/\{\{[^}]*\}\}/g, ''))) written.push(`${name}.${key}`);
    }
  }
  expect(written.filter((place) => WRITTEN_OUT[place] === undefined)).toEqual([]);
  expect(Object.keys(WRITTEN_OUT).filter((place) => !written.includes(place))).toEqual([]);
});
