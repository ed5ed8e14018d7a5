/** What the fake family says, in turns of ten seconds. Codes follow DPICS; the child's lines have none. */
export type Line = {
  readonly who: 'parent' | 'child';
  readonly text: string;
  readonly code: ParentCode | null;
};

export type ParentCode = 'LP' | 'UP' | 'BD' | 'RF' | 'TA' | 'QU' | 'DC' | 'IC' | 'NTA';

export const parent = (code: ParentCode, text: string): Line => ({ who: 'parent', text, code });
export const child = (text: string): Line => ({ who: 'child', text, code: null });

export const TURN_MS = 10_000;

export const TURNS: readonly (readonly Line[])[] = [
  [
    child('I want the red one.'),
    parent('RF', 'You want the red one.'),
    parent('BD', 'You put it down first.'),
    child('It is the bottom.'),
    parent('RF', 'It is the bottom of your tower.'),
    parent('LP', 'I love how gently you build.'),
  ],
  [
    parent('BD', 'You picked up the blue block.'),
    child('On top!'),
    parent('RF', 'Right on top.'),
    parent('UP', 'Lovely!'),
    parent('TA', 'I will build one too.'),
    child('Yours is small.'),
    parent('RF', 'Mine is small so far.'),
  ],
  [
    parent('QU', 'What comes next?'),
    child('Yellow.'),
    parent('RF', 'Yellow comes next.'),
    parent('BD', 'You lined up the edges.'),
    parent('LP', 'Great job waiting for my turn.'),
    child('Now you.'),
    parent('TA', 'Here goes mine.'),
  ],
  [
    parent('TA', 'Your green one goes up high.'),
    child('Higher than me!'),
    parent('RF', 'Higher than you!'),
    parent('DC', 'Hand me the orange one, please.'),
    child('Here.'),
    parent('LP', 'Thank you for sharing so fast.'),
    parent('TA', 'Orange fits well.'),
  ],
  [
    child('Last one.'),
    parent('RF', 'The very last one.'),
    parent('NTA', 'No, not like that.'),
    parent('BD', 'You hold it with both hands.'),
    child('It wobbles!'),
    parent('RF', 'It wobbles a bit.'),
    parent('LP', 'Nice job keeping calm.'),
  ],
  [
    child('Five blocks!'),
    parent('RF', 'Five whole blocks!'),
    parent('IC', 'How about a new one?'),
    child('Crash!'),
    parent('BD', 'You made it all come down.'),
    parent('UP', 'Well done.'),
    parent('LP', 'Good idea to tidy them up.'),
  ],
];

export const FAMILY_MS = TURNS.length * TURN_MS;
