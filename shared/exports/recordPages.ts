import { clinicClock } from '#shared/domain/clinicDay.ts';
import { counted } from '#shared/domain/counted.ts';
import { skillToCoach } from '#shared/domain/coaching/skillToCoach.ts';
import { answersNotCoded } from '#shared/domain/scoring/scoreCommands.ts';
import { ASSESSABLE_MS } from '#shared/domain/codingWindow.ts';
import { whyNotAssessable } from '#shared/domain/scoring/whyNotAssessable.ts';
import type { TreatmentPhase } from '#shared/domain/programs/treatmentPhase.ts';
import { figureTexts, metText, percentText } from '#shared/domain/criterionFigures.ts';
import { gapWords } from '#shared/domain/gapCauses.ts';
import { findRule } from '#shared/domain/rules/findRule.ts';
import { findLevel } from '#shared/domain/programs/level.ts';
import { codesIn, findTreatmentPhase } from '#shared/domain/programs/program.ts';
import { fidelityShare } from '#shared/domain/supervision/fidelity.ts';
import type { SessionReport } from '#shared/protocol/http/report.ts';
import { begunOn } from '#shared/session/beginning.ts';
import { reportSession } from '#shared/session/sessionReport.ts';
import { clockText as clock, spanText } from './clockText.ts';
import { agreementText, byName, exportedAgreements } from './exportedAgreements.ts';
import { type ExportedCode, exportedCoders, exportedCodes, nameOf } from './exportedCodes.ts';
import { closedAt, dayOfSession, instantOf, type ExportScene, isLong } from '#shared/session/exportScene.ts';
import { recordingFileName } from './exportTable.ts';
import { plainLine } from './plainLine.ts';
import { contraindicationRemarks, sessionNotes } from './sessionRemarks.ts';

/** One block of the report for the record, from top to bottom. The drawing code decides how it looks. */
export type PageBlock =
  | { readonly is: 'title' | 'heading' | 'line' | 'note'; readonly text: string }
  | { readonly is: 'row'; readonly cells: readonly string[]; readonly isHead: boolean };

type WindowReport = SessionReport['windows'][number];

/** For the record: the session, each window with its counts, criteria and their sources, and changes of a review. */
export function recordPages(scene: ExportScene): readonly PageBlock[] {
  const report = reportSession(scene.sessionId, scene.state, scene.program, closedAt(scene.state));
  const coded = exportedCodes(scene);
  return [
    ...headOf(scene),
    ...report.windows.flatMap((window) => windowPages(window, scene)),
    ...outsidePages(report.countsOutside, scene),
    ...nextPages(report.windows),
    ...correctionPages(coded, scene),
    ...secondCodingPages(scene),
    ...agreementPages(scene),
    ...notePages(scene),
    ...fidelityPages(scene),
    ...signOffPages(scene),
  ];
}

const title = (text: string): PageBlock => ({ is: 'title', text: plainLine(text) });
const heading = (text: string): PageBlock => ({ is: 'heading', text: plainLine(text) });
const line = (text: string): PageBlock => ({ is: 'line', text: plainLine(text) });
const note = (text: string): PageBlock => ({ is: 'note', text: plainLine(text) });
const row = (...cells: readonly string[]): PageBlock => ({ is: 'row', cells: cells.map(plainLine), isHead: false });
const head = (...cells: readonly string[]): PageBlock => ({ is: 'row', cells, isHead: true });

function headOf(scene: ExportScene): readonly PageBlock[] {
  const { sessionId, state, program, therapistName, childInitials, timeZone } = scene;
  const stage = program.course.find(({ id }) => id === state.stage);
  const level = findLevel(program, state.level);
  return [
    title(`Session report: ${isolated(state.familyName)}`),
    line(`Date: ${dayOfSession(scene)}, started ${clinicClock(begunOn(state), timeZone).slice(11, 16)} (${timeZone})`),
    line(
      `Child: ${childInitials || 'not recorded'}. Caregivers: ${state.caregivers.map(({ name }) => isolated(name)).join(', ')}`,
    ),
    line(`Therapist: ${isolated(therapistName)}`),
    line(`Program: ${program.name}, ${program.version}${state.edits ? ', with the clinic’s own changes' : ''}`),
    ...(stage ? [line(`Stage of the course: ${stage.name}`)] : []),
    ...(level ? [line(`Level: ${level.name}`)] : []),
    ...contraindicationRemarks(scene, isolated).map(({ text }) => line(text)),
    note(`Session ${sessionId}`),
    ...recordingLines(scene),
    ...(state.windows.length === 0 ? [line('No window was coded in this session.')] : []),
  ];
}

/** The name of its file, and how its times match the session's. Rule RCD8. */
function recordingLines(scene: ExportScene): readonly PageBlock[] {
  const { recording } = scene;
  if (recording === undefined) return [];
  const spans = (has: readonly (readonly [number, number])[]) =>
    has.map(([from, to]) => spanText(from, to)).join(', ') || 'nothing';
  const tracks = recording.tracks.map(({ track, has }) => `${TRACKS[track]} ${spans(has)}`).join('; ');
  return [
    line(
      `Recording: ${recordingFileName(scene)}, ${clock(recording.durationMs)} long. Its time is the session’s: 0:00 is when the session began. Recorded: ${tracks}.`,
    ),
  ];
}

const TRACKS = { 'room-video': 'picture', 'room-audio': 'sound', 'coach-voice': 'coach’s voice' };

/** How far a window can be trusted, and why it does not count. Rules WIN4, WIN5. */
function standingOf({ standing, voidWhy, gaps }: WindowReport): string {
  if (standing === 'sound') return 'sound';
  if (standing === 'flagged') return `flagged: ${gapWords(gaps)} for a while`;
  return voidWhy === null
    ? `void, does not count: ${gapWords(gaps)} for too long, or too often`
    : 'void, does not count';
}

function windowPages(window: WindowReport, { program }: ExportScene): readonly PageBlock[] {
  const phase = findTreatmentPhase(program, window.kind);
  const counted = codesIn(program, 'parent').map(({ code, name }) =>
    row(`${code} · ${name}`, String(window.counts[code] ?? 0)),
  );
  const judged = [...window.criteria, ...window.goals];
  const ratings = (phase?.ratings ?? []).flatMap(({ id, label }) => {
    const value = window.ratings[id];
    return value === undefined ? [] : [line(`${label}: ${value}`)];
  });
  const stops = window.stops
    .filter(isLong)
    .map((stop) => `${stop.why === 'gap' ? gapWords([stop.causes]) : stop.why} ${spanText(stop.from, stop.to)}`)
    .join('; ');
  return [
    heading(`${phase?.name ?? window.kind}: ${isolated(window.caregiver.name)}`),
    line(`From ${clock(window.from)} of the session; ${clock(window.codedMs)} coded. Standing: ${standingOf(window)}.`),
    ...(window.voidWhy === null ? [] : [line(`Why: ${window.voidWhy}`)]),
    ...(stops === '' ? [] : [line(`The clock was paused: ${stops}.`)]),
    line(verdictOf(window, phase)),
    head('Code', 'Count'),
    ...counted,
    ...(judged.length === 0 ? [] : [head('Criterion', 'Goal', 'Found', 'Met')]),
    ...judged.flatMap((criterion) => {
      const { rule, label, bound } = criterion;
      const { actual, goal } = figureTexts(criterion);
      const source = findRule(rule)?.source ?? '';
      return [
        row(`${rule} · ${label}`, `${bound} ${goal}`, actual ?? '–', metText(criterion)),
        ...(source === '' ? [] : [note(`${rule}: ${source}`)]),
      ];
    }),
    ...commandPages(window),
    ...(window.ratios.length === 0 ? [] : [head('Other ratios', 'Share')]),
    ...window.ratios.map(({ label, value }) => row(label, value === null ? '–' : percentText(value))),
    ...ratings,
  ];
}

/** The parent's codes outside every window, which are in no figure above. Rule WIN2. */
function outsidePages(counts: SessionReport['countsOutside'], { program }: ExportScene): readonly PageBlock[] {
  const said = codesIn(program, 'parent').flatMap(({ code, name }) => {
    const count = counts[code] ?? 0;
    return count === 0 ? [] : [`${code} · ${name} ${count}`];
  });
  return said.length === 0 ? [] : [heading('Coded outside all windows, and not in any figure'), line(said.join('; '))];
}

/** What to coach each caregiver next. Rule NXT1. */
function nextPages(windows: readonly WindowReport[]): readonly PageBlock[] {
  const byCaregiver = Map.groupBy(windows, ({ caregiver }) => caregiver.caregiverId);
  const lines = [...byCaregiver.values()].flatMap((own) => {
    const skill = skillToCoach(own);
    return skill === undefined ? [] : [line(`${isolated(own[0]?.caregiver.name ?? '')}: ${skill.label}`)];
  });
  return lines.length === 0 ? [] : [heading('To coach and practice next'), ...lines];
}

function commandPages({ commands: figures, outcomes }: WindowReport): readonly PageBlock[] {
  if (figures === null) return [];
  const share = (part: number, whole: number, of: number | null) =>
    of === null ? '–' : `${part} of ${whole}, ${percentText(of)}`;
  return [
    head('Commands', 'Count'),
    row('Commands', String(figures.commands)),
    row('Direct', String(figures.directCommands)),
    row('The child’s answer was not coded', String(answersNotCoded(outcomes))),
    row('Effective', share(figures.effective, figures.commands, figures.pctEffective)),
    row('Followed through correctly', share(figures.followUpCorrect, figures.followUpDue, figures.pctFollowThrough)),
  ];
}

/** The verdict on the window; if it cannot be assessed, why. Rules WIN1, WIN5, PDI5, ANS2. */
function verdictOf(window: WindowReport, phase: TreatmentPhase | undefined): string {
  const { mastered, isMastery, criteria, codedMs, commands } = window;
  const { codedMs: neededMs, directCommands } = phase?.assessable ?? { codedMs: ASSESSABLE_MS, directCommands: 0 };
  switch (whyNotAssessable(window, neededMs)) {
    case 'void':
      return 'The window cannot be assessed: it is void.';
    case 'nothing came up':
      return 'The window cannot be assessed: nothing happened that its goals could be judged by.';
    case 'too short':
      return `The window cannot be assessed: ${clock(codedMs)} was coded, and ${clock(neededMs)} is needed.`;
    case 'too few commands':
      return `The window cannot be assessed: ${counted(commands?.directCommands ?? 0, 'direct command was', 'direct commands were')} given, and ${directCommands} are needed.`;
    case undefined:
      break;
  }
  if (criteria.length === 0) return 'Counts only: this phase has no criteria.';
  if (!isMastery) return mastered ? 'The practice goals are met.' : 'The practice goals are not all met.';
  return mastered ? 'Mastered.' : 'Not mastered.';
}

function correctionPages(codes: readonly ExportedCode[], { state }: ExportScene): readonly PageBlock[] {
  const changed = codes.filter(({ corrected, added }) => corrected || added);
  const undone = codes.filter((code) => code.undone && code.coder.source === 'live').length;
  if (changed.length === 0 && undone === 0) return [];
  return [
    heading('Corrections'),
    ...(undone === 0 ? [] : [line(`Undone by the coder: ${undone}.`)]),
    ...changed.map(({ at, given, code, coder, stands, added, reason, id }) => {
      const correction = state.codes.find(({ codeId }) => codeId === id)?.correction;
      const isAdded = added && code === given;
      const by = isAdded ? coder.participantId : correction?.by;
      const who = by === undefined || by === 'server' ? '' : ` (${isolated(nameOf(state, by))})`;
      const what = isAdded ? `${code} added` : `${given} changed to ${stands ? code : 'nothing: never said'}`;
      return line(`${clock(at)}  ${what}${who}: ${reason ?? ''}`);
    }),
  ];
}

function secondCodingPages({ state }: ExportScene): readonly PageBlock[] {
  const again = exportedCoders(state).filter(({ source }) => source !== 'live');
  if (again.length === 0) return [];
  return [
    heading('Second codings'),
    ...again.map(({ recordId, name, source, independent }) => {
      const coding = state.review.codings.find(({ codingId }) => codingId === recordId);
      const kind = state.windows.find(({ windowId }) => windowId === coding?.windowId)?.kind ?? '';
      const count = coding?.codes.filter(({ undone }) => !undone).length ?? 0;
      return line(
        `${isolated(name)}, ${source}, ${kind}: ${counted(count, 'code')}, ${independent ? 'independent' : 'not independent'}.`,
      );
    }),
  ];
}

/** How the coders of a window agree, with what was compared. Rule REL9. */
function agreementPages(scene: ExportScene): readonly PageBlock[] {
  const agreements = exportedAgreements(scene);
  if (agreements.length === 0) return [];
  const texts = agreements.map((one) => agreementText(one, scene, byName(isolated)));
  return [heading('Agreement of coders'), ...texts.map(line)];
}

function notePages(scene: ExportScene): readonly PageBlock[] {
  const notes = sessionNotes(scene);
  if (notes.length === 0) return [];
  return [
    heading('Session notes'),
    ...notes.map(({ at, author, text }) => line(`${clock(at)}  ${isolated(nameOf(scene.state, author))}: ${text}`)),
  ];
}

function fidelityPages({ state, program }: ExportScene): readonly PageBlock[] {
  if (state.review.fidelity.length === 0) return [];
  return [
    heading('Fidelity'),
    ...state.review.fidelity.map(({ checklistId, by, items }) => {
      const share = fidelityShare(items.map(({ mark }) => mark));
      const name = program.checklists.find((one) => one.checklistId === checklistId)?.title ?? checklistId;
      return line(
        `${name}, rated by ${isolated(nameOf(state, by))}: ${share === null ? 'nothing applied' : percentText(share)}`,
      );
    }),
  ];
}

function signOffPages(scene: ExportScene): readonly PageBlock[] {
  const { state } = scene;
  const { signedOff } = state.review;
  if (signedOff === undefined) return [heading('Sign-off'), line('Not signed off.')];
  const at = instantOf(scene, signedOff.at);
  return [
    heading('Sign-off'),
    line(`Signed off by ${isolated(nameOf(state, signedOff.by))} at ${at}.`),
    ...(signedOff.note === '' ? [] : [line(signedOff.note)]),
  ];
}

/** A name that keeps its own direction. Without this, a number after an Arabic name would move to its other side. */
function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}
