import type { RecordingMap } from '#shared/protocol/recordingExport.ts';
import type { RecordingFile } from '#shared/session/recording/recordingFile.ts';
import { type ExportScene, instantOf } from '#shared/session/exportScene.ts';
import { recordingFileName } from './exportTable.ts';

/** The description of a recording's exported file: its times, and where it has content. Rule RCD8. */
export function recordingMap(
  { tracks, holes, durationMs }: RecordingFile,
  scene: Pick<ExportScene, 'sessionId' | 'state' | 'timeZone'>,
): RecordingMap {
  return {
    format: 'earshot-recording-map/1',
    sessionId: scene.sessionId,
    fileName: recordingFileName(scene),
    startedAt: instantOf(scene, 0),
    durationMs,
    timeMap: [
      [0, 0],
      [durationMs, durationMs],
    ],
    tracks: tracks.map(({ track, has, runs }) => ({ track, recorded: has, from: runs })),
    holes,
  };
}
