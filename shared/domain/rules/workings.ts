import { MAX_HEARD_DELAY_MS } from '../momentHeard.ts';
import { seconds } from './figures.ts';
import { rule, type RuleArea } from './rule.ts';

export const WORKINGS: RuleArea = {
  title: 'Time (CLK), the log (LOG), the session (SES), the wire (WIR)',
  rules: [
    rule('CLK1', ['clocks'], {
      says: 'A client estimates session time from the fastest of several round trips. The error is at most half of that round trip.',
    }),
    rule('CLK2', ['clocks'], {
      says: `A code is stamped with the moment that its coder was watching: the time of the press minus the playback delay. This is the delay of the picture if the browser reports it, otherwise of the sound, at most ${seconds(MAX_HEARD_DELAY_MS)}. Both times are kept.`,
    }),
    rule('LOG1', ['log'], {
      says: 'Facts are numbered from 1 without gaps, and are durable before they are acknowledged.',
    }),
    rule('LOG2', ['log'], {
      says: 'A press is recognized by its own id. It is written once, even if it is sent again or by another window.',
    }),
    rule('LOG3', ['log'], {
      says: 'A restart folds the log back into the same session. Everybody who was connected has left, and every microphone is off.',
    }),
    rule('LOG4', ['log'], {
      says: 'Unsent presses outlive the page. Any window of the browser with a connection can send them.',
    }),
    rule('LOG5', ['log'], {
      says: 'A press that was made before the close is also kept if it arrives later: for one day, and until the record is signed off. Its coder must have joined the session before the close and not have seen its codes since. An undo or a judgment must say when it was made. If a press is refused, its coach learns which one it was.',
    }),
    rule('SES1', ['session'], { says: 'The machine’s state always equals the phase that its facts fold to.' }),
    rule('SES2', ['session'], { says: 'The lead coach cannot speak while coding.' }),
    rule('SES3', ['session'], {
      says: 'A session has one lead coach. The lead is handed over, or taken while the lead coach is away.',
    }),
    rule('SES4', ['session'], { says: 'At most one window is unfinished, and only while coding.' }),
    rule('SES5', ['session'], {
      says: 'A closed session accepts only presses that were made before the close (LOG5).',
    }),
    rule('SES6', ['session'], { says: 'A coding clock never runs backwards.' }),
    rule('SES7', ['session'], { says: 'A window ends on time, even if the server restarts in the middle of it.' }),
    rule('SES8', ['session'], {
      says: 'A person has left only if they said so: they went to another page or signed out. In any other case their connection is lost, and every screen says only that. A closed page and a cut network look the same.',
    }),
    rule('SES9', ['session'], {
      says: 'Session time starts when the lead coach arrives. Devices can ask to join earlier, even the evening before. The session’s day and its planned length start at check-in. The agreement on time-outs and the family’s level are read again when the lead coach arrives, at check-in, and whenever the family’s record changes, until something was coded.',
    }),
    rule('WIR1', ['wire'], { says: 'The wire changes only on purpose; a snapshot test pins it.' }),
    rule('WIR2', ['wire'], { says: 'No command carries the sender’s identity.' }),
    rule('WIR3', ['wire'], {
      says: 'An unknown, malformed or oversized message is refused with a code from a closed list, and changes nothing.',
    }),
    rule('WIR4', ['wire'], { says: 'Each person has a limit on all their commands together and on each command.' }),
    rule('WIR5', ['wire'], {
      says: 'Connections are limited before anything is looked up for them: for each address, how many it holds and how often it tries; for each person or device, how many they hold; for each connection, what it sends. One that is refused, that does not join within a few seconds or that sends too much is cut off. The address is the client’s own; behind a proxy, it is taken only from proxies that the clinic named.',
    }),
    rule('WIR6', ['wire'], {
      says: 'Each route names how often it may be asked. Whoever is signed in is counted by their account, so that a clinic behind one address is never one asker; anybody else by their address. Of what opens many rows or a whole log, a few requests of one asker are answered at a time, and the others wait in line; before each of those, what others sent is read. What is too much is refused with the time to wait, and nothing is done.',
    }),
    rule('WIR7', ['wire'], {
      says: 'Refused requests and messages are counted by network and by reason: above a limit, from another site, malformed, or unencrypted. Once a minute the log gets one line for each network, and one for all beyond the first hundred.',
    }),
    rule('WIR8', ['wire'], {
      says: 'From another machine, requests and connections come by https. Without it they are taken only from this machine, and from proxies that the clinic named.',
    }),
  ],
};
