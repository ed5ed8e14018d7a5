import { COMMAND_SEQUENCE } from '../programs/pcit/commandSequence.ts';
import { clock, minutes, seconds } from './figures.ts';
import { rule, type RuleArea } from './rule.ts';
import { DPICS_3, DPICS_3_AND_TC, TRAINING_QUIZ } from './sources.ts';

const { clocks, escalation, lastCommandMs } = COMMAND_SEQUENCE;
const chair = clock(clocks.chairMs);
const quiet = seconds(clocks.quietMs);
const response = seconds(clocks.responseMs);

export const SEQUENCE: RuleArea = {
  title: 'Command sequences and time-out (SEQ)',
  note: 'Training material agrees closely on these steps, but it is not the protocol itself. Each clinic decides, with its trainer and its law, which of them it uses.',
  rules: [
    rule('SEQ1', ['sequence'], {
      says: `A command starts a sequence. The child has ${response} from its end to begin. Beginning in time is compliance and stops the clock. If nothing has begun by then, it is noncompliance, even after an “okay”. A new command within those ${response} leaves the first one without a fair chance and restarts the clock.`,
      source: DPICS_3_AND_TC,
      confidence: 'published',
    }),
    rule('SEQ2', ['sequence'], {
      says: `After compliance, labeled praise is due within ${seconds(clocks.praiseMs)}. The time starts again when the child is marked as having finished. Praise stays due until something else is coded. This time limit is ours.`,
      source: TRAINING_QUIZ,
      confidence: 'reported',
    }),
    rule('SEQ3', ['sequence'], {
      says: `After noncompliance comes one warning, which names the command and the chair. Then the child has ${response} again.`,
      source: TRAINING_QUIZ,
      confidence: 'reported',
    }),
    rule('SEQ4', ['sequence'], {
      says: `After a second noncompliance the child goes to the chair. The clock of the chair starts when the child sits and runs for ${chair}. It is never shortened for age.`,
      source: TRAINING_QUIZ,
      confidence: 'reported',
    }),
    rule('SEQ5', ['sequence'], {
      says: `After the ${chair} come ${quiet} of quiet. A noise restarts the quiet, but not the ${chair}.`,
      source: `${TRAINING_QUIZ}; what restarts is ours`,
      confidence: 'reported',
    }),
    rule('SEQ6', ['sequence'], {
      says: `Then the parent asks whether the child is ready to follow the original command, and waits ${seconds(clocks.readyMs)}. A refusal or an unclear answer restarts the chair in full. The length of the wait is ours. A release that came too early stays in the log and does not move the sequence. By PDI4 the chair was then not held correctly, unless the slip is undone.`,
      source: DPICS_3,
      confidence: 'reported',
    }),
    rule('SEQ7', ['sequence'], {
      says: `The child has left the chair when half of the body or more is off it. The first time, the parent gives a warning and the chair restarts in full. Later times lead to the back-up for ${clock(clocks.roomMs)} and ${quiet} of quiet, and then to the full chair again. The minute in the back-up is unconfirmed.`,
      source: TRAINING_QUIZ,
      confidence: 'reported',
    }),
    rule('SEQ8', ['sequence'], {
      says: 'The warning of the back-up is given once in a treatment, not once a session. It counts only if it was given under a signed back-up, if the child was brought back to the chair after it, and if the connection was up.',
      source: TRAINING_QUIZ,
      confidence: 'reported',
    }),
    rule('SEQ9', ['therapist', 'sequence'], {
      says: 'The back-up is a family’s own setting and needs a clinician’s signature; without it there is none. A broken house rule leads straight to the chair only if that setting says so. This is so even while praise, an acknowledgment or a second command is still due; the next code then decides that command. No door is ever locked. The parent’s lines follow what was signed and how the step was reached.',
      source: 'PCIT International’s position on time-out; the signature is ours',
      confidence: 'ours',
    }),
    rule('SEQ10', ['sequence'], {
      says: 'When the child is ready, the first command is repeated. Noncompliance leads back to the chair. Compliance gets a plain acknowledgment, then one more easy command, and warm labeled praise for following it. The second command is unconfirmed.',
      source: 'Steps of a published coding app, and trainers’ quizzes',
      confidence: 'reported',
    }),
    rule('SEQ11', ['sequence'], {
      says: `A sequence can be stopped at any moment, for safety, illness, distress or a disclosure. The stop is logged, and the command does not count. A session cannot end in the middle of a sequence unless its lead coach confirms it. The console advises against new commands in the last ${minutes(lastCommandMs)}.`,
    }),
    rule('SEQ12', ['sequence'], {
      says: `The clocks of a sequence are computed from the log, so a restart changes none of them. The console warns after ${minutes(escalation.procedureMs)} in one procedure, when the child has left the chair ${escalation.escapes} times, and after ${minutes(escalation.totalMs)} in total.`,
    }),
    rule('SEQ13', ['sequence'], {
      says: 'If a family’s record says that time-out is contraindicated, there is no time-out warning, no chair, no back-up and no house rule that leads to the chair. This takes effect at once, even in a running session. A refusal then ends the sequence: the parent lets it go, plays on, and later gives a small command that can succeed. The refused command does not count in follow-through. Setting or lifting a contraindication takes a reason, which the record keeps with the name and the day.',
    }),
  ],
};
