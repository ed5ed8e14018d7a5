import { MAX_HEARD_DELAY_MS } from '../momentHeard.ts';
import { seconds } from './figures.ts';
import type { Judge } from './judges.ts';
import type { RuleArea } from './rule.ts';

const JUDGES: Readonly<Record<string, Judge>> = { CLK: 'clocks', LOG: 'log', SES: 'session', WIR: 'wire' };

const rule = (id: string, says: string) => {
  const judge = JUDGES[id.slice(0, 3)];
  if (judge === undefined) throw new Error(`Nothing judges ${id}.`);
  return { id, says, source: '', confidence: 'ours' as const, judgedBy: [judge] as const };
};

export const WORKINGS: RuleArea = {
  title: 'Time (CLK), the log (LOG), the session (SES), the wire (WIR)',
  note: '',
  rules: [
    rule(
      'CLK1',
      'A client knows session time by the fastest of several round trips; it is off by at most half of that.',
    ),
    rule(
      'CLK2',
      `A code is stamped with the moment that its coder had before them: the press less the delay of what was played, of the picture where the browser tells it, else of the sound, at most ${seconds(MAX_HEARD_DELAY_MS)}. Both times are kept.`,
    ),
    rule('LOG1', 'Facts are numbered from 1 without gaps and durable before they are acknowledged.'),
    rule('LOG2', 'A press that is sent again, by whichever window, is written once: it is told by its own id.'),
    rule(
      'LOG3',
      'A restart folds the log back into the same session; whoever was connected has left, and every voice is closed.',
    ),
    rule('LOG4', 'Unsent presses outlive the page, and go out by whichever window of the browser has a connection.'),
    rule(
      'LOG5',
      'A press that was made before the close is kept also when it comes in after it, for a day and until the record is signed off, from whoever had joined the session by then and has not been shown its codes since it was closed. An undo or a judgement must say when it was made. Of any other its coach is told which it was.',
    ),
    rule('SES1', 'The machine’s state and the phase that its facts fold to are one.'),
    rule('SES2', 'While coding there is no way for the lead coach to speak.'),
    rule('SES3', 'A session has one lead coach. The lead is handed over, or taken while the lead coach is away.'),
    rule('SES4', 'At most one window is unfinished, and only while coding.'),
    rule('SES5', 'Closed is closed: nothing but presses that were made before comes in later (LOG5).'),
    rule('SES6', 'A coding clock never runs backwards.'),
    rule('SES7', 'A window ends on time, also after a restart in the middle of it.'),
    rule(
      'SES8',
      'Somebody has left who said so: they went on to another page, or signed out. Of whoever is gone otherwise the connection is lost, and every screen says that and no more: a page that was closed and a network that is cut look alike.',
    ),
    rule(
      'SES9',
      'Session time counts from the lead coach’s coming: devices may knock before, even the evening before. The session’s day and its planned length count from its check-in. What is agreed for time-outs and the family’s level are looked at again when the lead coach comes, at check-in and whenever the family’s record changes, until something was coded.',
    ),
    rule('WIR1', 'The wire changes on purpose: a test pins it.'),
    rule('WIR2', 'No command carries an identity.'),
    rule(
      'WIR3',
      'What is unknown, of the wrong shape or too large is refused with a code of a closed list, and changes nothing.',
    ),
    rule('WIR4', 'One person may ask only so much, in all and of each command.'),
  ],
};
