import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aBorisProject, aligned, anEafDocument, referring, timeOrder } from './testing/aForeignFile.ts';
import { bytes, firstRecord, readText } from './testing/readText.ts';
import { readCodedFile } from './readCodedFile.ts';

function refusal(file: string | Uint8Array): string {
  const found = readCodedFile(typeof file === 'string' ? bytes(file) : file);
  return found.ok ? 'read' : found.error.message;
}

describe('a project of BORIS that others made', () => {
  test('has a record for each observation, point events, and the starts of state events, even nested ones', () => {
    const file = readText(
      aBorisProject({
        'Coder 1': [
          [11.2, 'mother', 'praise', 'labeled |loud', ''],
          [12, 'mother', 'play', '', ''],
          [13, 'child', 'play', '', ''],
          [14, 'mother', 'play', '', ''],
          [15, 'child', 'play', '', ''],
          [16, 'mother', 'play', ''],
        ],
        'Coder 2': [[1.0005, '', 'praise', '', 'words']],
        Empty: [],
      }),
    );
    expect(file.records.map(({ title, coder, of }) => [title, coder, of])).toEqual([
      ['Coder 1', 'Coder 1', 'other'],
      ['Coder 2', 'Coder 2', 'other'],
    ]);
    expect(firstRecord(file).events.map(({ at, subject, from, value }) => [at, subject, from, value])).toEqual([
      [11_200, 'mother', 'praise', 'labeled|loud'],
      [12_000, 'mother', 'play', ''],
      [13_000, 'child', 'play', ''],
      [16_000, 'mother', 'play', ''],
    ]);
  });

  test.for(['Session 3', 'A lab’s project'])(
    'says no session of ours as “%s”, and keeps an observation named Windows',
    (name) => {
      const text = aBorisProject({ Windows: [[1, 'mother', 'praise']], Lab: [[2, 'mother', 'praise']] });
      const file = readText(text.replace('A lab’s project', name));
      expect(file.sessionId).toBeUndefined();
      expect(file.windows).toEqual([]);
      expect(file.records.map(({ title, events }) => [title, events.length])).toEqual([
        ['Windows', 1],
        ['Lab', 1],
      ]);
    },
  );

  test('with an observation named as one of our records stays apart from them', () => {
    const file = readText(
      aBorisProject({
        'Noor, as given': [[1, '', 'praise']],
        Noor: [[2, '', 'praise']],
        'As reviewed': [[3, '', 'praise']],
      }),
    );
    expect(file.records.map(({ title, of }) => [title, of])).toEqual([
      ['Noor', 'given'],
      ['Noor (2)', 'other'],
      ['As reviewed', 'reviewed'],
    ]);
  });

  test.for([
    [null, 'without a time'],
    ['NA', 'without a time'],
    [1e300, 'without a time'],
  ] as const)('is refused for an event at %j', ([seconds, why]) => {
    expect(refusal(aBorisProject({ one: [[seconds, '', 'praise', '', '']] }))).toContain(why);
  });
});

describe('what another program’s file must not do silently', () => {
  const slots = (...values: readonly string[]) =>
    `<TIME_ORDER>${values.map((value, index) => `<TIME_SLOT TIME_SLOT_ID="ts${index + 1}" ${value}/>`).join('')}</TIME_ORDER>`;
  const tier = (inside: string) => `<TIER TIER_ID="codes" LINGUISTIC_TYPE_REF="c">${inside}</TIER>`;

  test.for(['', ' ', '0x10', '1e3', '-5', '+5', '1.5', ' 12', '１２', 'Infinity', '9'.repeat(16)])(
    'a time slot at “%s” is refused by its name',
    (value) => {
      const file = anEafDocument(
        slots(`TIME_VALUE="${value}"`, 'TIME_VALUE="2000"') + tier(aligned('a1', 'ts1', 'ts2', 'LP')),
      );
      expect(refusal(file)).toBe('has a time that is not a whole number of milliseconds, in the slot “ts1”.');
    },
  );

  test('two slots or two annotations of one id are refused by name', () => {
    const twice = `<TIME_ORDER>${'<TIME_SLOT TIME_SLOT_ID="ts1" TIME_VALUE="1000"/>'.repeat(2)}</TIME_ORDER>`;
    expect(refusal(anEafDocument(twice + tier(aligned('a1', 'ts1', 'ts1', 'LP'))))).toBe(
      'has two time slots with the id “ts1”.',
    );
    const two = tier(aligned('a1', 'ts1', 'ts2', 'LP')) + tier(aligned('a1', 'ts2', 'ts2', 'BD'));
    expect(refusal(anEafDocument(timeOrder([1_000, 2_000]) + two))).toBe('has two annotations with the id “a1”.');
  });

  test('a reserved name of an observation or a behavior is refused and named', () => {
    const project = aBorisProject(Object.fromEntries([['__proto__', [[1, '', 'praise']]] as const]));
    expect(refusal(project)).toBe('has an observation or a behavior named “__proto__”. Rename it in BORIS.');
    const behavior = aBorisProject({ one: [[1, '', 'praise']] }).replace('"0":', '"__proto__":');
    expect(refusal(behavior)).toContain('“__proto__”');
  });

  test('invisible characters, and those that change the direction of text, are removed from every word', () => {
    const boris = readText(aBorisProject({ 'One\u202e two': [[1, 'mo\u2066ther', 'pra\u200bise', 'lou\u202ed', '']] }));
    expect(firstRecord(boris)).toMatchObject({ title: 'One two', coder: 'One two' });
    expect(firstRecord(boris).events[0]).toMatchObject({ subject: 'mother', from: 'praise', value: 'loud' });
    const tiers = `<TIER TIER_ID="co\u202edes" LINGUISTIC_TYPE_REF="c">${aligned('a1', 'ts1', 'ts2', 'L\u2067P')}</TIER>`;
    const eaf = readText(anEafDocument(timeOrder([1_000, 2_000]) + tiers));
    expect(firstRecord(eaf).events[0]).toMatchObject({ from: 'codes', value: 'LP' });
  });
});

describe('a document of ELAN that others made', () => {
  const TIERS = `
    <TIER TIER_ID="utterances" LINGUISTIC_TYPE_REF="t" PARTICIPANT="mother" ANNOTATOR="Lab">
      ${aligned('a1', 'ts1', 'ts4', 'well &#100;one &amp; &lt;b&gt;')}
    </TIER>
    <TIER TIER_ID="codes" LINGUISTIC_TYPE_REF="c" PARENT_REF="utterances" ANNOTATOR="Lab">
      ${referring('a2', 'a1', 'praise')}${aligned('a3', 'ts2', 'ts3', 'LP')}
    </TIER>
    <TIER TIER_ID="empty" LINGUISTIC_TYPE_REF="c"/>`;

  test('has a record for each annotator; a reference has the time of its target, and a slot without a time lies between its neighbors', () => {
    const file = readText(anEafDocument(timeOrder([9_000, undefined, undefined, 12_000]) + TIERS));
    expect(file.records).toHaveLength(1);
    expect(firstRecord(file)).toMatchObject({ title: 'Lab', coder: 'Lab', of: 'other' });
    expect(firstRecord(file).events.map(({ at, subject, from, value }) => [at, subject, from, value])).toEqual([
      [9_000, 'mother', 'utterances', 'well done & <b>'],
      [9_000, '', 'codes', 'praise'],
      [10_000, '', 'codes', 'LP'],
    ]);
  });

  test.for([
    [
      'references that go round',
      timeOrder([]) + `<TIER TIER_ID="x">${referring('a1', 'a2', '')}${referring('a2', 'a1', '')}</TIER>`,
    ],
    ['a slot that is not there', timeOrder([1]) + `<TIER TIER_ID="x">${aligned('a1', 'ts1', 'ts9', '')}</TIER>`],
    [
      'a slot that nothing tells the time of',
      timeOrder([1, undefined]) + `<TIER TIER_ID="x">${aligned('a1', 'ts1', 'ts2', '')}</TIER>`,
    ],
  ] as const)('is refused for %s', ([, inside]) => {
    expect(refusal(anEafDocument(inside))).toContain('without a time, in the tier “x”');
  });
});

test('a document of ELAN with a numbered session names none of ours, and tiers named like our windows are a record', () => {
  const tier = `<TIER TIER_ID="Windows / 1" ANNOTATOR="Lab">${aligned('a1', 'ts1', 'ts2', 'cdi')}</TIER>`;
  const text = anEafDocument(timeOrder([1, 2]) + tier).replace(
    '<HEADER TIME_UNITS="milliseconds"/>',
    '<HEADER TIME_UNITS="milliseconds"><PROPERTY NAME="session">3</PROPERTY></HEADER>',
  );
  const file = readText(text);
  expect(file.sessionId).toBeUndefined();
  expect(file.windows).toEqual([]);
  expect(firstRecord(file).events).toMatchObject([{ from: 'Windows / 1', value: 'cdi' }]);
});

describe('a harmful or broken file', () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "yyyy"><!ENTITY z "&x;&x;&x;">]><ANNOTATION_DOCUMENT>&z;</ANNOTATION_DOCUMENT>`;
  test.for([
    ['entities that grow', bomb, 'DTD'],
    ['an element that is never closed', '<ANNOTATION_DOCUMENT><TIER>', 'is not XML'],
    ['elements deeper than any of ELAN', `${'<A>'.repeat(5_000)}${'</A>'.repeat(5_000)}`, 'XML that can be read'],
    ['lists deeper than any of BORIS', `${'['.repeat(200_000)}${']'.repeat(200_000)}`, ''],
    ['another document', '<html></html>', 'is not a readable document of ELAN'],
    ['another project', '{"behaviors_conf":1,"observations":{}}', 'behaviors_conf'],
    ['nothing', '', 'is neither JSON'],
    ['seconds for milliseconds', anEafDocument('').replace('milliseconds', 'NTSC-frames'), 'milliseconds'],
    ['no code at all', anEafDocument(timeOrder([])), 'no coded event'],
  ] as const)('is refused in words for %s', ([, text, why]) => {
    const said = refusal(text);
    expect(said).not.toBe('read');
    expect(said).toContain(why);
  });

  test.for([
    ['UTF-16', Buffer.from('\ufeff{"a":1}', 'utf16le')],
    ['Latin-1', Buffer.from('{"name":"Peña"}', 'latin1')],
    ['compressed', Buffer.from([0x1f, 0x8b, 8, 0])],
    ['8 MB', Buffer.alloc(8_000_001, ' ')],
  ] as const)('is refused by name: %s', ([name, content]) => {
    expect(refusal(content)).toContain(name);
  });

  test('a byte order mark is ignored', () => {
    expect(readText(`\ufeff${aBorisProject({ one: [[1, '', 'praise']] })}`).records).toHaveLength(1);
  });

  const word = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('__proto__', 'constructor', '\u0000', '\ud800', '<', '&amp;', '‮'),
  );
  test('any project is read or refused, with clean words and whole times', () => {
    const event = fc.tuple(fc.oneof(fc.double(), fc.integer(), word, fc.constant(null)), word, word, word, word);
    const observations = fc.dictionary(word, fc.array(event, { maxLength: 5 }), { maxKeys: 5 });
    fc.assert(
      fc.property(observations, (all) => {
        const found = readCodedFile(bytes(aBorisProject(all)));
        if (!found.ok || found.value.is !== 'file') return;
        const { records } = found.value.file;
        expect(new Set(records.map(({ title }) => title)).size).toBe(records.length);
        for (const { at, from, value, subject } of records.flatMap(({ events }) => events)) {
          expect(Number.isSafeInteger(at)).toBe(true);
          // eslint-disable-next-line no-control-regex -- what must not be there
          expect([from, value, subject].join('')).not.toMatch(/[\u0000-\u001f]|\p{Cs}/u);
        }
      }),
    );
  });

  test('a document that was cut off anywhere is never read in half', () => {
    const tier = `<TIER TIER_ID="a > b">${aligned('a1', 'ts1', 'ts2', '<![CDATA[<LP>]]>')}<!-- <TIER> --></TIER>`;
    const whole = anEafDocument(timeOrder([1, 2]) + tier);
    expect(firstRecord(readText(whole)).events).toMatchObject([{ from: 'a > b', value: '<LP>' }]);
    for (let length = 0; length < whole.length; length += 1) expect(refusal(whole.slice(0, length))).not.toBe('read');
  });

  test('bytes of any kind, and any JSON and XML, never make the reader throw', () => {
    const json = fc.json().map(bytes);
    const project = fc
      .record({ behaviors_conf: fc.jsonValue(), observations: fc.jsonValue(), project_name: fc.jsonValue() })
      .map((value) => bytes(JSON.stringify(value)));
    const xml = fc
      .array(
        fc.constantFrom(
          '<TIER TIER_ID="a">',
          '</TIER>',
          '<ANNOTATION>',
          '</ANNOTATION>',
          '&x;',
          'a',
          '<!--',
          '-->',
          '<![CDATA[',
          ']]>',
          '<a/>',
          '=',
        ),
      )
      .map((parts) => bytes(anEafDocument(parts.join(''))));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), json, project, xml), (content) => {
        expect(typeof readCodedFile(content).ok).toBe('boolean');
      }),
      { numRuns: 400 },
    );
  });
});
