import { COMMAND_SEQUENCE } from '../programs/pcit/commandSequence.ts';
import { clock, minutes, seconds } from './figures.ts';
import type { RuleArea } from './rule.ts';
import { DPICS_3, DPICS_3_AND_TC, TRAINING_QUIZ } from './sources.ts';

const { clocks, escalation, lastCommandMs } = COMMAND_SEQUENCE;
const chair = clock(clocks.chairMs);
const quiet = seconds(clocks.quietMs);
const response = seconds(clocks.responseMs);

export const SEQUENCE: RuleArea = {
  title: 'Command sequences and time-out (SEQ)',
  note: 'Training material differs little in these steps, but it is not the protocol itself. A clinic decides with its trainer and its law what of this it uses.',
  rules: [
    {
      id: 'SEQ1',
      says: `A command opens a sequence, and the child has ${response} from its end to begin. Beginning in time is compliance and ends the clock; nothing begun by then, also after an “okay”, is noncompliance. A new command in those ${response} leaves the first without a fair chance and starts the clock again.`,
      source: DPICS_3_AND_TC,
      confidence: 'published',
      judgedBy: ['sequence'],
    },
    {
      id: 'SEQ2',
      says: `After compliance labeled praise is due within ${seconds(clocks.praiseMs)}, counted anew when the child is marked as having finished. It stays due until something else is coded. The window for it is ours.`,
      source: TRAINING_QUIZ,
      confidence: 'reported',
      judgedBy: ['sequence'],
    },
    {
      id: 'SEQ3',
      says: `After noncompliance comes one warning, which names the command and the chair, and ${response} again.`,
      source: TRAINING_QUIZ,
      confidence: 'reported',
      judgedBy: ['sequence'],
    },
    {
      id: 'SEQ4',
      says: `After a second noncompliance the child goes to the chair. Its clock runs from the moment the child sits, for ${chair}, never shortened for age.`,
      source: TRAINING_QUIZ,
      confidence: 'reported',
      judgedBy: ['sequence'],
    },
    {
      id: 'SEQ5',
      says: `After the ${chair} come ${quiet} of quiet. A noise starts the quiet again, and not the ${chair}.`,
      source: `${TRAINING_QUIZ}; what starts again is ours`,
      confidence: 'reported',
      judgedBy: ['sequence'],
    },
    {
      id: 'SEQ6',
      says: `Then the parent asks whether the child is ready to do what was first asked, and waits ${seconds(clocks.readyMs)}. A refusal or no clear answer starts the chair again in full. The wait is ours. A release given sooner stays in the log and does not move the sequence; by PDI4 the chair was not well held then, unless the slip is undone.`,
      source: DPICS_3,
      confidence: 'reported',
      judgedBy: ['sequence'],
    },
    {
      id: 'SEQ7',
      says: `Leaving the chair is half of the body or more off it. The first time brings a warning, and the chair again in full; later times the back-up for ${clock(clocks.roomMs)} and ${quiet} of quiet, then the chair again in full. The minute in the back-up is unconfirmed.`,
      source: TRAINING_QUIZ,
      confidence: 'reported',
      judgedBy: ['sequence'],
    },
    {
      id: 'SEQ8',
      says: 'The warning of the back-up is given once in a treatment, not once a session. Only a warning that was given counts: under a signed back-up, with the child brought back to the chair after it, and with the connection there.',
      source: TRAINING_QUIZ,
      confidence: 'reported',
      judgedBy: ['sequence'],
    },
    {
      id: 'SEQ9',
      says: 'The back-up is a family’s own setting and needs a clinician’s signature; until then there is none. House rules lead straight to the chair only where that setting says so, also while praise, an acknowledgement or a second command is still due; what is coded next then decides that command. No door is ever locked. What the parent is told to say follows what was signed, and how the step was reached.',
      source: 'PCIT International’s position on time-out; the signature is ours',
      confidence: 'ours',
      judgedBy: ['therapist', 'sequence'],
    },
    {
      id: 'SEQ10',
      says: 'Ready, the child gets the first command again. Noncompliance leads back to the chair. Compliance gets a plain acknowledgement, then one more easy command, and warm labeled praise for that. The second command is unconfirmed.',
      source: 'Steps of a published coding app, and trainers’ quizzes',
      confidence: 'reported',
      judgedBy: ['sequence'],
    },
    {
      id: 'SEQ11',
      says: `A sequence can be stopped at any moment, for safety, illness, distress or a disclosure; it is logged and counted nowhere. A session does not end in the middle of a sequence unless its lead coach says so, and a new command is advised against in the last ${minutes(lastCommandMs)}.`,
      source: '',
      confidence: 'ours',
      judgedBy: ['sequence'],
    },
    {
      id: 'SEQ12',
      says: `The clocks of a sequence follow from the log, so a restart changes none of them. The console speaks up after ${minutes(escalation.procedureMs)} in one procedure, with time ${escalation.escapes} off the chair, and after ${minutes(escalation.totalMs)} in all.`,
      source: '',
      confidence: 'ours',
      judgedBy: ['sequence'],
    },
    {
      id: 'SEQ13',
      says: 'Where a family’s record says that time-out is contraindicated, there is no warning of it, no chair, no back-up and no house rule that leads there, from that moment on and in a session that is running. A refusal then ends what is due: the parent lets it go, plays on, and gives a small command that can succeed. Such a command counts in no follow-through. Setting it and lifting it take a reason, which the record keeps with the name and the day.',
      source: '',
      confidence: 'ours',
      judgedBy: ['sequence'],
    },
  ],
};
