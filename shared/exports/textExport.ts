import type { ExportFormat } from '#shared/domain/exports/exportFormats.ts';
import { ok, type Reply } from '#shared/protocol/reply.ts';
import { borisExport } from './borisExport.ts';
import { csvExport } from './csvExport.ts';
import { eafExport } from './eafExport.ts';
import type { ExportScene } from '#shared/session/exportScene.ts';
import { fhirExport } from './fhirExport.ts';
import { sdisExport } from './sdisExport.ts';
import { type RecordChoice, transcriptExport } from './transcriptExport.ts';
import { vttExport } from './vttExport.ts';

export type TextFormat = Exclude<ExportFormat, 'pdf'>;

type Writer = (scene: ExportScene, choice: RecordChoice) => Reply<string>;

/** The writer of each format. Only a transcript has a choice: one coder's record of one caregiver. */
const WRITERS: Readonly<Record<TextFormat, Writer>> = {
  csv: (scene) => ok(csvExport(scene)),
  transcript: (scene, choice) => {
    const made = transcriptExport(scene, choice);
    return made.ok ? ok(`${JSON.stringify(made.value, null, 2)}\n`) : made;
  },
  eaf: (scene) => ok(eafExport(scene)),
  boris: (scene) => ok(borisExport(scene)),
  sdis: (scene) => ok(sdisExport(scene)),
  vtt: (scene) => ok(vttExport(scene)),
  fhir: (scene) => ok(fhirExport(scene)),
};

/** A closed session as a text in this format, or why that is impossible. */
export function textExport(format: TextFormat, scene: ExportScene, choice: RecordChoice = {}): Reply<string> {
  return WRITERS[format](scene, choice);
}
