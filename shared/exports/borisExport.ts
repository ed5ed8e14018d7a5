import { clinicClock } from '#shared/domain/clinicDay.ts';
import { spansUntil } from '#shared/domain/codingWindow.ts';
import type { CodeDefinition } from '#shared/domain/programs/program.ts';
import type { RecordedTrack } from '#shared/domain/recording/recordedTracks.ts';
import type { CaregiverId } from '#shared/protocol/ids.ts';
import { begunOn } from '#shared/session/beginning.ts';
import { type ExportedCode, notCountedWords } from './exportedCodes.ts';
import { exportedRecords } from './exportedRecords.ts';
import { closedAt, type ExportScene } from '#shared/session/exportScene.ts';
import { recordingFileName } from './exportTable.ts';
import { asciiJson } from './asciiJson.ts';
import { windowBehavior } from './borisWindow.ts';
import { plainLine } from './plainLine.ts';
import { WINDOWS_TITLE } from './recordTitle.ts';
import { remarkLines } from './sessionRemarks.ts';
import { subjectNames } from './subjectNames.ts';

/** Seconds, subject, behavior, modifiers, comment. */
type BorisEvent = readonly [seconds: number, subject: string, behavior: string, modifiers: string, comment: string];

/** The file version that BORIS 7, 8 and 9 write and read. */
const PROJECT_FORMAT = '7.0';

/**
 * As a BORIS project: the codes as an ethogram of point events, and an observation for each coder's record as given,
 * for the codes that they undid, for the record as reviewed, and for the windows as state events.
 */
export function borisExport(scene: ExportScene): string {
  const { state, program } = scene;
  const subjects = subjectNames(scene);
  // Windows have their own observation. Next to codes, they would count as agreement between coders.
  const records = [
    ...exportedRecords(scene).map(
      ({ title, codes }) => [title, codes.map((code) => codeEvent(code, subjects))] as const,
    ),
    [WINDOWS_TITLE, windowEvents(scene, subjects)] as const,
  ].filter(([, events]) => events.length > 0);
  const observations = records.map(([title, events]) => [title, observation(scene, events)] as const);
  const kinds = [...new Set(state.windows.map(({ kind }) => kind))];
  const project = {
    time_format: 'hh:mm:ss',
    project_date: clinicClock(scene.exportedAt, scene.timeZone),
    project_name: `Session ${scene.sessionId}`,
    project_description: plainLine(`${program.name}, ${program.version}`),
    project_format_version: PROJECT_FORMAT,
    subjects_conf: numbered([...subjects.values()].map((name) => ({ key: '', name, description: '' }))),
    behaviors_conf: numbered([
      ...program.codes.map(pointEvent),
      ...kinds.map((kind) => behavior('State event', '', windowBehavior(kind), 'Coded time', 'window')),
    ]),
    observations: Object.fromEntries(observations),
    behavioral_categories: [...new Set([...program.codes.map(({ stream }) => stream), 'window'])],
    independent_variables: {},
    coding_map: {},
    behaviors_coding_map: [],
    converters: {},
  };
  return asciiJson(project);
}

/**
 * The description says what the session's other files say besides the codes. With a recording, the codes refer to its
 * file, which lies next to the project and runs in session time; otherwise to a clock.
 */
function observation(scene: ExportScene, events: readonly BorisEvent[]) {
  const { state, timeZone } = scene;
  return {
    ...mediaOf(scene),
    date: clinicClock(begunOn(state), timeZone),
    description: remarkLines(scene).join('\n'),
    'time offset': 0,
    independent_variables: {},
    visualize_spectrogram: false,
    close_behaviors_between_videos: false,
    scan_sampling_time: 0,
    start_from_current_time: false,
    events: events.toSorted(([one], [other]) => one - other),
  };
}

/** BORIS plays up to eight files side by side and has a list for each. */
const PLAYERS = ['1', '2', '3', '4', '5', '6', '7', '8'];

/** The picture rate that BORIS uses to step between pictures. Our pictures have no fixed rate; this is the highest. */
const PICTURES_A_SECOND = 30;

function mediaOf(scene: ExportScene) {
  const { recording } = scene;
  if (recording === undefined) return { type: 'LIVE', file: [], media_info: {} };
  const name = recordingFileName(scene);
  const has = (track: RecordedTrack) => recording.tracks.some((one) => one.track === track);
  return {
    type: 'MEDIA',
    file: Object.fromEntries(PLAYERS.map((player) => [player, player === '1' ? [name] : []])),
    media_info: {
      length: { [name]: seconds(recording.durationMs) },
      fps: { [name]: PICTURES_A_SECOND },
      hasVideo: { [name]: has('room-video') },
      hasAudio: { [name]: has('room-audio') || has('coach-voice') },
      offset: { '1': 0 },
    },
  };
}

function codeEvent(code: ExportedCode, subjects: ReadonlyMap<CaregiverId, string>): BorisEvent {
  const comment = [...notCountedWords(code), reviewWords(code), code.text].filter((part) => part !== '').join('; ');
  return [seconds(code.at), subjects.get(code.caregiverId) ?? '', code.code, '', plainLine(comment)];
}

/** What a review did to a code, next to the code as it is in this record. */
function reviewWords({ code, given, stands, corrected, undone, added, reason }: ExportedCode): string {
  if (undone) return 'undone';
  if (added) return `added: ${reason ?? ''}`;
  if (!corrected) return '';
  if (!stands) return `struck by a review: ${reason ?? ''}`;
  return code === given ? `corrected by a review: ${reason ?? ''}` : `given as ${given}: ${reason ?? ''}`;
}

/** A state event starts with one event and ends with the next of the same subject and behavior. */
function windowEvents({ state }: ExportScene, subjects: ReadonlyMap<CaregiverId, string>): readonly BorisEvent[] {
  return state.windows.flatMap((window) =>
    spansUntil(window, closedAt(state))
      .flat()
      .map((at): BorisEvent => [
        seconds(at),
        subjects.get(window.caregiverId) ?? '',
        windowBehavior(window.kind),
        '',
        '',
      ]),
  );
}

function seconds(ms: number): number {
  return Math.round(ms) / 1_000;
}

function pointEvent({ code, name, stream, keys }: CodeDefinition) {
  return behavior('Point event', keys.find((key) => key.length === 1) ?? '', code, name, stream);
}

function behavior(type: string, key: string, code: string, description: string, category: string) {
  return { type, key, code, description, color: '', category, modifiers: {}, excluded: '', 'coding map': '' };
}

function numbered<T>(items: readonly T[]): Readonly<Record<string, T>> {
  return Object.fromEntries(items.map((item, index) => [String(index), item]));
}
