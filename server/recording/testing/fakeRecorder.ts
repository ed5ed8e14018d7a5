import type { Feed } from '#server/media/feed.ts';
import type { Recorder, RecorderJob, RecordingEnd } from '../recorder.ts';

/** A running recorder that a test controls. */
type FakeRecording = {
  readonly job: RecorderJob;
  /** The next bytes arrive. With the first ones the file has begun. */
  give(bytes?: string): void;
  /** It ends on its own. */
  end(why: RecordingEnd): void;
};

/** A recorder that records nothing. It lets its sources flow, and does the rest when the test says so. */
export function createFakeRecorder() {
  const started: FakeRecording[] = [];
  const recorder: Recorder = {
    start(job) {
      let feed: Feed | undefined;
      let from: number | undefined;
      const { promise: ended, resolve } = Promise.withResolvers<RecordingEnd>();
      let endedBy: RecordingEnd | undefined;
      function end(why: RecordingEnd) {
        endedBy ??= why;
        feed?.close();
        resolve(why);
      }
      async function connect() {
        const to = job.sources.map((source, i) => ({ source, port: 50_000 + 2 * i }));
        const fed = await job.room.feed(job.from, to);
        if (!fed.ok) end('sender-changed');
        else if (endedBy !== undefined) fed.value.close();
        else {
          feed = fed.value;
          feed.onEnd(end);
          await Promise.all(job.sources.map((source) => fed.value.start(source)));
        }
      }
      connect().catch(() => end('failed'));
      started.push({
        job,
        give(bytes = 'bytes') {
          const to = job.now();
          if (from === undefined) job.onBegin(to);
          from ??= to;
          job.onBytes(Buffer.from(bytes));
          job.onRecorded({ from, to });
        },
        end,
      });
      return { stop: () => end('stopped'), endedBy: () => endedBy, ended };
    },
  };
  return { recorder, started };
}
