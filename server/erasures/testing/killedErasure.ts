import { FamilyId, ParticipantId } from '#shared/protocol/ids.ts';
import { openDatabase } from '#server/storage/openDatabase.ts';
import { removeErasedRows } from '#server/storage/sqlFamilyEraser.ts';
import { NOW, openStores } from './aFullFamily.ts';

// A separate server for a test to kill: it erases a family in the given folder and database, and dies at a point that is given.

const [folder = '', place = '', family = '', admin = '', dieAt = ''] = process.argv.slice(2);
const die = () => process.kill(process.pid, 'SIGKILL');
const familyId = FamilyId.parse(family);

const { db } = openDatabase(place);
const { eraser, recordings } = await openStores(folder, db);
const begun = await eraser.begin(familyId, { by: { actor: 'admin', id: ParticipantId.parse(admin) }, now: NOW });
if (dieAt === 'key') die();
for (const sessionId of begun?.sessions ?? []) await recordings.destroy(sessionId);
if (dieAt === 'recordings') die();
let turns = 0;
setImmediate(function look() {
  turns += 1;
  if (dieAt === 'rows' && turns === 2) die();
  setImmediate(look);
});
await removeErasedRows(db, familyId, NOW);
die();
